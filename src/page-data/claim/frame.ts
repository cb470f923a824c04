import type { ClaimFrame } from '../../schemas/claim.ts'
import { shown } from '../content/shown.ts'

/** A row of the table that shows what a claim states. */
export interface FrameRow {
  slot: string
  said: string
  /** Not said by the claim, taken from its paper. */
  inherited: boolean
}

const slots = [
  ['exposure', 'What was done or compared'],
  ['comparator', 'Against'],
  ['outcome', 'Outcome'],
  ['population', 'In whom or where'],
  ['dose', 'Dose'],
  ['time', 'Time'],
  ['figures', 'Figures'],
] as const

const directions: Record<NonNullable<ClaimFrame['direction']>['value'], string> = {
  up: 'up',
  down: 'down',
  none: 'none shown',
  better: 'better',
  worse: 'worse',
  'as-good': 'as good',
  rate: 'occurs at a rate',
  linked: 'linked, without a direction',
}

/** What fills a slot, a label with what it stands for: "group A (saline)". */
export const withMeaning = ({ text, meaning }: ClaimFrame['exposure'][number]): string =>
  meaning === undefined ? text : `${text} (${meaning})`

/** The slots of a claim's frame that are filled, in words; empty where it has none. */
export function frameRows(frame: ClaimFrame | undefined): FrameRow[] {
  if (!frame) return []
  const { direction } = frame
  const way = direction ? `${directions[direction.value]}${direction.text ? ` (“${shown(direction.text)}”)` : ''}` : ''
  const rows = slots.map(([slot, name]) => ({
    slot: name,
    said: frame[slot].map((span) => shown(withMeaning(span))).join('; '),
    inherited: frame[slot].some(({ inherited }) => inherited === true),
  }))
  const known = [...rows.slice(0, 3), { slot: 'Direction', said: way, inherited: false }, ...rows.slice(3)]
  return known.filter(({ said }) => said !== '')
}
