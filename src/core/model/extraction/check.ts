import type { Placed } from '../../extract/placed.ts'
import type { FrameReader } from '../../frames/reader.ts'
import { analyse } from '../../text/analyse.ts'
import { givesOrders } from '../../text/orders.ts'
import { locateQuote } from '../../text/quote-location.ts'
import { type Refusal, refused } from '../request.ts'
import type { ExtractionAnswer } from './request.ts'

/** Slots of a finding that a model may name. */
const slots = ['subject', 'comparator', 'outcome', 'population'] as const
type Slot = (typeof slots)[number]

/** A sentence that a model takes for a finding, and what it is about, as far as the paper has those words. */
export interface Pick {
  /** Place among the sentences of its part. */
  at: number
  about: Partial<Record<Slot, string>>
}

/**
 * Probability, by place and words, below which a sentence is no finding of its paper: what was known before, an aim, a method. Of
 * the labelled findings of nine libraries two in a hundred lie below it, of their other sentences four in five.
 */
const leastLikely = 0.2

/** What of an answer counts: sentences by their place in the parts of the paper. */
export interface CheckedExtraction {
  picks: Pick[][]
  refused: Refusal[]
}

/**
 * Holds what a model lists of a paper against its text. A quote must stand in it, within one sentence or two; each figure
 * must stand in the quote, with its unit; what is said of subject, comparator, outcome and population must be words of the
 * paper, and the direction must not be the contrary of what the sentence says. A finding whose quote or figures fail is
 * none; of the others the words that fail are left out.
 * @param parts the sentences of the paper, part by part
 * @param likely how likely each of them states a finding of the paper, 0 to 1
 */
export function checkExtraction(
  answer: ExtractionAnswer,
  title: string,
  parts: readonly (readonly Placed[])[],
  likely: readonly (readonly number[])[],
  reader: FrameReader,
): CheckedExtraction {
  const picks = parts.map((): Pick[] => [])
  const no: Refusal[] = []
  const stems = new Set(analyse([title, ...parts.flat().map(({ text }) => text)].join('\n')).stems.keys())
  for (const one of answer.findings) {
    const place = placeOf(one.quote, parts)
    if (typeof place === 'string') no.push(refused(one.quote, place))
    else if ((likely[place.part]?.[place.at] ?? 0) < leastLikely) no.push(refused(one.quote, 'statement'))
    else if (!haveFigures(one.figures, place.sentence.text)) no.push(refused(one.figures.join(', '), 'numbers'))
    else if (picks[place.part]!.some(({ at }) => at === place.at)) no.push(refused(one.quote, 'twice'))
    else {
      if (isTurned(one.direction, place.sentence.text, reader))
        no.push(refused(`${one.direction}: ${one.quote}`, 'direction'))
      picks[place.part]!.push({ at: place.at, about: aboutOf(one, stems, no) })
    }
  }
  return { picks, refused: no }
}

interface Place {
  part: number
  at: number
  sentence: Placed
}

/** The sentence in which a quote ends, or why it is none. */
function placeOf(quote: string, parts: readonly (readonly Placed[])[]): Place | 'unknown' | 'orders' | 'size' {
  if (givesOrders(quote)) return 'orders'
  for (const [part, sentences] of parts.entries()) {
    const at = sentences.findIndex(({ text }) => locateQuote(text, quote) !== null)
    if (at !== -1) return { part, at, sentence: sentences[at]! }
  }
  const whole = parts.some((sentences) => locateQuote(sentences.map(({ text }) => text).join(' '), quote) !== null)
  return whole ? 'size' : 'unknown'
}

/** Whether every number of the figures stands in the sentence, with its unit where one is given. */
function haveFigures(figures: readonly string[], sentence: string): boolean {
  const there = analyse(sentence).numbers
  return figures
    .flatMap((figure) => analyse(figure).numbers)
    .every(({ value, unit }) =>
      there.some((own) => own.value === value && (unit === '' || own.unit === '' || own.unit === unit)),
    )
}

const ways: Readonly<Record<string, number>> = { up: 1, down: -1 }

function isTurned(direction: string, sentence: string, reader: FrameReader): boolean {
  const way = ways[direction] ?? 0
  const own = ways[reader.read(sentence).direction?.value ?? ''] ?? 0
  return way * own < 0
}

function aboutOf(one: ExtractionAnswer['findings'][number], stems: ReadonlySet<string>, no: Refusal[]): Pick['about'] {
  const told: Pick['about'] = {}
  for (const slot of slots) {
    const words = one[slot]?.trim()
    if (!words) continue
    if (!givesOrders(words) && words.length <= 160 && [...analyse(words).stems.keys()].every((stem) => stems.has(stem)))
      told[slot] = words
    else no.push(refused(words, 'slots'))
  }
  return told
}
