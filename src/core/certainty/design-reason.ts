import type { CertaintyReason } from '../../schemas/certainty.ts'
import type { Paper, Study } from '../../schemas/paper.ts'
import { designLabels } from '../papers/study/index.ts'
import { numberInWords as inWords } from '../text/counts.ts'
import { designSteps, stepsOf, unknownDesign } from './rules.ts'
import { papersOf, type Voice, type Voices } from './voices.ts'
import { capital, listed } from './words.ts'

const blinded = /\b(?:double|triple|single|assessor|observer)[-\s]?(?:blind|mask)/i
const randomised = /\brandomi[sz]ed\b/i

const textOf = ({ csl, text }: Paper) => [csl.title, ...(text?.sections ?? []).map((section) => section.text)].join(' ')

/** What the papers that say it are, and what that leaves open: they begin where the weaker half of them begins. */
export function designReason({ says }: Voices): CertaintyReason {
  const groups = new Map<Study['design'] | 'unknown', Voice[]>()
  for (const voice of says) {
    const design = voice.paper.study?.design ?? 'unknown'
    groups.set(design, [...(groups.get(design) ?? []), voice])
  }
  const starts = says.map(startOf).sort((a, b) => a - b)
  const start = starts[Math.floor((starts.length - 1) / 2)]!
  const trials = groups.get('randomised-trial') ?? []
  const open = start === 0 && trials.filter(({ paper }) => blinded.test(textOf(paper))).length * 2 <= trials.length
  const parts = [...groups]
    .toSorted(([, one], [, other]) => other.length - one.length || startOf(other[0]!) - startOf(one[0]!))
    .map(([design, voices]) => designWords(design, voices.length, says.length))
  const blind =
    open && trials.length > 0
      ? `, and ${trials.length === 1 ? 'it does not call itself' : 'most do not call themselves'} blinded`
      : ''
  return {
    question: 'design',
    steps: start + (blind ? stepsOf('unblinded') : 0),
    text: `${capital(listed(parts))}${blind}.`,
    papers: papersOf(says),
  }
}

function startOf({ paper }: Voice): number {
  const design = paper.study?.design
  if (design === undefined) return unknownDesign
  return /^(?:meta-analysis|systematic-review)$/.test(design) && randomised.test(textOf(paper))
    ? 0
    : designSteps[design]
}

function designWords(design: Study['design'] | 'unknown', count: number, of: number): string {
  const who =
    count === of ? (of === 1 ? 'the paper' : of === 2 ? 'both papers' : `all ${inWords(of)} papers`) : inWords(count)
  if (design === 'unknown')
    return `${who} ${count === 1 ? 'does not tell how it was made' : 'do not tell how they were made'}`
  const label = designLabels[design]
  if (count === 1) return `${who} is ${/^[aeiou]/.test(label) ? 'an' : 'a'} ${label}`
  return `${who} are ${plurals[design] ?? `${label}s`}`
}

/** Designs whose label has another plural than one in -s. */
const plurals: Readonly<Partial<Record<Study['design'], string>>> = {
  'meta-analysis': 'meta-analyses',
  trial: 'trials whose allocation is not told',
  cohort: 'cohort studies',
  'case-control': 'case-control studies',
  'cross-sectional': 'cross-sectional studies',
  model: 'modelling studies',
  animal: 'animal studies',
  laboratory: 'laboratory studies',
  opinion: 'opinions or letters',
}
