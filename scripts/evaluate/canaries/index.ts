import type { Canary } from './canary.ts'
import { citationSwapped, quoteElsewhere } from './kinds/citation-swapped.ts'
import { claimClipped } from './kinds/clipped.ts'
import { refutationHidden, supportInvented, verdictRaised } from './kinds/evidence-bent.ts'
import { numberChanged } from './kinds/number-changed.ts'
import { offQuestion } from './kinds/off-question.ts'
import { countOff, retractedSupport } from './kinds/standing-and-counts.ts'
import { directionFlipped, negationTurned, overclaimed, populationSwapped, unitChanged } from './kinds/words-swapped.ts'

/** Every kind of error that is planted to see whether audit and panel catch it. One more kind is one more row. */
export const canaries: readonly Canary[] = [
  numberChanged,
  unitChanged,
  directionFlipped,
  negationTurned,
  overclaimed,
  populationSwapped,
  claimClipped,
  citationSwapped,
  quoteElsewhere,
  offQuestion,
  retractedSupport,
  countOff,
  verdictRaised,
  supportInvented,
  refutationHidden,
]
