import { openLearner } from '../../src/core/screen/active-learner.ts'
import type { ScreeningDecision } from '../../src/core/screen/decision.ts'
import { recordOf } from '../../src/core/screen/screening.ts'
import { type Stopping, stopping } from '../../src/core/screen/stopping.ts'
import { stems, tfIdf } from '../../src/core/screen/vectors.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import type { ScreeningEntry } from './decided.ts'

/** What a person says of one record. */
export type Answer = 'include' | 'exclude' | 'skip' | 'stop'

/** A record as it is shown to a person. */
export interface Shown {
  place: number
  of: number
  title: string
  abstract: string
  why: string
}

/** Where a session meets a person. */
export interface Person {
  ask(record: Shown): Promise<Answer>
  tell(line: string): void
  /** Keeps a decision at once: a session may be cut off. */
  keep(entry: ScreeningEntry): Promise<void>
}

interface Session {
  papers: readonly Paper[]
  /** What the rules say of each paper, in the order of the papers. */
  decisions: readonly ScreeningDecision[]
  who: string
  today: string
}

/**
 * Shows records one after another, the likeliest relevant first, learns after each answer, and says how many relevant ones are probably left.
 * Records on which a person has decided are not shown again, but what was decided is learned from.
 */
export async function screeningSession({ papers, decisions, who, today }: Session, person: Person): Promise<Stopping> {
  const records = papers.map(recordOf)
  const learner = openLearner({
    space: tfIdf(
      records.map(({ title, abstract }) => [
        ...stems(`${title} ${abstract}`),
        ...stems(title).map((stem) => `title ${stem}`),
      ]),
    ),
    prior: decisions.map(({ relevance }) => relevance),
    group: records.map(({ abstract }) => (abstract === '' ? 1 : 0)),
  })
  decisions.forEach(({ overruled, state }, at) => {
    if (overruled) learner.take(at, state !== 'excluded')
  })
  const skipped = new Set<number>()
  const answers = () => learner.read.map(({ relevant }) => relevant)
  let told = false
  for (;;) {
    const index = learner.next(papers.length, skipped)[0]
    if (index === undefined) break
    const answer = await person.ask({
      place: learner.read.length + skipped.size + 1,
      of: papers.length,
      ...records[index]!,
      why: decisions[index]!.reason,
    })
    if (answer === 'stop') break
    if (answer === 'skip') {
      skipped.add(index)
      continue
    }
    learner.take(index, answer === 'include')
    const why =
      answer === 'include' ? 'Read in the terminal and found on topic.' : 'Read in the terminal and found off topic.'
    await person.keep({ paper: papers[index]!.id, decision: answer, who, when: today, why })
    const now = stopping(answers(), papers.length)
    person.tell(
      `${learner.read.filter(({ relevant }) => relevant).length} relevant of ${learner.read.length} read; probably at most ${now.left} left.`,
    )
    if (now.reasonable && !told)
      person.tell(`The last ${now.barren} were not relevant: it is reasonable to stop here (q).`)
    told ||= now.reasonable
  }
  return stopping(answers(), papers.length)
}
