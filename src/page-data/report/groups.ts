import type { Report } from '../../schemas/report.ts'
import type { ClaimView } from '../claim/view.ts'
import { shown } from '../content/shown.ts'
import { type VerdictBar, verdictBar } from '../verdict-bar.ts'

/** The findings of one facet. Claims that other papers speak to stand first; those that one source says fold away where they are many. */
export interface Group {
  id: string
  label: string
  claims: ClaimView[]
  counts: VerdictBar['counts']
  first: ClaimView[]
  folded: ClaimView[]
  foldWords: string
}

/** How many claims of one source alone stand open where nothing else does. */
const open = 3

/** The claims of a report by facet, each once and numbered; what addresses no facet comes last. */
export function groupsOf(report: Report, views: ReadonlyMap<string, ClaimView>): Group[] {
  const listed = new Set<string>()
  const groups = report.facets.map(({ id, label, claims }) => ({
    id,
    label: shown(label),
    claims: claims.flatMap((claim) => {
      const view = views.get(claim)
      if (!view || listed.has(claim)) return []
      listed.add(claim)
      return [view]
    }),
  }))
  const rest = [...views.values()].filter(({ id }) => !listed.has(id))
  const label = listed.size ? 'On no part of the question' : 'All of them'
  const all = [...groups, ...(rest.length ? [{ id: 'other', label, claims: rest }] : [])].filter(
    ({ claims }) => claims.length > 0,
  )
  for (const [place, claim] of all.flatMap(({ claims }) => inOrder(claims)).entries()) claim.number = place + 1
  return all.map((group) => ({ ...group, claims: inOrder(group.claims), ...folded(group.claims) }))
}

/** What other papers speak to comes first. */
function inOrder(claims: readonly ClaimView[]): ClaimView[] {
  return [
    ...claims.filter(({ verdict }) => verdict !== 'reported'),
    ...claims.filter(({ verdict }) => verdict === 'reported'),
  ]
}

function folded(claims: readonly ClaimView[]): Pick<Group, 'counts' | 'first' | 'folded' | 'foldWords'> {
  const once = claims.filter(({ verdict }) => verdict === 'reported')
  const checked = claims.filter(({ verdict }) => verdict !== 'reported')
  const kept = once.length <= open ? once.length : Math.max(0, open - checked.length)
  const rest = once.slice(kept)
  const counts = Object.groupBy(claims, ({ verdict }) => verdict)
  const values = Object.entries(counts).map(([verdict, rows]) => [verdict, rows.length])
  return {
    counts: verdictBar(Object.fromEntries(values)).counts.filter(({ value }) => value > 0),
    first: [...checked, ...once.slice(0, kept)],
    folded: rest,
    foldWords: `${rest.length} more ${rest.length === 1 ? 'finding' : 'findings'}, each said by one source alone`,
  }
}
