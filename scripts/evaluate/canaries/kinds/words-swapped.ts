import { contraryForms } from '../../../../src/core/text/contraries.ts'
import { deny } from '../../../../src/core/text/denial.ts'
import { anyOf, type Canary, type Ground, type Planted, pickMatch, replaced, reworded } from '../canary.ts'

type Pairs = readonly (readonly [one: string, other: string])[]

function swap(ground: Ground, pairs: Pairs, salt: string): Planted | null {
  const table = new Map(pairs.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]))
  return turn(ground, table, salt)
}

function turn(ground: Ground, table: ReadonlyMap<string, string>, salt: string): Planted | null {
  const { text } = ground.claim
  const match = pickMatch(text, anyOf([...table.keys()]), ground, salt)
  const other = match && table.get(match[0].toLowerCase())
  return match && other ? reworded(ground, replaced(text, match, other), `"${match[0]}" became "${other}"`) : null
}

const directions = new Map([...contraryForms].map(([word, contraries]) => [word, contraries[0]!]))

/** What rose falls, what was better is worse. */
export const directionFlipped: Canary = {
  id: 'direction-flipped',
  label: 'A direction flipped',
  plant: (ground) => turn(ground, directions, 'direction'),
}

const units: Pairs = [
  ['mg', 'g'],
  ['months', 'weeks'],
  ['month', 'week'],
  ['days', 'hours'],
  ['day', 'hour'],
  ['years', 'months'],
  ['hours', 'minutes'],
  ['%', ' per thousand'],
]

/** The figure stays, its unit becomes another. */
export const unitChanged: Canary = {
  id: 'unit-changed',
  label: 'A unit changed',
  plant: (ground) => {
    const { text } = ground.claim
    const table = new Map(units.flatMap(([one, other]) => [[one, other] as const, [other.trim(), one] as const]))
    const match = pickMatch(
      text,
      /(?<=\d\s?)(?:%|(?:mg|g|months?|weeks?|days?|hours?|years?|minutes?)\b)/giu,
      ground,
      'unit',
    )
    const other = match && table.get(match[0].toLowerCase())
    return match && other
      ? reworded(ground, replaced(text, match, other), `"${match[0]}" became "${other.trim()}"`)
      : null
  },
}

const hedges: ReadonlyMap<string, string> = new Map([
  ['may', 'does'],
  ['might', 'does'],
  ['could', 'does'],
  ['probably', 'certainly'],
  ['possibly', 'certainly'],
  ['may not', 'does not'],
  ['suggests', 'proves'],
  ['suggest', 'prove'],
  ['appears to', 'was proven to'],
  ['seems to', 'was proven to'],
  ['not always', 'never'],
  ['associated with', 'caused by'],
  ['was associated with', 'caused'],
  ['often', 'always'],
  ['some', 'all'],
  ['most', 'all'],
  ['in part', 'fully'],
  ['partly', 'fully'],
  ['up to', 'always'],
])

/** What the source holds back is said without reserve. */
export const overclaimed: Canary = {
  id: 'overclaimed',
  label: 'A hedged finding said without reserve',
  plant: (ground) => turn(ground, hedges, 'hedge'),
}

/** A negation is dropped, or put where there was none. */
export const negationTurned: Canary = {
  id: 'negation-turned',
  label: 'A negation dropped or added',
  plant: (ground) => reworded(ground, deny(ground.claim.text), 'what the claim says was denied, or its denial dropped'),
}

const populations: Pairs = [
  ['children', 'adults'],
  ['women', 'men'],
  ['patients', 'mice'],
  ['volunteers', 'patients'],
  ['people', 'rats'],
  ['adults', 'infants'],
]

/** The finding is said of somebody else. */
export const populationSwapped: Canary = {
  id: 'population-swapped',
  label: 'The finding said of other people',
  plant: (ground) => swap(ground, populations, 'population'),
}
