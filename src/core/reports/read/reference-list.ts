import { normaliseDoi } from '../../papers/doi.ts'
import type { CitedReport } from '../citations/index.ts'

/** A reference as it was printed, with the DOI read from it and what looks like a DOI but is none. */
export interface ParsedReference {
  text: string
  doi: string | null
  malformed: string | null
  line: number
}

/** The references of a report in the order of its list, each with what stands where a DOI should and is none. */
export function printedReferences({ references }: CitedReport): ParsedReference[] {
  const read = references.map(({ text: printed, url, doi, line }) => {
    const text = url === null || printed.includes(url) ? printed : `${printed} ${url}`
    return { text, doi: doi ?? fieldDoi(text), malformed: malformedDoi(text, doi), line }
  })
  const bare = read.filter(({ text, doi }) => doi !== null && !/\s/.test(text)).length
  return read.map((one) =>
    one.doi === null &&
    one.malformed === null &&
    bare >= 2 &&
    bare >= read.length / 2 &&
    !/\s/.test(one.text) &&
    !/^https?:\/\/(?!(?:dx\.)?doi\.org)/i.test(one.text)
      ? { ...one, malformed: one.text }
      : one,
  )
}

function fieldDoi(text: string): string | null {
  const field = /\b(?:doi\s*[:=]\s*|doi\.org\/)(\S+)/i.exec(text)
  return field ? normaliseDoi(field[1]!) : null
}

/** What stands where a DOI should and does not match the grammar. */
function malformedDoi(text: string, doi: string | null): string | null {
  for (const match of text.matchAll(
    /(?:\bdoi\s*[:=]\s*(?:https?:\/\/(?:dx\.)?doi\.org\/)?|(?:dx\.)?doi\.org\/)\s*([^\s>\])]*)/gi,
  )) {
    const token = match[1]!.replace(/[.,;]+$/, '')
    if (/^https?:/i.test(token) || /^(n\/?a|none|unknown|-+|–|—)$/i.test(token)) continue
    if (normaliseDoi(token) === null || !/^10\./.test(decodeSafely(token))) return token || 'nothing'
  }
  if (doi !== null) return null
  const bare =
    /(?<![\w./])(10,\d{4,9}\/\S+|10[.,]\s?\d{1,9}\s?(?:\/\s|\\)\S*|10\.\d{4,9}(?![\d./])\S*|10\.\d{1,3}\/\S+|1O\.\d{4,}\/\S+|1[1-9]\.\d{4,5}\/\S+)/.exec(
      text,
    )
  return bare ? bare[1]! : null
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
