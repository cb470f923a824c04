import type { Paper, Study } from '../../../schemas/paper.ts'
import { splitSentences } from '../../text/sentences.ts'
import { viewsOf } from '../headings.ts'
import { chanceTold, namesAnimals, own } from './chance.ts'
import { type Design, designRisks, designSigns } from './designs.ts'
import { type SampleSize, sampleSizeOf } from './sample-size.ts'

export { designLabels } from './designs.ts'
export { peopleIn } from './sample-size.ts'

/** Publication types that databases give, as words in the genre or type of a record, with the design they stand for. */
const genres: readonly (readonly [RegExp, Design])[] = [
  [/meta-?analysis/i, 'meta-analysis'],
  [/systematic review/i, 'systematic-review'],
  [/scoping review/i, 'scoping-review'],
  [/randomi[sz]ed controlled trial/i, 'randomised-trial'],
  [/clinical trial/i, 'non-randomised-trial'],
  [/practice guideline|guideline/i, 'guideline'],
  [/case reports?/i, 'case-report'],
  [/editorial|comment|letter|news/i, 'opinion'],
  [/observational study/i, 'cohort'],
  [/\breview\b/i, 'review'],
]

/**
 * The design, size and risk of bias of a paper, from its type of publication, its title and its stored text; null where
 * they do not tell. Nothing is concluded from what is not said.
 */
export function studyOf(paper: Pick<Paper, 'csl' | 'text'>): Study | null {
  const { csl, text } = paper
  const body = bodyOf(text)
  const limits = (text?.kind === 'note' ? text.sections : [])
    .filter(({ name }) => /^limit/i.test(name))
    .map((section) => section.text)
  const found = foundDesign(paper)
  if (!found) return null
  const sample =
    found.design === 'benchmark' || found.design === 'opinion' ? null : sampleSizeOf(splitSentences(body), found.design)
  return {
    design: found.design,
    basis: found.basis,
    ...(sample ? { sampleSize: sample.size, sampleOf: sample.of } : {}),
    note: [riskNote(found.design, `${csl.title}. ${body}`, sample), ...limits].join(' '),
  }
}

const bodyOf = (text: Paper['text']) => (text?.sections ?? []).map((section) => section.text).join('\n')

const secondHand: ReadonlySet<Design> = new Set([
  'meta-analysis',
  'systematic-review',
  'scoping-review',
  'review',
  'guideline',
  'opinion',
])

/** Whether a paper speaks of the studies of others, as a review does. */
export function isSecondHand(paper: Pick<Paper, 'csl' | 'text'>): boolean {
  const found = foundDesign(paper)
  return found !== null && secondHand.has(found.design)
}

function foundDesign(paper: Pick<Paper, 'csl' | 'text'>): { design: Design; basis: string } | null {
  const { csl } = paper
  const [sentences, whole] = [ownSentences(paper), bodyOf(paper.text)]
  const named = byGenre(`${csl.genre ?? ''} ${csl.type}`)
  if (named && !/trial/.test(named.design)) return named
  const text = sentences.join('\n')
  const titled = bySigns(csl.title, '')
  if (titled && firstTold.has(titled.design)) return titled
  const chance = chanceTold(csl.title, sentences)
  const random = chance && { design: 'randomised-trial' as const, basis: basisOf(chance.where, chance.told) }
  if (chance?.where === 'title') return random
  const found = titled && (titled.design === 'review' || isObserved(titled, csl.title)) ? titled : null
  const first = found ?? bySearch(whole, text) ?? random ?? named ?? titled ?? bySigns('', text, whole)
  return first?.design === 'trial' && namesAnimals(csl.title) ? { ...first, design: 'animal' } : first
}

/** Designs that a title names outright, whatever else it says of chance. */
const firstTold: ReadonlySet<Design> = new Set([
  'opinion',
  'meta-analysis',
  'systematic-review',
  'scoping-review',
  'non-randomised-trial',
])
/** Reviews whose criteria for what they take tell of chance in other papers. */
const searched: ReadonlySet<Design> = new Set(['meta-analysis', 'systematic-review', 'scoping-review'])
/** Headings that only abstracts of systematic reviews have. */
const ofSearch =
  /(?:^|[.?!\n]\s*)(?:study selection|selection criteria|search strategy|search methods|data synthesis|eligibility criteria for selecting studies):/i

function bySearch(body: string, own: string): { design: Design; basis: string } | null {
  const heading =
    ofSearch.exec(body) ?? /\b(?:STUDY SELECTION|SELECTION CRITERIA|SEARCH STRATEGY|DATA SYNTHESIS)\b/.exec(body)
  const titled = heading ? { design: 'systematic-review' as const, basis: basisOf('text', heading[0]) } : null
  return bySigns('', own, '', searched) ?? titled
}

/** Designs without chance that a title names outright: a cohort within a randomised trial is a cohort. */
const observed: ReadonlySet<Design> = new Set(['case-report', 'case-control', 'cross-sectional'])

function isObserved({ design }: { design: Design }, title: string): boolean {
  return observed.has(design) || (design === 'cohort' && /\b(?:cohort|retrospective)\b/i.test(title))
}

/** A background that ends in what was done, and what for: "the trial was conducted to test whether". */
const purpose =
  /\b(?:trial|study|experiment)\b[^.;]*\b(?:was|were) (?:\w+ )?(?:conducted|performed|undertaken|carried out|designed|done|set up) (?:in order )?to\b|\b(?:undertook|conducted|performed|designed|did) (?:an? |the )?(?:[\w-]+,? ){0,5}(?:trial|study|experiment) to\b/i
/** The name of a trial that a title tells of: "in the FOCAL trial". */
const trialName = /\b([A-Z][\w-]*[A-Z][\w-]*) (?:trial|study)\b/

/** Sentences that may tell of the paper's own study: not those of its background, unless they speak of it. */
function ownSentences({ csl, text }: Pick<Paper, 'csl' | 'text'>): string[] {
  const name = trialName.exec(csl.title)?.[1]
  const isOwn = (said: string) => own.test(said) || purpose.test(said) || (name !== undefined && said.includes(name))
  return (text?.sections ?? []).flatMap((section) =>
    viewsOf(splitSentences(section.text).map((one) => one.text))
      .filter(({ section: role, text: said }) => role !== 'background' || isOwn(said))
      .map((view) => view.text),
  )
}

function basisOf(where: string, told: string): string {
  return `${where}: “${told.trim().replace(/\s+/g, ' ').slice(0, 80)}”`
}

function byGenre(genre: string): { design: Design; basis: string } | null {
  const row = genres.find(([pattern]) => pattern.test(genre))
  return row ? { design: row[1], basis: `type of publication: ${row[0].exec(genre)![0].toLowerCase()}` } : null
}

/** @param body where signs of a kind of study on what was tried count too; what is said of other studies is in none of `own` */
function bySigns(
  title: string,
  own: string,
  body = own,
  designs?: ReadonlySet<Design>,
): { design: Design; basis: string } | null {
  for (const { design, where, sign } of designSigns) {
    if (designs && !designs.has(design)) continue
    const match = sign.exec(where === 'title' ? title : secondHand.has(design) ? own : body)
    if (match) return { design, basis: basisOf(where, match[0]) }
  }
  return null
}

/** Further signs that a reader should know, with what they mean. */
const remarks: readonly { sign: RegExp; says: string; of?: RegExp }[] = [
  {
    sign: /\b(?:double|triple)[- ](?:blind|mask)/i,
    says: 'Patients and staff did not know who got what.',
    of: /trial/,
  },
  { sign: /\bopen[- ]label\b|\bunblinded\b|\bnot blinded\b/i, says: 'Everybody knew who got what.', of: /trial/ },
  {
    sign: /\bbefore[- ](?:and[- ])?after\b|\bhistorical controls?\b|\bthan before\b/i,
    says: 'It compares with an earlier time, in which other things may have differed.',
    of: /^(?:non-randomised-trial|trial|cohort)$/,
  },
  { sign: /\b(?:stopped|terminated) (?:early|prematurely)\b/i, says: 'It was stopped early.', of: /trial/ },
  { sign: /\bretrospective/i, says: 'It looks back on data collected for another purpose.', of: /cohort/ },
  {
    sign: /\b(?:the maker of|manufacturer|employees? of|funded by|sponsored by|paid for by)\b[^.]{0,60}\b(?:industry|compan(?:y|ies)|(?:makers?|manufacturers?|producers?|developers?)|Ltd|Limited|Inc|Corp|GmbH|plc|AG|Pharmaceuticals?|Laboratories)\b|\bmaker of [^.]{3,40} was among those who paid\b|\bconflicts? of interest with\b/i,
    says: 'A maker of what is tested took part or paid.',
  },
  {
    sign: /\b(?:low|very low|very-low)[- ](?:certainty|quality)\b/i,
    says: 'Its authors call the evidence low in certainty.',
    of: /review|meta/,
  },
]

function riskNote(design: Design, text: string, sample: SampleSize | null): string {
  const said = remarks
    .filter(({ sign, of }) => (of === undefined || of.test(design)) && sign.test(text))
    .map(({ says }) => says)
  const small =
    sample && sample.size < 100 && /trial|cohort|case-control/.test(design)
      ? [`It is small: ${sample.size} ${sample.of}.`]
      : []
  return [designRisks[design], ...said, ...small].join(' ')
}
