import { fileURLToPath } from 'node:url'
import { frameReader } from '../../../src/core/frames/reader.ts'
import { taggerMarks } from '../../../src/core/frames/tagger/clues.ts'
import { directionClues } from '../../../src/core/frames/tagger/direction-clues.ts'
import { directionLabels, type StoredDirections } from '../../../src/core/frames/tagger/direction-reader.ts'
import type { SlotTagger } from '../../../src/core/frames/tagger/slot-tagger.ts'
import { packBytes, stepOf } from '../../../src/core/signed-bytes.ts'
import type { LabelledSentence } from '../../evaluate/slots/labelled.ts'
import { writeAtomic } from '../../io/files.ts'
import { openLanguage } from '../../io/frames.ts'
import { versioned } from '../versioned.ts'
import { commonClues } from './common-clues.ts'
import { learnDirections } from './learn-directions.ts'

const place = new URL('../../../src/core/frames/tagger/directions.weights.json', import.meta.url)
/** Sentences that must show a clue before it has a row of its own; chosen, as the ridge, by cross-validation over the documents learned from. */
const leastShown = 10
const ridge = 8

/** Learns from labelled sentences which way a finding goes, with its slots as the tagger reads them, and writes the weights. */
export async function writeDirections(
  sentences: readonly LabelledSentence[],
  tagger: SlotTagger,
  provenance: string,
): Promise<string> {
  const language = openLanguage()
  const frames = frameReader(language)
  const told = sentences.flatMap(({ text, title, direction }) => {
    const label = (directionLabels as readonly (string | null)[]).indexOf(direction)
    if (label < 0) return []
    return [{ clues: directionClues(frames.read(text), taggerMarks(text, language), tagger.slots(text, title)), label }]
  })
  const clues = commonClues(
    told.map((one) => one.clues),
    leastShown,
  )
  const rows = new Map(clues.map((clue, at) => [clue, at]))
  const weights = learnDirections(
    told.map((one) => ({ rows: one.clues.flatMap((clue) => rows.get(clue) ?? []), label: one.label })),
    { rows: clues.length, labels: directionLabels.length },
    ridge,
  )
  const step = stepOf(weights)
  const stored: StoredDirections = versioned({
    ...{ provenance, clues: clues.join('\n') },
    ...{ step, bytes: packBytes(weights, step) },
  })
  await writeAtomic(fileURLToPath(place), `${JSON.stringify(stored)}\n`)
  return `directions ${stored.version}: ${told.length} sentences, ${clues.length} clues`
}
