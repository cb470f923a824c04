import { remembered } from '../remembered.ts'
import { lightStem, words } from './light-stem.ts'
import { oneSpelling } from './spelling.ts'

/** A medical subject heading with its places in the tree, as in `C06.405.117` (https://www.nlm.nih.gov/mesh/intro_trees.html). */
export interface Heading {
  name: string
  places: string[]
}

/** The tree of medical subject headings. */
export interface Mesh {
  /** The heading of a name in any number and order that the tree writes (`Dermatitis, Atopic`), or null. */
  heading(name: string): Heading | null
  /** Headings directly under one. */
  children(heading: Heading): Heading[]
  /** Every heading under one, at any depth. */
  under(heading: Heading): Heading[]
  /** Headings directly above one. */
  parents(heading: Heading): Heading[]
  /** All headings, by name. */
  all(): Iterable<Heading>
}

/**
 * Reads the tree from the project's resource: a line a place in the order of the tree, how many parts of the number it shares with the line
 * before, a full stop, its further parts, a tab and the name.
 */
export function readMesh(text: string): Mesh {
  const byName = new Map<string, Heading>()
  const byPlace = new Map<string, Heading>()
  /** Places above the line, by how many parts their numbers have. */
  const above = ['']
  let depth = 0
  for (const line of text.split('\n')) {
    const dot = line.indexOf('.')
    const tab = line.indexOf('\t')
    if (dot < 1 || tab < dot) continue
    const name = line.slice(tab + 1)
    depth = Math.min(depth, Number(line.slice(0, dot)))
    for (const part of line.slice(dot + 1, tab).split('.'))
      if (part) above[++depth] = depth > 1 ? `${above[depth - 1]}.${part}` : part
    const place = above[depth]!
    const known = byName.get(name)
    const heading = known ?? { name, places: [] }
    heading.places.push(place)
    if (!known) byName.set(name, heading)
    byPlace.set(place, heading)
  }
  return treeOf(byName, byPlace)
}

function treeOf(byName: ReadonlyMap<string, Heading>, byPlace: ReadonlyMap<string, Heading>): Mesh {
  const named = namesBeginning(byName.values())
  let below: Map<string, [string, Heading][]> | undefined
  const belowOf = (place: string) => {
    below ??= Map.groupBy(byPlace, ([one]) => aboveOf(one))
    return (below.get(place) ?? []).map(([, heading]) => heading)
  }
  const children = (heading: Heading) => once(heading.places.flatMap(belowOf))
  const under = (heading: Heading): Heading[] => once(children(heading).flatMap((child) => [child, ...under(child)]))
  return {
    heading(name) {
      const [number, key] = keysOf(name)
      const { byNumber, byKey } = named(beginningOf(name))
      return byNumber.get(number) ?? byKey.get(key) ?? null
    },
    children,
    under,
    parents: ({ places }) => once(places.flatMap((place) => byPlace.get(aboveOf(place)) ?? [])),
    all: () => byName.values(),
  }
}

interface Names {
  byNumber: ReadonlyMap<string, Heading>
  byKey: ReadonlyMap<string, Heading>
}

/** Finds the names that begin alike, put in order when one of them is first asked for: few of all are. */
function namesBeginning(headings: Iterable<Heading>): (beginning: string) => Names {
  const begun = new Map<string, [string, Heading][]>()
  for (const heading of headings)
    for (const name of namesOf(heading.name)) {
      const beginning = beginningOf(name)
      const known = begun.get(beginning)
      if (known) known.push([name, heading])
      else begun.set(beginning, [[name, heading]])
    }
  return remembered((beginning) => {
    const [byNumber, byKey] = [new Map<string, Heading>(), new Map<string, Heading>()]
    for (const [name, heading] of begun.get(beginning) ?? []) {
      const [number, key] = keysOf(name)
      first(byNumber, number, heading)
      first(byKey, key, heading)
    }
    return { byNumber, byKey }
  })
}

/** The first letters of a name in one spelling; enough of it to hold its first word. */
function beginningOf(name: string): string {
  return oneSpelling(words(name.slice(0, 16))[0] ?? '').slice(0, 2)
}

/** A name with its words in the singular, and by their stems. */
function keysOf(name: string): [string, string] {
  const plain = words(name).map(oneSpelling)
  return [plain.map(singular).join(' '), plain.map(lightStem).join(' ')]
}

/** The place that a place stands directly under; empty at the top. */
function aboveOf(place: string): string {
  return place.slice(0, Math.max(0, place.lastIndexOf('.')))
}

function first(map: Map<string, Heading>, key: string, heading: Heading): void {
  if (!map.has(key)) map.set(key, heading)
}

/** A heading's name as it stands and, where it is inverted at a comma, as it is said. */
function namesOf(name: string): string[] {
  const said = name.split(', ')
  return said.length === 1 ? [name] : [said.toReversed().join(' '), name]
}

/** A word in the singular: "nurses" are no "nursing". */
function singular(word: string): string {
  if (word.endsWith('children')) return word.slice(0, -3)
  return word.endsWith('s') ? word.replace(/ies$/, 'y').replace(/(?<=ss|x|ch|sh)es$|(?<![sui])s$/, '') : word
}

function once<T>(list: readonly T[]): T[] {
  return [...new Set(list)]
}
