import { brief } from '../integrity/family.ts'
import type { FaultInput, Found } from './fault.ts'
import { sharedStems, topicStems } from './topic.ts'

/** DOIs that do not match the grammar, wherever they stand. */
export function malformedDois({ parsed }: FaultInput): Found[] {
  return parsed.references.flatMap(({ malformed, line }) =>
    malformed === null ? [] : [{ line, message: `${brief(malformed)} is no DOI: correct it or leave it out` }],
  )
}

/** A DOI that stands in the list twice, or twice in one reference. */
export function doubledDois({ parsed }: FaultInput): Found[] {
  const first = new Map<string, number>()
  return parsed.references.flatMap(({ doi, line, text }) => {
    const again = /(https?:\/\/(?:dx\.)?doi\.org\/)\S*?(?:https?:\/\/)?(?:dx\.)?doi\.org\//i.test(text)
    const before = doi === null ? undefined : first.get(doi)
    if (doi !== null && before === undefined) first.set(doi, line)
    if (again)
      return [{ line, message: `${brief(text.slice(0, 80))} holds the address of doi.org twice: write it once` }]
    return before === undefined
      ? []
      : [{ line, message: `${doi} is also the reference of line ${before}: list each source once` }]
  })
}

/** References that are the same text twice. */
export function doubledReferences({ parsed }: FaultInput): Found[] {
  const first = new Map<string, number>()
  return parsed.references.flatMap(({ doi, line, text }) => {
    const plain = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    const before = first.get(plain)
    if (before === undefined) first.set(plain, line)
    return before === undefined || doi !== null
      ? []
      : [{ line, message: `is the same as the reference of line ${before}: list each source once` }]
  })
}

/** References whose printed titles have nothing to do with question or claims. */
export function sourcesOffQuestion({ parsed, report, claims }: FaultInput): Found[] {
  const offClaims = topicStems(`${report.question} ${report.title}`)
  if (offClaims.size < 2) return []
  const strong = claims.filter((claim) => sharedStems(topicStems(claim.text), offClaims) >= 2)
  const subject = topicStems([report.question, report.title, ...strong.map((claim) => claim.text)].join(' '))
  const titled = parsed.references.filter(({ text }) => topicStems(titleOf(text)).size >= 3)
  const weak = titled.filter(({ text }) => sharedStems(topicStems(titleOf(text)), subject) === 0)
  return weak.map(({ text, line }) => ({
    line,
    message: `the source ${brief(text, 80)} does not address the question: leave it out or show what it answers`,
  }))
}

/** A printed reference without DOI, addresses, names with initials, and years. */
function titleOf(text: string): string {
  const plain = text.replace(/https?:\S+|\bdoi\s*:?\s*\S+|10\.\d{4,}\/\S+/gi, ' ')
  const quoted = /["“]([^"”]{10,})["”]/.exec(plain)?.[1]
  const sentences = plain
    .split(/(?<=[.?!])\s+(?=\p{Lu}|\d)/u)
    .map((part) => part.trim())
    .filter((part) => part.split(/\s+/).length >= 3)
  const behindYear = /\(?(?:19|20)\d\d[a-z]?\)?[.,:]?\s+(.{12,}?)(?:[.?!](?:\s|$)|$)/.exec(plain)?.[1]
  return quoted ?? behindYear ?? sentences.sort((a, b) => lower(b) - lower(a))[0] ?? plain
}

function lower(text: string): number {
  return text.split(/\s+/).filter((word) => /^\p{Ll}{3,}/u.test(word)).length
}

/** No claim leads to a reference. */
export function untiedClaims({ parsed, claims, lines }: FaultInput): Found[] {
  if (claims.length === 0) return []
  const tied = parsed.claims.filter((claim, at) => {
    const line = lines
      .slice(claim.line - 1, (parsed.claims[at + 1]?.line ?? claim.line + 3) - 1)
      .slice(0, 4)
      .join(' ')
    return leads(`${claim.text} ${claim.source}`) || claim.source.trim() !== '' || leads(line)
  })
  if (tied.length > 0) return []
  return [
    {
      line: parsed.claims[0]?.line ?? 1,
      claims: claims.map((_, at) => at),
      message: 'no claim names the reference it rests on: put the number of its reference behind each claim',
    },
  ]
}

/** Whether a text holds a citation in any usual form. */
function leads(text: string): boolean {
  const plain = text.replace(/\[[ xX]?\]/g, ' ')
  return (
    /\[\^?[^\]]*\d[^\]]*\](?!\()|\[@[^\]]+\]|[¹²³⁰⁴-⁹]|https?:\/\/\S+|\b10\.\d{4,9}\/\S+|\bdoi\s*:/i.test(plain) ||
    /\(\s*(?:see\s+)?\p{Lu}[\p{L}'’-]+(?:\s+(?:et al\.?|and others|and|&)\s*\p{Lu}?[\p{L}'’-]*)*\.?,?\s+(?:19|20)\d\d[a-z]?\s*\)/u.test(
      plain,
    ) ||
    /\p{Lu}[\p{L}'’-]+(?:\s+(?:et al\.?|and others)|\s+(?:and|&)\s+\p{Lu}[\p{L}'’-]+)?\s+\((?:19|20)\d\d[a-z]?\)/u.test(
      plain,
    ) ||
    /\b(?:ref(?:erence)?s?|source)\.?\s*#?\d+/i.test(plain)
  )
}

/** Claims without a single reference to rest on. */
export function noReferences({ parsed, claims }: FaultInput): Found[] {
  if (claims.length === 0 || parsed.references.length > 0) return []
  const section = parsed.sections.find((one) => one.kind === 'references')
  return [
    {
      line: section?.line ?? parsed.claims[0]?.line ?? 1,
      message: 'there are claims, but no reference is listed: list the sources',
    },
  ]
}
