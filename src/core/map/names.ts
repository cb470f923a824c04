import type { MapLine } from '../../schemas/evidence-map.ts'
import type { Candidate } from './lines.ts'
import type { Named } from './terms.ts'

/** An axis: its lines, and the lines that each claim stands in. */
export interface AxisLines {
  lines: MapLine[]
  of: (named: Named) => string[]
  /** Stems of the names of its lines. */
  keys: ReadonlySet<string>
}

const longestLabel = 60

/** With a capital letter at its beginning, unless its first word is a name with a shape of its own, as "mRNA". */
const capital = (label: string) =>
  /^\p{Ll}[\p{Ll}'’]*(?![\p{L}\d])/u.test(label) ? label.charAt(0).toUpperCase() + label.slice(1) : label

/** A candidate as a row or column, with an id of its own. */
export function lineOf(
  { label, names, facet }: Candidate,
  kind: MapLine['kind'],
  taken: Set<string>,
  facets: readonly { id: string }[],
): MapLine {
  const shown = label.length > longestLabel ? `${label.slice(0, longestLabel).replace(/\s\S*$/, '')} …` : label
  const plain =
    shown
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'line'
  let id = plain
  for (let n = 2; taken.has(id) || id === 'other'; n++) id = `${plain}-${n}`
  taken.add(id)
  return {
    id,
    label: capital(shown),
    names: [...new Set(names)],
    ...(facet === null ? {} : { facet: facets[facet]!.id }),
    kind,
  }
}
