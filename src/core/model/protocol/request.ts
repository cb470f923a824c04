import { z } from 'zod'
import type { Facet } from '../../../schemas/question.ts'
import { givesOrders } from '../../text/orders.ts'
import { dataBlock, dataWarning, type ModelRequest } from '../request.ts'

const names = z.array(z.string()).max(40)

/** What a model proposes for a protocol. */
export const protocolForm = z.object({
  names: z
    .array(z.object({ facet: z.string().describe('Id of a facet that is there'), terms: names }))
    .max(16)
    .describe('Other names of what a facet stands for: synonyms, abbreviations, spellings, members of the class'),
  subjects: z
    .array(z.object({ label: z.string(), terms: names }))
    .max(4)
    .describe('What else a record must be about, where the facets miss it'),
  aspects: z
    .array(z.object({ label: z.string(), terms: names }))
    .max(8)
    .describe('What else is asked of the subject, where the facets miss it'),
  exclude: z
    .array(z.object({ label: z.string().describe('What is off the question, in a few words'), terms: names }))
    .max(6)
    .describe('Neighbouring subjects that share words with the question and are off it'),
})

export type ProtocolAnswer = z.infer<typeof protocolForm>

const instructions = [
  'You help a librarian to write the protocol of a literature search. You get a research question, its facets with the names that are there already, and titles of records that may be about it.',
  'Give names by which papers call what each facet stands for and which are not there yet. A trailing * matches any ending. Give only names that stand for the same thing or a member of it, never a wider subject. Then what a record must be about or what is asked and no facet says; then subjects to leave out. Leave a list empty where there is nothing to add.',
  dataWarning,
].join('\n')

/** Titles that are shown, at most; evenly taken from a larger library. */
const mostTitles = 40

/** The request for a protocol: the question, its facets, and titles of the library where there is one. */
export function protocolRequest(
  question: string,
  facets: readonly Pick<Facet, 'id' | 'label' | 'role' | 'terms'>[],
  titles: readonly string[],
): ModelRequest<ProtocolAnswer> {
  const step = Math.max(1, titles.length / mostTitles)
  const shown = Array.from({ length: Math.min(mostTitles, titles.length) }, (_, at) => titles[Math.floor(at * step)]!)
  return {
    stage: 'protocol',
    instructions,
    question: dataBlock({
      question,
      facets: facets.map(({ id, label, role, terms }) => ({ id, label, role, names: terms })),
      titles: shown.filter((title) => !givesOrders(title)),
    }),
    form: protocolForm,
    version: '1',
  }
}
