import { brief } from '../../audit/family.ts'
import type { ParsedReport } from '../read/parse.ts'
import { sectionLines } from '../read/statements.ts'
import { withoutCitations } from './citations.ts'
import type { FaultInput, Found } from './fault.ts'
import { titleOf } from './reference-title.ts'
import { expander, isKnown, sharedStems, sharedWeight, specificStems, topicStems } from './topic.ts'

/** What a report is about: the words of its question, and those that its own text and its fitting claims add. */
interface Subject {
  question: ReadonlySet<string>
  around: ReadonlySet<string>
  expand: (text: string) => string
  /** For each claim, whether it shares a word with the question that few subjects have, or two others. */
  anchored: readonly boolean[]
}

function subjectOf({ parsed, report, claims, lines }: FaultInput): Subject {
  const expand = expander(lines.join('\n'))
  const question = topicStems(expand(`${report.question} ${report.title}`))
  const anchored = claims.map((claim) => sharedWeight(topicStems(expand(claim.text)), question) >= 1)
  const titles = parsed.references
    .map(({ text }) => titleOf(text))
    .filter((title) => sharedWeight(topicStems(expand(title)), question) >= 1)
  const fitting = [...claims.filter((_, at) => anchored[at]).map((claim) => claim.text), ...titles]
  return {
    question,
    anchored,
    expand,
    around: new Set([...question, ...topicStems([proseOf(parsed), ...fitting].join(' '))]),
  }
}

function proseOf(parsed: ParsedReport): string {
  return parsed.sections
    .filter((section) => section.kind !== 'claims' && section.kind !== 'references')
    .flatMap(sectionLines)
    .map(({ text }) => text)
    .join(' ')
}

/** Claims that do not address the question. */
export function claimsOffQuestion(input: FaultInput): Found[] {
  const { claims, parsed } = input
  const subject = subjectOf(input)
  if (subject.question.size < 2) return []
  const astray = allAstray(input, subject)
  return claims.flatMap((claim, at) => {
    const text = withoutCitations(claim.text)
    const stems = topicStems(subject.expand(text))
    const lost = astray && sharedStems(stems, subject.question) < 2 && stems.size > 1
    const strange = subject.anchored[at] ? 0 : strangers(text, subject)
    if (!lost && strange < (generalOf(text) > 0 ? 4 : 3)) return []
    return [
      {
        line: parsed.claims[at]?.line ?? 1,
        claim: at,
        ...(lost || strange >= surely ? {} : { severity: 'warning' as const }),
        message: `the claim ${brief(claim.text)} does not address the question: leave it out or show what it answers`,
      },
    ]
  })
}

/** From so many strange words on a text is surely about something else; with fewer it may be a detail. */
const surely = 6

/** Whether hardly any claim shares anything with the question, and all of them leave most of its words untouched. */
function allAstray({ claims, report }: FaultInput, { anchored, expand }: Subject): boolean {
  if (claims.length < 3 || anchored.filter(Boolean).length > claims.length / 3) return false
  const asked = specificStems(expand(`${report.question} ${report.title}`))
  const touched = sharedStems(asked, new Set(claims.flatMap((claim) => [...topicStems(expand(claim.text))])))
  return touched <= 0.4 * asked.size
}

/** How many words of a text are at home in many subjects. */
function generalOf(text: string): number {
  return topicStems(text).size - specificStems(text).size
}

/** How many words of a text that few subjects have are strange to the report; 0 where several of them are not. */
function strangers(text: string, { around }: Subject): number {
  const specific = [...specificStems(text)]
  const strange = specific.filter((stem) => !isKnown(stem, around))
  return strange.length >= 0.7 * specific.length ? strange.length : 0
}

const aboutReviewing =
  /\b(PRISMA|GRADE\b|ROBINS|AMSTAR|STROBE|CONSORT|Cochrane Handbook|risk of bias|reporting systematic reviews|systematic review(?:s)? software|Rayyan|meta-analysis (?:methods|software)|statistical computing|interrater|kappa)\b/i

/** References whose printed titles have nothing to do with question, text or claims. */
export function sourcesOffQuestion(input: FaultInput): Found[] {
  const { parsed, claims } = input
  const subject = subjectOf(input)
  if (subject.question.size < 2) return []
  const found = parsed.references.flatMap(({ text, doi, line }, at) => {
    const title = input.titles?.get(doi ?? '') ?? titleOf(text)
    if (aboutReviewing.test(title) || sharedWeight(topicStems(subject.expand(title)), subject.question) >= 1) return []
    const cited = citedBy(input, at, text, doi).some((claim) => subject.anchored[claim])
    if (strangers(title, subject) < 2) return []
    const far = specificStems(title).size >= 4
    return [
      {
        line,
        ...(cited && !far ? { severity: 'warning' as const } : {}),
        message: `the source ${brief(title, 80)} does not address the question: leave it out or show what it answers`,
      },
    ]
  })
  return found.length > 0 || claims.length === 0 ? found : untitled(input, subject)
}

/** Sources printed as bare DOIs, of which only what was taken from them can tell that they miss the question. */
function untitled(input: FaultInput, subject: Subject): Found[] {
  const { parsed } = input
  const bare = parsed.references.every(
    ({ text, doi }) => doi !== null && !input.titles?.has(doi) && specificStems(titleOf(text)).size < 2,
  )
  const [first] = parsed.references
  if (!first || !bare || !allAstray(input, subject)) return []
  return [
    {
      line: first.line,
      message:
        'the sources are listed without titles, and what was taken from them does not address the question: name sources that answer it',
    },
  ]
}

/** Places of the claims that name a reference by its number, its DOI, or its first author and year. */
function citedBy({ parsed }: FaultInput, at: number, reference: string, doi: string | null): number[] {
  const author = /\p{Lu}[\p{L}'’-]+/u.exec(reference)?.[0]
  const year = /\b(?:19|20)\d\d\b/.exec(reference)?.[0]
  return parsed.claims.flatMap((claim, i) => {
    const text = `${claim.text} ${claim.source}`
    const numbers = [...text.matchAll(/[[(]([\d,;\s–-]+)[\])]/g)].flatMap((match) =>
      match[1]!.split(/[^\d]+/).map(Number),
    )
    const named = author !== undefined && year !== undefined && text.includes(author) && text.includes(year)
    return named || numbers.includes(at + 1) || (doi !== null && text.toLowerCase().includes(doi)) ? [i] : []
  })
}
