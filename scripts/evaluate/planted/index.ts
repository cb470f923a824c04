import { numberedName, otherCondition, otherDrug, otherGroup } from './names.ts'
import { boundMoved, effectSize, numberAlone, numberWord, oneIn, otherSideOfOne } from './numbers.ts'
import { rolesTurned } from './roles.ts'
import type { Slip } from './slip.ts'
import { antonym, judgement } from './words.ts'

/** Every kind of slip that is planted into sentences of other subjects. One more kind is one more row. */
export const slips: readonly Slip[] = [
  numberAlone,
  effectSize,
  otherSideOfOne,
  oneIn,
  boundMoved,
  numberWord,
  numberedName,
  otherDrug,
  otherCondition,
  otherGroup,
  rolesTurned,
  antonym,
  judgement,
]
