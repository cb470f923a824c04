import { splitSentences } from '../../text/sentences.ts'
import { type CountName, forms, readNumeral } from './count-forms.ts'
import type { ParsedReport } from './parse.ts'
import { sectionLines } from './statements.ts'

/** A count that a report states of itself. `stage` says of papers whether they were found or used. */
export interface StatedCount {
  name: CountName
  stage: 'found' | 'used' | null
  value: number
  line: number
  text: string
  section: string
}

/** Sentences that speak of one source, of a part, or of somebody else's review, not of what this report counted. */
const notOwn =
  /\b(?:meta-analys[ei]s|cochrane review|(?:one|a|an|another|the|two|three|recent|earlier|previous|prior|umbrella|systematic) (?:systematic |umbrella |scoping |narrative )?(?:review|survey|overview)s?|authors?) (?:of|that (?:pooled|covered|included)|pooled|covered|covering|pooling|with) (?!this)|\bpooled\b|\bcitations? per\b|\bper (?:paper|claim|study)\b/i
const cites =
  /\[\^?\d[\d,;\s–-]*\]|\[@[^\]]+\]|\p{L}[¹²³⁰⁴-⁹]|\.[¹²³⁰⁴-⁹]|\(\p{Lu}[\p{L}'’-]+[^()]*\b(?:19|20)\d\d[a-z]?\)/u

/** Every count of papers, claims, verified claims, references and databases that a report states of itself. */
export function statedCounts(report: Pick<ParsedReport, 'sections' | 'claims'>): StatedCount[] {
  const listed = new Set(report.claims.map((claim) => claim.line))
  return report.sections
    .filter((section) => section.kind !== 'references')
    .flatMap((section) =>
      sectionLines(section)
        .filter(({ line }) => section.kind !== 'claims' || !listed.has(line))
        .flatMap(({ text, line }) => lineCounts(text, line, section.heading)),
    )
}

function lineCounts(text: string, line: number, section: string): StatedCount[] {
  return splitSentences(text)
    .filter(({ text: sentence }) => !notOwn.test(sentence) && !cites.test(sentence))
    .flatMap(({ text: sentence }) => {
      const seen = new Set<string>()
      return forms.flatMap(({ name, stage, pattern, whole }) =>
        [...sentence.matchAll(pattern)].flatMap((match) => {
          const values = [match.groups?.n, whole ? undefined : match.groups?.of].map((word) =>
            word === undefined ? null : readNumeral(word),
          )
          const counts: [CountName, number | null][] = [
            [name, values[0] ?? null],
            ['claims', values[1] ?? null],
          ]
          return counts.flatMap(([of, value]) => {
            if (value === null || isYear(match.groups?.n) || seen.has(`${of} ${stage} ${value}`)) return []
            seen.add(`${of} ${stage} ${value}`)
            return [{ name: of, stage: of === 'papers' ? stage : null, value, line, text: sentence, section }]
          })
        }),
      )
    })
}

/** A bare number of four digits that is a year, as in "a 2010 study". */
function isYear(printed: string | undefined): boolean {
  return printed !== undefined && /^(?:1[89]|20)\d\d$/.test(printed)
}
