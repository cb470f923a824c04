import { TouchstoneError } from '../../src/core/errors.ts'
import { plainText } from '../../src/core/text/plain-text.ts'
import type { XmlElement } from './xml.ts'
import { parseXml, XmlFault } from './xml.ts'

/**
 * The value of a JSON body.
 * @throws TouchstoneError `source-error-body` for a web page or nothing at all, `file-format-mismatch` for anything else that is no JSON
 */
export function jsonBody(label: string, body: string): unknown {
  const plain = withoutMark(label, body)
  try {
    return JSON.parse(plain)
  } catch (error) {
    throw mismatch(label, `no JSON: ${(error as Error).message.slice(0, 120)}`)
  }
}

/** The root element of an XML body; errors as for JSON. */
export function xmlBody(label: string, body: string): XmlElement {
  const plain = withoutMark(label, body)
  if (!plain.startsWith('<')) throw mismatch(label, 'no XML: it does not begin with an element')
  try {
    return parseXml(plain)
  } catch (error) {
    if (error instanceof XmlFault) throw mismatch(label, `no whole XML: ${error.message}`)
    throw error
  }
}

/** Whether a body looks like XML rather than JSON. */
export function looksLikeXml(body: string): boolean {
  return /^\uFEFF?\s*</.test(body)
}

/** The error for a body in which the database itself says that something went wrong. */
export function errorBody(label: string, said: string): TouchstoneError {
  const words = plainText(said).slice(0, 300)
  return new TouchstoneError('source-error-body', `${label} answered with an error: ${words || 'without saying which'}`)
}

/** The error for a body that is not what this database sends. */
export function mismatch(label: string, what: string): TouchstoneError {
  return new TouchstoneError('file-format-mismatch', `this is no body of ${label}: ${what}`)
}

function withoutMark(label: string, body: string): string {
  const plain = body.replace(/^\uFEFF/, '').trim()
  if (plain === '') throw new TouchstoneError('source-error-body', `the body of ${label} is empty`)
  if (/^(?:(?:<!--[\s\S]{0,2000}?-->|<\?xml[^<>]{0,200}\?>)\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(plain)) {
    const title = /<title[^>]*>([\s\S]{0,300}?)<\/title>/i.exec(plain)?.[1] ?? ''
    throw errorBody(label, `a web page instead of data${title.trim() ? `, titled "${plainText(title)}"` : ''}`)
  }
  return plain
}
