import { brief } from '../../audit/family.ts'
import type { FaultInput, Found } from './fault.ts'
import { doubledSources } from './sources.ts'

/** DOIs that do not match the grammar, wherever they stand. */
export function malformedDois({ parsed }: FaultInput): Found[] {
  return parsed.references.flatMap(({ malformed, line }) =>
    malformed === null ? [] : [{ line, message: `${brief(malformed)} is no DOI: correct it or leave it out` }],
  )
}

/** A DOI that stands in the list twice, or twice in one reference. */
export function doubledDois(input: FaultInput): Found[] {
  const again = input.parsed.references.flatMap(({ text, line }) =>
    /(https?:\/\/(?:dx\.)?doi\.org\/)\S*?(?:https?:\/\/)?(?:dx\.)?doi\.org\//i.test(text)
      ? [{ line, message: `${brief(text.slice(0, 80))} holds the address of doi.org twice: write it once` }]
      : [],
  )
  return [...again, ...doubledBy(input, 'doi')]
}

/** References that are one source by another identifier, their page, or their text. */
export function doubledReferences(input: FaultInput): Found[] {
  return doubledBy(input, 'other')
}

function doubledBy(input: FaultInput, wanted: 'doi' | 'other'): Found[] {
  return doubledSources(input)
    .filter(({ by }) => by === wanted)
    .map(({ line, message }) => ({ line, message }))
}

/** No claim leads to a reference. */
export function untiedClaims({ parsed, claims, lines }: FaultInput): Found[] {
  if (claims.length === 0) return []
  const tied = parsed.claims.filter((claim, at) => {
    const line = lines
      .slice(claim.line - 1, (parsed.claims[at + 1]?.line ?? claim.line + 3) - 1)
      .slice(0, 4)
      .join(' ')
    const own = `${claim.text} ${claim.source}`
    return leads(own) || namesSource(claim.source) || leads(line) || bracketed(own, parsed.references.length)
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

/** Whether what a row gives as its source is one. */
function namesSource(source: string): boolean {
  return (
    /[\p{L}\p{N}]/u.test(source) &&
    !/^\W*(?:n\/?a|none|unknown|unspecified|retrieved documents?|source (?:literature|material)|literature|various|multiple)\W*$/i.test(
      source,
    )
  )
}

/** Whether a text names references by number in round brackets, as in `(2, 5)`. */
function bracketed(text: string, references: number): boolean {
  return [...text.matchAll(/\((\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*)\)/g)].some((match) =>
    match[1]!.split(/\D+/).every((number) => Number(number) >= 1 && Number(number) <= references),
  )
}

/** Whether a text holds a citation in any usual form. */
function leads(text: string): boolean {
  const plain = text.replace(/\[[ xX]?\]/g, ' ')
  return (
    /\[\^?[^\]]*\d[^\]]*\](?!\()|\[@[^\]]+\]|[¹²³⁰⁴-⁹]|https?:\/\/\S+|\b10\.\d{4,9}\/\S+|\bdoi\s*:/i.test(plain) ||
    /\(\s*(?:see\s+)?\p{Lu}[\p{L}'’-]+(?:\s+(?:et al\.?|and others|(?:and|&)\s+\p{Lu}[\p{L}'’-]*)){0,3}\.?,?\s+(?:19|20)\d\d[a-z]?\s*\)/u.test(
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
