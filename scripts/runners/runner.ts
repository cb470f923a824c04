import type { Run } from '../run.ts'

/**
 * Works out beforehand what the reports of questions need, on other machines or in other processes, and brings it into the cache
 * of the project. The pipeline then takes from the cache what fits, and works out the rest itself: a runner changes how long a
 * run takes, never a byte of its result.
 */
export interface Runner {
  /** Gives the questions that cannot be worked out anywhere, each with the reason: they are left as they are. */
  prepare(slugs: readonly string[], run: Run): Promise<ReadonlyMap<string, string>>
}

/** The default: nothing is worked out beforehand. */
export const inProcess: Runner = { prepare: async () => new Map() }
