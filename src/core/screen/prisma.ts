import { type Ledger, type LedgerRecord, type RecordState, states } from '../../schemas/ledger.ts'

/** Each PRISMA count and the states whose records it counts. The order is the order of the flow. */
export const countStates: Readonly<Record<string, readonly RecordState[]>> = {
  identified: states,
  duplicates: ['duplicate'],
  screened: ['excluded', 'no-text', 'no-claim', 'included'],
  excluded: ['excluded'],
  assessed: ['no-text', 'no-claim', 'included'],
  withoutText: ['no-text'],
  withoutClaim: ['no-claim'],
  included: ['included'],
}

/** Every PRISMA count, derived from the rows of the ledger and nothing else. */
export function countLedger(records: readonly Pick<LedgerRecord, 'state'>[]): Ledger['counts'] {
  const perState = new Map<RecordState, number>()
  for (const { state } of records) perState.set(state, (perState.get(state) ?? 0) + 1)
  const counts: Ledger['counts'] = {}
  for (const [name, of] of Object.entries(countStates)) {
    counts[name] = { value: of.reduce((sum, state) => sum + (perState.get(state) ?? 0), 0), states: [...of] }
  }
  return counts
}
