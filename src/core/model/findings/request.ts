import { z } from 'zod'
import { givesOrders } from '../../text/orders.ts'
import { dataBlock, dataWarning, type ModelRequest } from '../request.ts'

/** Findings that a model sees in statements of several papers. */
export const groupsForm = z.object({
  findings: z
    .array(
      z.object({
        subject: z
          .string()
          .describe('What was done, given or compared, or the kind of it, as narrowly as all its statements allow'),
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
  'You get statements that different papers make on one research question, each with the id of its paper. Find every finding that two papers or more share or contest, as a reviewer would write it in one sentence: what was done, used or compared; what came of it; against what, where that matters.',
  'For each finding list under "says" the ids of all statements that report it, under "contrary" those that report the opposite, under "noDifference" those that found no difference or effect where the others found one. A statement of several results stands in several findings, and a statement may stand in a narrow finding and in a wide one. A statement that no other paper shares or contests stands in none.',
  'Work in two passes. First the narrow findings: the same thing, the same outcome, the same comparison. Then the kinds: where papers tried things of one kind (drugs of one class, programmes that remind, methods that replay old examples, materials of one metal), each reports the same result on the same outcome against the same sort of comparison, and a review would give that kind a heading, this is a finding too: "dairy drinks lengthen sleep". Its subject is the kind, in the words of the statements or in the usual name of the kind; go from the nearest kind to wider ones. A kind is known by what its members are, how they work, or what they need or do without; the purpose that the question asks about makes no kind ("ways to sleep better", "methods", "interventions" hold everything and are none). That a thing is of the kind must stand in its statement or under "about", not in what you know besides. Things with names of their own (drugs, devices, named programmes) that were compared with each other or with different things are not joined: buttermilk against cocoa and buttermilk against tea are two findings, and "better than other drinks" is none; only what each showed against the same thing (nothing, placebo, usual care, one old standard) may stand for the kind. What two of a kind showed against each other is no finding of the kind, and to beat or match others of its field ("state of the art", "outperforms the baselines") is shared only where those that were beaten are the same.',
  'Hold every statement against the sentence of its finding: "says" is right only where the statement by itself reports that sentence or a plain case of it. Two outcomes are two findings, even where all point the same way; ways of measuring one outcome (counts, rates, amounts of it) are one outcome, and what happens to two conditions (burns that heal, bedsores that heal) are two. A statement that leaves out what was tried ("both were well tolerated") is about what its own paper tried, as "about" says. To be on the same topic is not enough, and what is true of a kind by its name ("diluting makes thinner") is no finding; to be well tolerated, promising or in use is shared only where the very same thing is.',
  '"contrary" and "noDifference" must be about that thing or its kind, and that outcome: look for them as carefully as for agreement, since readers need to know who disagrees; a result that is said not to be significant is "noDifference".',
  'Within one finding figures, doses, lengths of time, places and groups of people may differ, unless the finding is about just that. A conclusion ("effective and safe") belongs with every result that says the same of the same outcome; conclusions that expect or advise the same ("may help to prevent") share a finding of their own.',
  'Word subject and outcome as narrowly as all statements of the finding allow. Invent no ids. Statements that are aims or methods belong nowhere.',
  'Example: s1 (p1) "Adults slept 31 minutes longer with buttermilk than with water.", s2 (p2) "Buttermilk lengthened sleep.", s3 (p3) "Buttermilk had no effect on sleep time.", s4 (p2) "Buttermilk was well tolerated.", s5 (p4) "Yoghurt drinks lengthened sleep.", s6 (p1) "Buttermilk made sleep calmer." give two findings: subject buttermilk, outcome length of sleep, says [s1, s2], contrary [], noDifference [s3]; and subject dairy drinks, outcome length of sleep, says [s1, s2, s5], contrary [], noDifference [s3].',
  dataWarning,
].join('\n')

/** For statements that the first look left alone. */
const secondLook =
  ' These statements stood in no finding at the first look. Take them one by one: does a finding under "before" report the same, the contrary or no difference of the same thing or kind and outcome; or do two of them share a finding of their own, narrow or of a kind? Leave out those that truly stand alone.'

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
    version: '6',
    maxTokens: 12_000,
  }
}
