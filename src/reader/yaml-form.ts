import { isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { type ErrorName, TouchstoneError } from '../core/errors.ts'

/** Where a form comes from: the file's name for messages, the line its YAML begins on, and the error to raise. */
export interface FormPlace {
  file: string
  firstLine: number
  code: ErrorName
  next: string
}

/**
 * Reads YAML and checks it against a schema.
 * @throws TouchstoneError naming for every fault the file, line, field, what was expected and what was found
 */
export function readForm<T extends z.ZodType>(schema: T, yaml: string, place: FormPlace): z.output<T> {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, uniqueKeys: true, customTags: [] })
  const broken = document.errors[0]
  if (broken) {
    const line = place.firstLine + lines.linePos(broken.pos[0]).line - 1
    const what = broken.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? 'cannot be read'
    throw new TouchstoneError(place.code, `not valid YAML: ${what}`, {
      where: `${place.file}:${line}`,
      next: place.next,
    })
  }
  const value = plainValue(document, place)
  const checked = schema.safeParse(value, { reportInput: true })
  if (checked.success) return checked.data
  const faults = checked.error.issues.map((issue) => {
    const line = place.firstLine + lineOf(document, issue.path, lines) - 1
    return { line, text: `${place.file}:${line}: ${describe(issue, value)}` }
  })
  faults.sort((a, b) => a.line - b.line)
  const [first, ...rest] = faults.map((fault) => fault.text)
  throw new TouchstoneError(place.code, [first, ...rest].join('\n'), { next: place.next })
}

/** The document as plain values. A file whose aliases multiply, or lead in a circle, is refused before it fills the memory. */
function plainValue(document: ReturnType<typeof parseDocument>, { file, code, next }: FormPlace): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 }) ?? {}
  } catch (error) {
    throw new TouchstoneError(code, 'too many aliases (*name), or one that leads nowhere', {
      where: file,
      next: `Write the values out. ${next}`,
      cause: error,
    })
  }
}

/** Line (from 1, inside the YAML) of the deepest node on the path that exists. */
function lineOf(document: ReturnType<typeof parseDocument>, path: PropertyKey[], lines: LineCounter): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

/** One fault in words: field, expected, received. */
export function describe(issue: z.core.$ZodIssue, root: unknown): string {
  if (issue.code === 'unrecognized_keys') {
    const fields = issue.keys.map((key) => `"${fieldName([...issue.path, key])}"`).join(', ')
    return `field ${fields}: expected one of the fields of this form, received an unknown name`
  }
  const received = show(valueAt(root, issue.path))
  return `field "${fieldName(issue.path)}": expected ${expectation(issue)}, received ${received}`
}

/** A path as people write it, as in `facets[0].terms`. */
export function fieldName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the whole form'
  return path.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i ? '.' : ''}${String(part)}`)).join('')
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? 'a whole number' : `a value of type ${issue.expected}`
    case 'invalid_value':
      return issue.values.map((value) => `"${String(value)}"`).join(' or ')
    case 'too_small':
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${sized(issue.minimum, issue.origin)}`
    case 'too_big':
      return `${issue.inclusive === false ? 'less than' : 'at most'} ${sized(issue.maximum, issue.origin)}`
    default:
      return issue.message.replace(/^Invalid (string|input):\s*/, '')
  }
}

function sized(limit: number | bigint, origin: string): string {
  const unit: Record<string, string> = { string: ' characters', array: ' entries', set: ' entries' }
  return `${limit}${unit[origin] ?? ''}`
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    root,
  )
}

/** What was found, short enough for one line. */
function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 77)}...` : text
}
