import { ownReader } from '../../src/core/findings/reader.ts'
import { directionReader } from '../../src/core/frames/tagger/direction-reader.ts'
import directions from '../../src/core/frames/tagger/directions.weights.json' with { type: 'json' }
import { type SlotTagger, slotTagger } from '../../src/core/frames/tagger/slot-tagger.ts'
import weights from '../../src/core/frames/tagger/tagger.weights.json' with { type: 'json' }
import { openLanguage } from './frames.ts'

let tagger: SlotTagger | undefined

/** The tagger of slots and directions with the project's own weights and words, opened once. */
export function openTagger(): SlotTagger {
  tagger ??= slotTagger(weights, ownReader().table, openLanguage(), directionReader(directions))
  return tagger
}
