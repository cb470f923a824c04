import { z } from 'zod'
import { givesOrders } from '../../text/orders.ts'
import { dataBlock, dataWarning, type ModelRequest } from '../request.ts'

const slot = z.string().nullable().describe('In words of the paper; null where it does not say')

/** What a model finds in one paper: its results on the question, each with the sentence that carries it. */
export const extractionForm = z.object({
  findings: z
    .array(
      z.object({
        quote: z.string().describe('One whole sentence of the text, copied letter by letter'),
        subject: slot.describe(
          'What was done, given, compared or looked at, in words of the paper; null where it does not say',
        ),
        comparator: slot,
        outcome: slot.describe('What happened or was measured, in words of the paper; null where it does not say'),
        direction: z
          .enum(['up', 'down', 'none', 'better', 'worse', 'other'])
          .describe('What the outcome does: up, down, no difference shown, better, worse, anything else'),
        figures: z.array(z.string()).describe('Figures of the result as they stand in the quote'),
        population: slot,
      }),
    )
    .max(40),
})

export type ExtractionAnswer = z.infer<typeof extractionForm>

/** Sentences of one paper in order, as a model reads them. */
export interface ShownPaper {
  title: string
  sentences: readonly string[]
}

const instructions = [
  'You read one paper for a literature review on one question, and list its findings on that question: every sentence of the text that states a result or a conclusion of this paper which answers the question or a part of it, also a result of no difference, a result that is unwelcome, and a conclusion that is held back ("may help to prevent").',
  'Where the question asks what something does, or what does something, all that this paper reports of the thing it tried counts: also what it does to a cause of the outcome or to a part of it, how well it does its task as a whole, what patients or users have of it, harm, costs, what it needs or can do without (time, staff, data, labels, memory), for whom or on what else it works, what it can be combined with, why it works, acceptance, how long it lasts, and what was seen without it for comparison.',
  'A paper may state a result without a figure or a test ("our method can be trained in one pass", "this lets nurses react sooner"): what it says its own work does, shows or allows is a result; what it only sets out to do is an aim.',
  'A sentence of advice counts where it says itself what was found or may be expected ("should be considered, since it lowers …", "may be a useful addition", "could be used to good effect"); advice or a wish alone ("more trials are needed", "doctors should be trained") does not.',
  'Give each such sentence once, as a quote: one whole sentence, copied letter by letter, nothing left out and nothing mended. Then what it says, in words of the paper: subject, comparator, outcome, direction, figures, population. Take a subject that the sentence leaves out from the rest of the paper.',
  'Leave out aims, mere methods, background, what other papers found, plans, and results on other matters than the question. Where in doubt whether a result belongs to the question, list it. A paper may have none.',
  'Example, for the question "Does buttermilk improve sleep?": of the text "We gave 84 adults buttermilk or water. They slept 31 minutes longer with buttermilk. Weight did not change." only the second sentence is a finding: subject buttermilk, comparator water, outcome sleep, direction up, figures ["31 minutes"], population adults.',
  dataWarning,
].join('\n')

/** Letters of a paper that a model is shown; what stands behind is not read by it. */
const longestText = 24_000

/** The request for one paper; sentences that give orders are not shown. */
export function extractionRequest(question: string, { title, sentences }: ShownPaper): ModelRequest<ExtractionAnswer> {
  const shown = sentences.filter((sentence) => !givesOrders(sentence)).join(' ')
  return {
    stage: 'extraction',
    instructions,
    question: dataBlock({ question, title: givesOrders(title) ? '' : title, text: shown.slice(0, longestText) }),
    form: extractionForm,
    version: '4',
    maxTokens: 6000,
  }
}
