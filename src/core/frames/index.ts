export type { FrameComparison, SlotComparison, SlotRelation } from './comparison.ts'
export type { Direction, Figure, Frame, FrameWord, SlotName, SlotSpan } from './frame.ts'
export { frameOf, type FrameContext } from './frame-of.ts'
export { compareFrames } from './compare-frames.ts'
