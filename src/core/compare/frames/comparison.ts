import type { SlotName } from '../../frames/frame.ts'

/** How what one frame says relates to what another says. `narrower`: the second holds for less than the first speaks of. */
export const slotRelations = ['same', 'narrower', 'broader', 'different', 'contrary', 'unknown'] as const
export type SlotRelation = (typeof slotRelations)[number]

/** What the comparison of one slot found. */
export interface SlotComparison {
  slot: SlotName
  relation: SlotRelation
  /** In words a reader understands, naming what stands against what. */
  reason: string
  /** Whether the difference is one of kind: two names that are known, or shaped, to be two things. */
  certain: boolean
  /** Set where it counts, and no reader is told: what differs may be said of unlike things. */
  untold?: true
}

/**
 * How a second frame relates to a first, the claim. `same`, `narrower` and `broader` may support it, `contrary` may refute it,
 * `different` is about something else, `unknown` leaves it to a reader.
 */
export interface FrameComparison {
  relation: SlotRelation
  slots: SlotComparison[]
  /** The same without the size of figures, which two studies seldom share; estimates on contrary sides still count. */
  apartFromSize: SlotRelation
  /** Share of the first frame's words, by weight, that the second has, and of the second's that the first has. 0 to 1. */
  there: number
  back: number
}

/** Whether a frame of this relation may support the claim. */
export function isAgreement(relation: SlotRelation): boolean {
  return relation === 'same' || relation === 'narrower' || relation === 'broader'
}
