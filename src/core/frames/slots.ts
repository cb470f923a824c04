import { type Arms, setArms } from './arms.ts'
import type { Place } from './frame.ts'
import type { Language } from './language.ts'
import { leadPlaces, ownThing } from './lead.ts'
import { isIn } from './lists.ts'
import type { Mark } from './marks.ts'
import { opensComparison } from './openers.ts'
import { isLiving, isTarget, isTimed, isTold } from './region-kinds.ts'
import type { Parted, Region } from './regions.ts'
import { isMeritOf, isRival, ranks } from './rivals.ts'

/** Prepositions behind which stands what brought a change about, where the subject is what changed; the surest first. */
const agents = 'by with without after following under through via on upon when where from because inside'.split(' ')
const settings = new Set(
  'in among amongst for at across within throughout during near per until since inside'.split(' '),
)
const linking = new Set(['with', 'to', 'between', 'on', 'of'])
const aiming = new Set(['against', 'to', 'from', 'on', 'of', 'into'])

/** The slot of each mark of a parted sentence. */
export function placesOf(
  marks: readonly Mark[],
  parted: Parted,
  language: Language,
  arms: Arms | null = null,
): Place[] {
  const places: Place[] = marks.map((_, at) => (at < parted.from ? 'population' : 'outcome'))
  const agent = agentOf(marks, parted, language)
  for (const region of parted.regions) places.fill(placeOf(region, marks, parted, agent), region.from, region.to)
  for (const region of parted.regions)
    if (isTarget(region, marks, parted, language)) places.fill('outcome', region.from, region.to)
  setBetween(marks, parted, places)
  setOwn(marks, parted, places)
  if (arms) setArms(arms, parted, places)
  for (const [at, mark] of marks.entries()) {
    if (isIn('doses', mark)) places[at] = 'dose'
    else if (isIn('times', mark) && places[at] !== 'exposure') places[at] = 'time'
  }
  return places
}

/** The region that names what brought the change about, where the subject is what changed. */
function agentOf(marks: readonly Mark[], parted: Parted, language: Language): Region | null {
  const { regions, predicate, front: frontEnd } = parted
  const untimed = regions.filter(
    (region) =>
      !isTimed(marks, region) && !isTarget(region, marks, parted, language) && !isTold(region, marks, parted, language),
  )
  const behind = untimed.filter(({ kind, from }) => kind === 'prep' && from > predicate && from >= frontEnd)
  const sure = agents.flatMap((opener) => behind.filter((region) => region.opener === opener))
  const front = untimed.filter(({ kind, from }) => kind === 'front' && agents.includes(marks[from]!.word))
  const within = behind.filter(({ opener }) => settings.has(opener))
  const lifeless = within.filter((region) => !isLiving(marks, region, language))
  return sure[0] ?? front[0] ?? lifeless[0] ?? within[0] ?? null
}

function placeOf(region: Region, marks: readonly Mark[], parted: Parted, agent: Region | null): Place {
  const { kind, opener, from } = region
  if (isRival(region, marks, parted)) return 'comparator'
  const turned = parted.pattern === 'undergoes' || parted.pattern === 'gains'
  if (kind === 'comparator') return 'comparator'
  if (kind === 'front' || from < parted.front) {
    const front = parted.regions.find((one) => one.kind === 'front')
    return front ? frontPlace(front, marks, turned && front === agent) : 'population'
  }
  if (kind === 'subject' || from < parted.predicate) return subjectPlace(region, marks, parted, turned)
  if (kind === 'object' && parted.pattern === 'exists' && isMeritOf(marks, parted.predicate)) return 'exposure'
  if (kind !== 'prep') return 'outcome'
  if (isTimed(marks, region)) return 'time'
  if (turned && region === agent) return 'exposure'
  if (/^(?:in|at|for|towards?)$/.test(opener) && isGerund(marks[from + 1])) return 'outcome'
  return behindPlace(region, marks, parted)
}

/** "In reducing", "at finding": what something is good for. */
function isGerund(mark: Mark | undefined): boolean {
  return mark?.pos === 'VERB' && /ing$/.test(mark.word)
}

/** What the authors call theirs is what they tried; what leads to the finding names at most that, or where it was tried. */
function setOwn(marks: readonly Mark[], parted: Parted, places: Place[]): void {
  const { from, start, predicate, pattern } = parted
  for (const [at, place] of leadPlaces(marks, parted).entries()) places[at] = place ?? 'population'
  const own = start === from && pattern === 'acts' ? ownThing(marks, predicate) : null
  if (own) places.fill('exposure', own.from, own.to)
}

function frontPlace(region: Region, marks: readonly Mark[], acts: boolean): Place {
  const first = marks[region.from]!
  if (opensComparison(first) || first.word === 'against') return 'comparator'
  if (isTimed(marks, region)) return 'time'
  return acts ? 'exposure' : 'population'
}

function subjectPlace(
  { kind, opener }: Region,
  marks: readonly Mark[],
  { pattern, regions }: Parted,
  turned: boolean,
): Place {
  const within = kind === 'prep' && /^(?:in|among|amongst)$/.test(opener)
  if (pattern === 'exists') return kind === 'prep' && !within ? 'exposure' : 'outcome'
  if (within) return 'population'
  if (kind === 'prep' && regions.some((one) => isTwin(one, opener, marks))) return 'exposure'
  return turned ? 'outcome' : 'exposure'
}

/** "Yields with compost were similar to those with lime": both sides stand behind one preposition. */
function isTwin({ kind, from, to }: Region, opener: string, marks: readonly Mark[]): boolean {
  if (kind !== 'comparator' || !/^(?:with|on|under|after|without|by)$/.test(opener)) return false
  const at = marks.findIndex(({ word }, place) => place > from && place < to && /^(?:that|those)$/.test(word))
  return at > 0 && marks[at + 1]?.word === opener
}

function behindPlace({ opener }: Region, marks: readonly Mark[], { pattern, predicate }: Parted): Place {
  if (pattern === 'exists')
    return opener === 'in' || opener === 'on' ? 'outcome' : opener === 'among' ? 'population' : 'exposure'
  if (pattern === 'linked') return linking.has(opener) ? 'outcome' : 'population'
  if (opener === 'between') return 'exposure'
  if (opener === 'regarding') return 'outcome'
  if (ranks(marks[predicate] ?? marks[0]!) && opener === 'in') return 'outcome'
  if (settings.has(opener) || opener === 'after' || opener === 'before') return 'population'
  return aiming.has(opener) || pattern === 'acts' ? 'outcome' : 'population'
}

/** "between A and B": the second is what the first is held against, or linked with. */
function setBetween(marks: readonly Mark[], { regions }: Parted, places: Place[]): void {
  const region = regions.find(({ opener }) => opener === 'between')
  const and = region ? marks.findIndex(({ word }, at) => at > region.from && at < region.to && word === 'and') : -1
  if (
    !region ||
    and < 0 ||
    !marks.some((mark) => isIn('alike', mark) || isIn('symmetric', mark) || mark.lemma === 'compare')
  )
    return
  const linked = marks.some(({ lemma }) => /^(?:association|correlation|relationship|relation|link)$/.test(lemma))
  places.fill('exposure', region.from, and)
  places.fill(linked ? 'outcome' : 'comparator', and, region.to)
}
