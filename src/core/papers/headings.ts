import { isLabel } from '../text/section-labels.ts'
import { beginsSentences, sectionLabel } from '../text/sentences.ts'

/** Parts of an abstract, as far as extraction tells them apart. */
export const roles = ['background', 'objective', 'method', 'result', 'conclusion'] as const
export type Role = (typeof roles)[number]

const table: readonly [RegExp, Role][] = [
  [
    /conclu|interpretation|implication|discussion|summary|significance|relevance|recommendation|comparison|meaning|message|highlight|\badds$/i,
    'conclusion',
  ],
  [
    /^main outcome|^primary outcome|outcome measure|measure|method|design|setting|participant|patient|intervention|material|subject|search|selection|data|registration|funding|review (?:criteria|methods)|analysis|procedure|population|eligib|source|exposure|sample/i,
    'method',
  ],
  [/result|finding|synthesis|observation|evidence|case|contribution|outcome/i, 'result'],
  [/objective|aim|purpose|goal|hypothes|question/i, 'objective'],
  [/background|context|introduction|importance|rationale|motivation|problem|what is|known/i, 'background'],
]

/** Part of the abstract that a heading names, or null. */
export function headingRole(label: string): Role | null {
  return table.find(([pattern]) => pattern.test(label))?.[1] ?? null
}

/** A sentence parted from the heading in front of it; `shift` counts the characters of the heading. */
export interface Headed {
  text: string
  shift: number
  label: string | null
}

const dashedNames =
  'Purpose|Findings|Design/methodology/approach|Methodology/Principal Findings|Originality/value|Practical implications|Research limitations/implications|Conclusions?|Results|Methods?|Background|Objectives?|Aims?|Introduction|Interpretation|Discussion|Importance|Setting|Design|Main outcome measures?'
/** "Findings – The", "RESULTS—We", "Interpretation. Tea"; not "Results-based". */
const dashed = new RegExp(
  String.raw`^(${dashedNames}|${dashedNames.toUpperCase()})(?:/[A-Z][a-z]+)?\s*(?:[–—]|-(?=\s|[A-Z])|\.(?=\s+[A-Z]))\s*(?=[A-Z\d(“"])`,
)

/** Parts a sentence from the heading of a structured abstract in front of it: "RESULTS: ", "Findings – ". */
export function withoutHeading(sentence: string): Headed {
  const label = sectionLabel(sentence)
  if (label) return { text: sentence.slice(label.length), shift: label.length, label: label.label }
  const bare =
    /^(?:Conclusions?|Results|Findings|Background|Methods?|Objectives?|Introduction|Purpose|Aims?|Discussion|Interpretation|Importance)\s+(?=([A-Z][a-z-]*)\s+(?:[a-z]|(\S)))/.exec(
      sentence,
    )
  if (bare && (bare[2] === undefined || /^An?$/.test(bare[1]!) || beginsSentences(bare[1]!)))
    return { text: sentence.slice(bare[0].length), shift: bare[0].length, label: bare[0].trim() }
  const authors =
    /^(?:Authors?['’] conclusions?|Main results|Key (?:results|messages?|points)|Main findings)\s*[:.]\s+(?=[A-Z])/i.exec(
      sentence,
    )
  if (authors)
    return {
      text: sentence.slice(authors[0].length),
      shift: authors[0].length,
      label: authors[0].replace(/[:.\s]+$/, ''),
    }
  const boxed = /^\[([A-Z][A-Za-z /&]{2,40})\]\s*[:.–—-]?\s+(?=[A-Z\d(“"])/.exec(sentence)
  if (boxed && isLabel(boxed[1]!))
    return { text: sentence.slice(boxed[0].length), shift: boxed[0].length, label: boxed[1]! }
  const dash = dashed.exec(sentence)
  if (dash && sentence.length > dash[0].length)
    return { text: sentence.slice(dash[0].length), shift: dash[0].length, label: dash[1]! }
  return { text: sentence, shift: 0, label: null }
}

/** A sentence of a text as the models see it: its words, and the part of the text that a heading named. */
export interface SentenceView {
  text: string
  section: Role | null
}

/** Sentences of one text in order, headings in front of them parted off; a heading holds until the next. */
export function viewsOf(sentences: readonly string[]): SentenceView[] {
  let section: Role | null = null
  return sentences.map((sentence) => {
    const { text, label } = withoutHeading(sentence.trim())
    if (label) section = headingRole(label)
    return { text: withoutNotice(text), section }
  })
}

const truncated = /(?<=[.!?)])\s*\(?ABSTRACT TRUNCATED(?: AT \d+ WORDS)?\)?\.?\s*$/i

/** A sentence without the notice of copyright, or that the abstract was cut behind it, which some databases set there. */
export function withoutNotice(whole: string): string {
  const sentence = whole.replace(truncated, '')
  const notice = /(?<=[.!?)\]])\s*(?:(?:Copyright|\(c\))\s*)?(?:©|\(c\)|Copyright\b)[^.]{0,12}\d{4}.*$/is.exec(sentence)
  return notice && notice.index > 20 ? sentence.slice(0, notice.index) : sentence
}
