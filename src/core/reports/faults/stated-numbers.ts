import { splitSentences } from '../../text/sentences.ts'
import type { StatedCount } from '../read/stated-counts.ts'
import { sectionLines } from '../read/statements.ts'
import type { FaultInput, Found } from './fault.ts'

const names: Readonly<Record<StatedCount['name'], string>> = {
  papers: 'papers',
  claims: 'claims',
  verified: 'verified claims',
  references: 'references',
  databases: 'databases',
}

/** Counts and scores that differ between places of the report, or from what it lists. */
export function countsDiffer(input: FaultInput): Found[] {
  return [...statedApart(input), ...listedApart(input), ...scoresApart(input)]
}

/** Whether the report tells of papers that were found and then left out. */
function sifted({ parsed }: FaultInput): boolean {
  return parsed.sections
    .filter((section) => section.kind !== 'claims' && section.kind !== 'references')
    .flatMap(sectionLines)
    .flatMap(({ text }) => splitSentences(text))
    .some(
      ({ text }) =>
        sifting.test(text) &&
        /\b(?:papers?|articles?|records?|studies|publications?|sources|titles|hits|results|documents)\b/i.test(text),
    )
}

const sifting =
  /\b(?:exclud\w+|screened|screening|duplicates?|eligib\w+|inclusion|of which|of these|of them|retain\w*|narrow\w*|remain\w*|filtered|after reading|most relevant|met (?:the|our|all)|full text)\b/i

function statedApart(input: FaultInput): Found[] {
  return (['papers', 'claims', 'verified', 'databases'] as const).flatMap((name) => {
    const stated = input.counts.filter((count) => count.name === name)
    if (name !== 'papers' || !sifted(input)) return firstDifferent(name, stated)
    const [found, used] = [
      stated.filter((count) => count.stage === 'found'),
      stated.filter((count) => count.stage === 'used'),
    ]
    const most = found.reduce((highest, count) => Math.max(highest, count.value), 0)
    const over = found.length > 0 ? used.filter((count) => count.value > most) : []
    return [
      ...firstDifferent(name, used),
      ...over.slice(0, 1).map((count) => ({
        line: count.line,
        message: `${count.value} papers are used here, but only ${most} were found (line ${found[0]!.line}): correct one of them`,
      })),
    ]
  })
}

/** A later place that gives another value than the first; a sentence that itself gives two values speaks of parts. */
function firstDifferent(name: StatedCount['name'], stated: readonly StatedCount[]): Found[] {
  const perPlace = new Map<string, number>()
  for (const count of stated)
    perPlace.set(`${count.line} ${count.text}`, (perPlace.get(`${count.line} ${count.text}`) ?? 0) + 1)
  const single = stated.filter((count) => perPlace.get(`${count.line} ${count.text}`) === 1)
  const first = single[0]
  if (!first) return []
  const others = new Map<number, StatedCount>()
  for (const count of single)
    if (count.value !== first.value && !others.has(count.value)) others.set(count.value, count)
  return [...others.values()].map((count) => ({
    line: count.line,
    message: `${count.value} ${names[name]} here (${count.section}), ${first.value} in line ${first.line} (${first.section}): correct one of them`,
  }))
}

/** Counts that differ from the claims and references listed. */
function listedApart({ counts, claims, parsed }: FaultInput): Found[] {
  const found: Found[] = []
  const stated = (name: StatedCount['name']) => counts.filter((count) => count.name === name)
  const marked = claims.filter((claim) => claim.imported?.verified !== null && claim.imported?.verified !== undefined)
  const verified = claims.filter((claim) => claim.imported?.verified === true).length
  const numbersOfClaims = stated('claims').map((count) => count.value)
  for (const count of stated('claims').slice(0, 1)) {
    const onlyVerified = verified === claims.length && stated('verified').some((one) => one.value === claims.length)
    if (!numbersOfClaims.includes(claims.length) && !onlyVerified)
      found.push({
        line: count.line,
        message: `${count.value} claims are counted, ${claims.length} are listed: correct the count or list them all`,
      })
  }
  for (const count of stated('verified').slice(0, 1)) {
    const none = marked.length === 0 && claims.length > 0
    if (!none && !stated('verified').some((one) => one.value === verified))
      found.push({
        line: count.line,
        message: `${count.value} claims are said to be verified, ${verified} are marked so: correct one of them`,
      })
  }
  const [references] = stated('references')
  if (
    references &&
    parsed.references.length > 0 &&
    !stated('references').some((one) => one.value === parsed.references.length)
  ) {
    found.push({
      line: references.line,
      message: `${references.value} references are counted, ${parsed.references.length} are listed: correct one of them`,
    })
  }
  return found
}

/** Overall scores that differ; scores of single reviewers may. */
function scoresApart({ scores }: FaultInput): Found[] {
  const overall = scores.filter(
    (score) =>
      !/\b(?:reviewer|referee|assessor|rater|critic|judge)\s*#?\s*(?:\d|[A-Z]\b|one|two|three|i+\b)|adversar|integrat|grounding\s*[:=]|\brange/i.test(
        score.text,
      ) && !/^\s*\|?\s*(?:reviewer|referee)\b/i.test(score.text),
  )
  const first = overall.find((score) => /score|overall|quality|consensus|median|panel/i.test(score.text))
  if (!first) return []
  const other = overall.find(
    (score) => score.outOf === first.outOf && score.value !== first.value && score.section !== first.section,
  )
  return other
    ? [
        {
          line: other.line,
          message: `the score is ${other.value}/${other.outOf} here (${other.section}), ${first.value}/${first.outOf} in line ${first.line} (${first.section}): correct one of them`,
        },
      ]
    : []
}

/** Fewer references than papers counted. */
export function fewerReferences(input: FaultInput): Found[] {
  const papers = input.counts.filter((count) => count.name === 'papers')
  const used = papers.filter((count) => count.stage === 'used')
  const needed = used.length > 0 ? used : sifted(input) ? [] : papers
  const top = [...needed].sort((a, b) => a.value - b.value)[0]
  const listed = input.parsed.references.length
  if (!top || listed >= top.value) return []
  return [
    {
      line: top.line,
      message: `${top.value} papers are counted, but ${listed === 0 ? 'no reference is' : `only ${listed} ${listed === 1 ? 'reference is' : 'references are'}`} listed: list every paper`,
    },
  ]
}
