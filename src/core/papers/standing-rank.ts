import type { Paper, Standing } from '../../schemas/paper.ts'

/** States by their weight, the lightest first. */
const weights: Readonly<Record<Standing['state'], number>> = {
  unchecked: 0,
  current: 1,
  superseded: 2,
  corrected: 3,
  concern: 4,
  retracted: 5,
}

/** The gravest of several standings; of equals one that names its notice, else the first. Undefined where there is none. */
export function gravest(standings: readonly (Standing | undefined)[]): Standing | undefined {
  return standings.reduce((worst, next) => (next && (!worst || weight(next) > weight(worst)) ? next : worst), undefined)
}

function weight({ state, notice }: Standing): number {
  return weights[state] + (notice === undefined ? 0 : 0.5)
}

/** Whether a paper's state is graver than another one. */
export function isGraver(one: Standing, other: Standing): boolean {
  return weights[one.state] > Math.max(weights[other.state], weights.current)
}

/**
 * The standing of a paper that a run found anew and that content holds already: what a registry said stays until it is
 * asked again, unless the search brought graver news. These carry no day, so that the registry is asked at once.
 */
export function settleStanding(found: Standing, stored: Standing): Standing {
  if (stored.checked === undefined || found.checked !== undefined || isGraver(found, stored)) return found
  return stored
}

/** Whether a paper's standing is to be asked: never asked, or asked longer ago than `recheckDays`. */
export function isDue(
  paper: Pick<Paper, 'standing'>,
  ageInDays: (day: string) => number,
  recheckDays: number,
): boolean {
  const { checked } = paper.standing
  return checked === undefined || ageInDays(checked) >= recheckDays
}
