import { fileURLToPath } from 'node:url'
import { slotClues, taggerMarks } from '../../../src/core/frames/tagger/clues.ts'
import { type StoredTagger, slotTagger, taggerInput } from '../../../src/core/frames/tagger/slot-tagger.ts'
import { slotLabels } from '../../../src/core/frames/tagger/spans.ts'
import { type TaggerShape, taggerLayout } from '../../../src/core/frames/tagger/tagger.ts'
import { packBytes, stepOf } from '../../../src/core/signed-bytes.ts'
import { labelledSentences, labelsOfWords } from '../../evaluate/slots/labelled.ts'
import { writeAtomic } from '../../io/files.ts'
import { openLanguage } from '../../io/frames.ts'
import { storedReader } from '../findings/write-findings.ts'
import { versioned } from '../versioned.ts'
import { commonClues } from './common-clues.ts'
import { learnTagger } from './learn-tagger.ts'
import { writeDirections } from './write-directions.ts'

const place = new URL('../../../src/core/frames/tagger/tagger.weights.json', import.meta.url)
/** Sentences that must show a clue before it has a row of its own. */
const leastShown = 20
/** Every so manieth sentence is learned from without its title: some have none. */
const untitled = 3
const sizes = { width: 64, hidden: 64 }
const settings = { epochs: 12, batch: 16, drop: 0.3, rate: 0.003, decay: 0.01, seed: 1 }

/**
 * Learns from labelled sentences which words fill which slot, and by them which way a finding goes, and writes the weights. Sentences in
 * which nothing fills a slot are left aside.
 * @throws TouchstoneError `file-missing` where a corpus is not there
 */
export async function writeTagger(folder: string): Promise<string> {
  const language = openLanguage()
  const { table } = await storedReader()
  const sentences = labelledSentences(folder).learned.filter(({ direction }) => direction !== null)
  const read = sentences.map((sentence, at) => {
    const marks = taggerMarks(sentence.text, language)
    const title = at % untitled === 0 ? '' : sentence.title
    return { sentence, marks, clues: slotClues(sentence.text, marks, language, title) }
  })
  const clues = commonClues(
    read.map((one) => one.clues.flat()),
    leastShown,
  )
  const rows = new Map(clues.map((clue, at) => [clue, at]))
  const shape: TaggerShape = { ...sizes, clues: clues.length, vector: table.width, labels: slotLabels.length }
  const weights = learnTagger(
    shape,
    read.map((one) => ({
      input: taggerInput(one.clues, one.marks, rows, table),
      labels: labelsOfWords(one.marks, one.sentence),
    })),
    settings,
    (line) => console.log(line),
  )
  const provenance = `${sentences.length} sentences of SciFact's corpus, Evidence Inference 2.0, three systematic reviews and CSAbstruct, labelled by hand for this project; a sixth of the documents is held out`
  const stored: StoredTagger = versioned({ provenance, shape, clues: clues.join('\n'), ...packed(shape, weights) })
  await writeAtomic(fileURLToPath(place), `${JSON.stringify(stored)}\n`)
  const told = await writeDirections(
    sentences,
    slotTagger(stored, table, language, () => null),
    provenance,
  )
  return `tagger ${stored.version}: ${clues.length} clues, ${weights.length} weights; ${told}`
}

function packed(shape: TaggerShape, weights: Float64Array): Pick<StoredTagger, 'steps' | 'bytes'> {
  const { at, size } = taggerLayout(shape)
  const whole = new Float64Array(weights.length)
  const steps = (Object.keys(at) as (keyof typeof at)[]).map((block) => {
    const own = weights.subarray(at[block], at[block] + size[block])
    const step = stepOf(own)
    for (const [k, value] of own.entries()) whole[at[block] + k] = value / step
    return step
  })
  return { steps, bytes: packBytes(whole, 1) }
}
