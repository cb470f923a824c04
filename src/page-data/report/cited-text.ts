import { readCitations } from '../../core/reports/citations/index.ts'
import { isListHeading } from '../../core/reports/citations/list-headings.ts'
import { normaliseLines } from '../../core/reports/read/parse.ts'
import { counted } from '../../core/text/counts.ts'
import type { Report } from '../../schemas/report.ts'
import { shown } from '../content/shown.ts'
import { percent } from '../words.ts'

type Imported = NonNullable<Report['imported']>
type Outcome = NonNullable<NonNullable<Imported['sentences']>[number]['outcome']>

/** How an outcome is shown: the colour and glyph of a verdict, and its word. */
const outcomeViews: Readonly<Record<Outcome | 'unchecked', { verdict: string; word: string }>> = {
  'says-so': { verdict: 'supported', word: 'Its source says so' },
  'says-otherwise': { verdict: 'contradicted', word: 'Its source says otherwise' },
  'not-in-abstract': { verdict: 'reported', word: 'Not in the abstract of its source' },
  'cannot-be-read': { verdict: 'unverified', word: 'Its source cannot be read here' },
  unchecked: { verdict: 'unverified', word: 'Not yet held against its source' },
}

/** A sentence of the report's own text; `mark` where it cites. */
export interface CitedPart {
  text: string
  mark: {
    verdict: string
    word: string
    cites: string[]
    quote: string | null
    why: string | null
    /** What papers of the library say that the sentence does not cite. */
    others: string[]
  } | null
}

/** A heading, or the sentences of one paragraph, item or row. */
export type CitedBlock = { heading: string } | { heading: null; line: number; parts: CitedPart[] }

/** The report's own text with what the source of each citing sentence says, and the summary above it. */
export interface CitedTextView {
  summary: string[]
  blocks: CitedBlock[]
}

/** Reads the text of a report that was brought in; null where no sentence of it cites. */
export function citedText(imported: Report['imported']): CitedTextView | null {
  if (!imported?.sentences || imported.sentences.length === 0) return null
  const { flow, sentences, references } = readCitations(
    normaliseLines(imported.source),
    new Map(Object.entries(imported.keys ?? {})) as never,
  )
  const names = new Map(
    references.map(({ n, key, title, text }) => [n, `${key ?? n}: ${shown(title ?? text).slice(0, 140)}`]),
  )
  const blocks: CitedBlock[] = []
  let current = -1
  for (const { kind, text, line, block, cited } of flow) {
    if (kind === 'heading') {
      blocks.push({ heading: shown(text) })
      continue
    }
    const stored = cited === null ? undefined : imported.sentences[cited]
    const cites = cited === null ? [] : sentences[cited]!.cites.map((n) => names.get(n) ?? String(n))
    const mark = cited === null ? null : markOf(stored, cites)
    const last = blocks.at(-1)
    const part = { text: shown(text), mark }
    if (block === current && last && last.heading === null) last.parts.push(part)
    else blocks.push({ heading: null, line, parts: [part] })
    current = block
  }
  // The heading of a list of sources has nothing under it here.
  const kept = blocks.filter(({ heading }, at) => heading === null || at < blocks.length - 1 || !isListHeading(heading))
  return { summary: summaryOf(imported), blocks: kept }
}

function markOf(stored: NonNullable<Imported['sentences']>[number] | undefined, cites: string[]): CitedPart['mark'] {
  const { quote = null, why = null, confidence } = stored?.source ?? {}
  const sure = confidence === undefined ? '' : ` (${percent(confidence)} sure)`
  const lost = cites.length === 0 ? { word: 'Its citation leads nowhere', verdict: 'disputed' } : {}
  return {
    ...outcomeViews[stored?.outcome ?? 'unchecked'],
    ...lost,
    cites,
    others: (stored?.others ?? []).map(
      ({ title, outcome, quote: words }) =>
        `${shown(title)} ${outcome === 'says-so' ? 'says so' : 'says otherwise'}: “${shown(words)}”`,
    ),
    quote: quote && shown(quote),
    why: why && `${shown(why)}${sure}`,
  }
}

/** What a busy person can act on: how many sentences hold, how many references are not what they are printed as. */
function summaryOf({ sentences = [], references }: Imported): string[] {
  const of = (outcome: Outcome) => sentences.filter((one) => one.outcome === outcome).length
  const held = sentences.filter(({ outcome }) => outcome !== undefined)
  const checked = held.length - of('cannot-be-read')
  const looked = references.flatMap(({ lookup }) => lookup ?? [])
  const found = (outcome: string) => looked.filter((one) => one.outcome === outcome).length
  const retracted = looked.filter(({ standing }) => standing === 'retracted').length
  const nowhere = sentences.filter(({ cites }) => cites.length === 0).length
  return [
    held.length === 0
      ? `${counted(sentences.length, 'sentence')} ${sentences.length === 1 ? 'cites' : 'cite'} a source; none was held against it yet.`
      : `${checked} of ${sentences.length} cited sentences can be checked: ${counted(of('says-so'), 'holds', 'hold')}, ${counted(of('says-otherwise'), 'says', 'say')} otherwise, ${counted(of('not-in-abstract'), 'is', 'are')} not in the abstract, which is no fault.`,
    nowhere > 0 ? `${counted(nowhere, 'citation')} ${nowhere === 1 ? 'leads' : 'lead'} nowhere.` : '',
    looked.length > 0
      ? `Of ${counted(looked.length, 'reference')} ${counted(found('not-found'), 'is', 'are')} not found and to be checked by hand, ${counted(found('other-work'), 'bears', 'bear')} the identifier of another work, ${counted(retracted, 'is', 'are')} retracted.`
      : '',
  ].filter(Boolean)
}
