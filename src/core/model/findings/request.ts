import { z } from 'zod'
import { givesOrders } from '../../text/orders.ts'
import { dataBlock, dataWarning, type ModelRequest } from '../request.ts'

/** Findings that a model sees in statements of several papers. */
export const groupsForm = z.object({
  findings: z
    .array(
      z.object({
        subject: z.string().describe('What was done, given or compared, as narrowly as all its statements allow'),
        outcome: z.string().describe('What happened or was measured, as narrowly as all its statements allow'),
        says: z.array(z.string()).describe('Ids of the statements that report this result'),
        contrary: z.array(z.string()).describe('Ids of those that report the opposite result'),
        noDifference: z
          .array(z.string())
          .describe('Ids of those that found no difference or effect where the first found one'),
      }),
    )
    .max(120),
})

export type GroupsAnswer = z.infer<typeof groupsForm>

/** A statement of one paper as a model reads it. */
export interface ShownStatement {
  id: string
  paper: string
  text: string
  about?: Readonly<Record<string, string>>
}

/** A finding of statements shown before, to which others may belong. */
export interface ShownGroup {
  subject: string
  outcome: string
  says: readonly string[]
  contrary: readonly string[]
  noDifference: readonly string[]
  /** A statement that says it. */
  example: string
}

const instructions = [
  'You get statements that different papers make on one research question, each with the id of its paper. Find the findings that two papers or more share: the same thing done or compared, the same outcome, and the same comparison where one is named.',
  'For each such finding list under "says" the ids of all statements that report that result, under "contrary" those that report the opposite result, under "noDifference" those that found no difference where the others found one. Go through the statements one by one and look for every other paper that reports on the same; a statement that reports several results stands in several findings. A statement that no other paper shares or contests stands in none.',
  'Keep findings narrow. Each statement of a finding must say the result of the finding by itself: a reader who sees two of them side by side must agree that both say the same of the same. Two things done (two drugs, two devices, two programmes) are two findings, and so are two outcomes, even where all point the same way; ways of measuring one outcome (counts, rates, amounts of it) are one outcome. What happens to two conditions (burns that heal, bedsores that heal) are two outcomes. A statement that leaves out what was tried ("both were well tolerated") is about what its own paper tried, as "about" says, and about nothing else. A statement on the whole class ("dairy drinks improve sleep") or on a combination belongs with others on that class, and also with those on a member of it that report the same result. "contrary" and "noDifference" too must be about that thing, or its class, and that outcome: look for them as carefully as for agreement, since readers need to know who disagrees; a result that is said not to be significant is "noDifference".',
  'Within one finding figures, doses, lengths of time, places and groups of people may differ, unless the finding is about just that: two papers that found the same direction share it. A conclusion ("effective and safe") belongs with every result that says the same of the same outcome; conclusions that expect or advise the same ("may help to prevent") share a finding of their own.',
  'Word subject and outcome in words of the statements, as narrowly as they allow. Invent no ids. Statements that are aims or methods belong nowhere.',
  'Example: s1 (p1) "Adults slept 31 minutes longer with buttermilk than with water.", s2 (p2) "Buttermilk lengthened sleep.", s3 (p3) "Buttermilk had no effect on sleep time.", s4 (p2) "Buttermilk was well tolerated.", s5 (p4) "Yoghurt lengthened sleep.", s6 (p1) "Buttermilk made sleep calmer." give one finding: subject buttermilk, outcome length of sleep, says [s1, s2], contrary [], noDifference [s3].',
  dataWarning,
].join('\n')

/** For statements that the first look left alone. */
const secondLook =
  ' These statements stood in no finding at the first look. Take them one by one: does a finding under "before" report the same, the contrary or no difference of the same thing and outcome; or do two of them share a finding of their own? Leave out those that truly stand alone.'

/** The request for one batch of statements, beside the findings of the batches before. */
export function groupsRequest(
  question: string,
  statements: readonly ShownStatement[],
  before: readonly ShownGroup[],
  again = false,
): ModelRequest<GroupsAnswer> {
  const shown = statements.filter(({ text }) => !givesOrders(text))
  return {
    stage: 'findings',
    instructions:
      before.length === 0
        ? instructions
        : `${instructions}\nUnder "before" stand findings of earlier statements. Where a new statement belongs to one of them, give that finding again with its old ids and the new one.${again ? secondLook : ''}`,
    question: dataBlock({ question, statements: shown, ...(before.length > 0 ? { before } : {}) }),
    form: groupsForm,
    version: '5',
    maxTokens: 12_000,
  }
}
