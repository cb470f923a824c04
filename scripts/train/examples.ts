import { deny } from '../../src/core/text/denial.ts'
import { changeNumber, flipDirection } from '../evaluate/flips.ts'
import { seededRandom } from '../evaluate/random.ts'

/** Order of the classes everywhere: SUPPORT, REFUTE, NEI. */
export const classes = ['SUPPORT', 'REFUTE', 'NEI'] as const
export type ClassName = (typeof classes)[number]

/** A labelled pair to learn from. */
export interface Example {
  claim: string
  title: string
  evidence: string[]
  label: number
  weight: number
  /** Examples of one group never stand on both sides of a split. */
  group: string
  /** How the example was made, as in `scifact`, `flip-direction`. */
  made: string
}

/** A row of a labelled file as far as training reads it. */
export interface LabelledRow {
  id: string
  claim: string
  /** The claim without marks of citation. */
  claim_clean?: string
  title?: string
  evidence: string[]
  label: ClassName
  rationales?: number[][]
  doc_id?: number
  claim_id?: number
  pmid?: string
}

export interface AbstractRow {
  doc_id: number
  title: string
  abstract: string[]
}

type Add = (
  claim: string | null,
  title: string,
  evidence: readonly string[],
  label: ClassName,
  weight: number,
  made: string,
) => void

function collector(out: Example[], group: string): Add {
  return (claim, title, evidence, label, weight, made) => {
    if (claim === null || evidence.length === 0) return
    out.push({ claim, title, evidence: [...evidence], label: classes.indexOf(label), weight, group, made })
  }
}

/** Labelled rows as they are. */
export function plainExamples(
  rows: readonly LabelledRow[],
  groups: readonly string[],
  weight: number,
  made: string,
): Example[] {
  const out: Example[] = []
  for (const [at, row] of rows.entries())
    collector(out, groups[at]!)(row.claim, row.title ?? '', row.evidence, row.label, weight, made)
  return out
}

/** Short passages from rows that name their telling sentences: those sentences alone, and others of the same text as "not enough". */
export function passageExamples(rows: readonly LabelledRow[], groups: readonly string[], seed: number): Example[] {
  const random = seededRandom(seed)
  const out: Example[] = []
  for (const [at, row] of rows.entries()) {
    const add = collector(out, groups[at]!)
    const telling = [...new Set((row.rationales ?? []).flat())].sort((a, b) => a - b)
    const others = row.evidence.filter((_, place) => !telling.includes(place))
    const other = () => others[Math.floor(random() * others.length)]!
    if (row.label !== 'NEI') {
      add(
        row.claim,
        '',
        telling.slice(0, 4).map((place) => row.evidence[place]!),
        row.label,
        0.4,
        'passage',
      )
      for (const set of (row.rationales ?? []).slice(0, 3))
        add(
          row.claim,
          '',
          set.map((place) => row.evidence[place]!),
          row.label,
          0.4,
          'passage-one',
        )
    }
    for (let k = 0; k < 2 && others.length > 0; k++) add(row.claim, '', [other()], 'NEI', 0.4, 'passage-other')
  }
  return out
}

/** Supported claims flipped in direction, negation or number are refuted; refuted claims flipped back are supported. */
export function flippedExamples(rows: readonly LabelledRow[], groups: readonly string[], seed: number): Example[] {
  const random = seededRandom(seed)
  const out: Example[] = []
  for (const [at, row] of rows.entries()) {
    if (row.label === 'NEI') continue
    const add = collector(out, groups[at]!)
    const telling = [...new Set((row.rationales ?? []).flat())].slice(0, 4).map((place) => row.evidence[place]!)
    const label = row.label === 'SUPPORT' ? 'REFUTE' : 'SUPPORT'
    const flips: [string, string | null][] = [
      ['direction', flipDirection(row.claim, random)],
      ['negation', deny(row.claim)],
      ['number', row.label === 'SUPPORT' ? changeNumber(row.claim, random) : null],
    ]
    for (const [name, claim] of flips) {
      add(claim, row.title ?? '', row.evidence, label, 0.4, `flip-${name}`)
      add(claim, '', telling, label, 0.4, `flip-passage-${name}`)
    }
  }
  return out
}

/** Titles that state something, against their own abstract, flipped against it, and against a near abstract of another paper. */
export function titleExamples(
  abstracts: readonly AbstractRow[],
  groupOf: (row: AbstractRow) => string,
  near: (at: number, skip: number) => AbstractRow | null,
  weight: number,
  seed: number,
): Example[] {
  const random = seededRandom(seed)
  const out: Example[] = []
  for (const [at, row] of abstracts.entries()) {
    if (random() > 0.62 || !statesSomething(row)) continue
    const add = collector(out, groupOf(row))
    const title = row.title.replace(/\.$/, '')
    const take = (other: AbstractRow) => excerpt(title, other, random)
    add(title, '', take(row), 'SUPPORT', weight, 'title')
    const flipped =
      random() < 0.5 ? (flipDirection(title, random) ?? deny(title)) : (deny(title) ?? flipDirection(title, random))
    add(flipped, '', take(row), 'REFUTE', weight, 'title-flip')
    const other = near(at, Math.floor(random() * 3))
    if (other) add(title, '', take(other), 'NEI', weight, 'title-near')
  }
  return out
}

/** The last sentence of an abstract as a claim against the rest, flipped against it, and against another paper's abstract. */
export function conclusionExamples(
  abstracts: readonly AbstractRow[],
  groupOf: (row: AbstractRow) => string,
  near: (at: number, skip: number) => AbstractRow | null,
  weight: number,
  seed: number,
): Example[] {
  const random = seededRandom(seed)
  const out: Example[] = []
  for (const [at, row] of abstracts.entries()) {
    if (random() > 0.5 || row.abstract.length < 5) continue
    const claim = conclusionOf(row)
    if (claim === null) continue
    const add = collector(out, groupOf(row))
    const rest = { ...row, abstract: row.abstract.slice(0, -1) }
    const take = (other: AbstractRow) => excerpt(claim, other, random)
    add(claim, '', take(rest), 'SUPPORT', weight, 'conclusion')
    const flipped =
      random() < 0.6 ? (flipDirection(claim, random) ?? deny(claim)) : (deny(claim) ?? flipDirection(claim, random))
    add(flipped, '', take(rest), 'REFUTE', weight, 'conclusion-flip')
    const other = near(at, Math.floor(random() * 3))
    if (other) add(claim, '', take(other), 'NEI', weight, 'conclusion-near')
  }
  return out
}

const opening =
  /^(?:[A-Z]{4,}[A-Z ]*[:.]? |(?:In conclusion|In summary|Thus|Therefore|Together|Hence|Taken together|Overall|Collectively|Finally|Moreover)\b,? ?|(?:(?:These|Our|This|The|Collectively,? these|Together,? these|Taken together,? these) (?:present )?(?:results|findings|data|study|work|observations)|We|Here,? we) (?:(?:thus|therefore|also|further|clearly|strongly) )?(?:suggest|indicate|show|demonstrate|conclude|reveal|find|found|propose|support|establish|provide evidence)(?:s|d|ed)? that )/i

function conclusionOf(row: AbstractRow): string | null {
  let text = row.abstract.at(-1)!.trim()
  for (let i = 0; i < 3; i++) text = text.replace(opening, '')
  const words = text.split(' ').length
  if (words < 7 || words > 32 || /\b(?:we|our|future|further|needed|warranted|should)\b/i.test(text)) return null
  return text[0]!.toUpperCase() + text.slice(1)
}

function statesSomething(row: AbstractRow): boolean {
  return row.abstract.length > 3 && row.title.split(' ').length >= 6 && !row.title.includes('?')
}

/** The whole abstract, or its one to four sentences nearest to the title. */
function excerpt(title: string, row: AbstractRow, random: () => number): string[] {
  if (random() < 0.3) return row.abstract
  const words = new Set(title.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
  const shared = (text: string) =>
    (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => words.has(word)).length
  const count = 1 + Math.floor(random() * 4)
  return row.abstract
    .map((text, at) => ({ text, at, score: shared(text) }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, count)
    .map((one) => one.text)
}
