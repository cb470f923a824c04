/** What keeps a source from saying a sentence although it has most of its words. */
export const lackKinds = [
  'figure',
  'elsewhere',
  'name',
  'strange',
  'prefix',
  'without',
  'time',
  'few',
  'alike',
  'way',
  'turn',
  'rival',
  'mixed',
  'sides',
  'place',
  'denied',
  'degree',
  'asked',
  'cause',
  'group',
  'design',
  'denies',
  'even',
  'but',
] as const
export type LackKind = (typeof lackKinds)[number]

/** What is lacking, and why in words a reader understands. */
export interface Lack {
  kind: LackKind
  why: string
}
