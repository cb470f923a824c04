import type { CertaintyReason } from '../../schemas/certainty.ts'
import { sharedStudies } from '../papers/studies/index.ts'
import { peopleIn } from '../papers/study/index.ts'
import { measureOf } from '../quantities/measures.ts'
import { countedInWords as counted, grouped, numberInWords as inWords } from '../text/counts.ts'
import { enoughSubjects, muchVariation, stepsOf } from './rules.ts'
import { papersOf as ids, type Voice, type Voices } from './voices.ts'
import { capital, listed } from './words.ts'

/** Whether the papers agree. */
export function consistencyReason({ says, otherwise, noDifference }: Voices, i2: number | null): CertaintyReason {
  const against = [...otherwise, ...noDifference]
  const question = 'consistency' as const
  if (against.length > 0) {
    const parts = [
      ...(otherwise.length ? [`${counted(otherwise.length, 'paper says', 'papers say')} otherwise`] : []),
      ...(noDifference.length ? [`${counted(noDifference.length, 'paper finds', 'papers find')} no difference`] : []),
    ]
    const steps = stepsOf(against.length >= says.length ? 'many-differ' : 'some-differ')
    return {
      question,
      steps,
      text: `${capital(parts.join(' and '))}, against ${inWords(says.length)} that ${says.length === 1 ? 'says' : 'say'} it.`,
      papers: ids(against),
    }
  }
  if (i2 !== null && i2 >= muchVariation)
    return {
      question,
      steps: stepsOf('some-differ'),
      text: `Their estimates vary far more than chance explains (I² ${Math.round(i2)} %).`,
      papers: ids(says),
    }
  const text =
    says.length > 1
      ? 'No paper read here was recognised as saying otherwise.'
      : 'No second paper was recognised as agreeing or disagreeing with it.'
  return { question, steps: 0, text, papers: ids(says) }
}

/** Whether the other papers speak of the case that the finding states; its own paper does by itself. */
export function directnessReason({ says }: Voices): CertaintyReason {
  const question = 'directness' as const
  const others = says.slice(1)
  const aside = others.filter(({ fit }) => fit !== 'same')
  if (others.length === 0) return { question, steps: 0, text: 'It speaks of this case itself.', papers: ids(says) }
  if (aside.length === 0) return { question, steps: 0, text: 'All speak of the same case.', papers: ids(says) }
  const kinds = listed([...new Set(aside.map(({ fit }) => fitWords[fit]))])
  const who =
    others.length === 1 ? 'the other paper' : `${inWords(aside.length)} of the ${inWords(others.length)} other papers`
  const text = `${capital(who)} ${aside.length === 1 ? 'speaks' : 'speak'} of a ${kinds} case.`
  return { question, steps: aside.length * 2 > others.length ? stepsOf('other-case') : 0, text, papers: ids(aside) }
}

const fitWords: Readonly<Record<Voice['fit'], string>> = {
  same: 'same',
  narrower: 'narrower',
  broader: 'wider',
  related: 'related',
}

/** Whether chance alone could make the result. */
export function precisionReason({ says }: Voices): CertaintyReason {
  const question = 'precision' as const
  const open = says.filter(({ claim }) => claim.quantities.some(holdsNone) && claim.frame?.direction?.value !== 'none')
  if (open.length > 0)
    return {
      question,
      steps: stepsOf('few'),
      text: `The interval of ${counted(open.length, 'paper')} holds no effect as well.`,
      papers: ids(open),
    }
  const sized = says.filter(({ paper }) => peopleIn(paper.study) !== undefined)
  const total = sized.reduce((sum, { paper }) => sum + peopleIn(paper.study)!, 0)
  const where =
    sized.length === says.length ? '' : `, as far as ${inWords(sized.length)} of ${inWords(says.length)} tell`
  if (sized.length === 0)
    return {
      question,
      steps: stepsOf('few'),
      text: `${says.length === 1 ? 'It tells no size' : 'None tells a size'} by which chance could be judged.`,
      papers: ids(says),
    }
  const text = `${says.length === 1 ? 'It counts' : 'Together they count'} ${grouped(total)} subjects${where}.`
  return { question, steps: total < enoughSubjects ? stepsOf('few') : 0, text, papers: ids(sized) }
}

function holdsNone({ measure, low, high }: Voice['claim']['quantities'][number]): boolean {
  const none = measureOf(measure)?.none
  return none !== null && none !== undefined && low !== undefined && high !== undefined && low < none && high > none
}

/** Whether they speak independently. */
export function independenceReason({ says }: Voices, source: (paper: string) => string): CertaintyReason {
  const question = 'independence' as const
  const groups = new Set(ids(says).map(source)).size
  if (says.length === 1)
    return {
      question,
      steps: stepsOf('one-source'),
      text: 'Only one paper was recognised as saying it.',
      papers: ids(says),
    }
  const studies = sharedStudies(says.map(({ paper }) => paper))
  const shared = studies.length > 0 ? `authors or a study (${listed(studies)})` : 'authors or data'
  if (groups === 1)
    return {
      question,
      steps: stepsOf('one-source'),
      text: `They share ${shared}, and so count as one.`,
      papers: ids(says),
    }
  const text =
    groups === says.length
      ? `The ${inWords(says.length)} papers share neither authors nor data.`
      : `Some share ${shared}: they count as ${inWords(groups)}.`
  return { question, steps: 0, text, papers: ids(says) }
}
