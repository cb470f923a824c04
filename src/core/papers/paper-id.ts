import type { CslItem, CslName, Ids } from '../../schemas/paper.ts'
import { sha256 } from '../hash.ts'
import { fold } from '../text/fold.ts'
import { escapeId } from './escape-id.ts'

const longest = 140
const kept = 100
/** Strongest identifier first. */
const order = ['doi', 'pmid', 'pmcid', 'arxiv', 'openalex', 's2', 'dblp'] as const

/**
 * The id of a paper from its strongest identifier at first sight, else from title, year and first author.
 * Injective in the identifier and safe as a file name: see `escapeId`.
 * `distinction` parts works that would otherwise share an id, such as an abstract and its paper without identifiers.
 */
export function paperId(ids: Ids, csl: Omit<CslItem, 'id'>, distinction = ''): string {
  return identifierIds(ids)[0] ?? shorten(`work_${workName(csl, distinction)}`)
}

/** The ids that each identifier of a paper would give, strongest first. */
export function identifierIds(ids: Ids): string[] {
  return order.flatMap((kind) => {
    const value = ids[kind]
    if (!value) return []
    const plain =
      kind === 'doi' || kind === 'openalex' || kind === 'pmcid'
        ? value.replace(/[A-Z]/g, (c) => c.toLowerCase())
        : value
    return [shorten(`${kind}_${escapeId(plain)}`)]
  })
}

/** The name under which an author is compared: family name or the whole name of an organisation. */
export function familyOf(name: CslName | undefined): string {
  if (!name) return ''
  return 'family' in name ? name.family : name.literal
}

function workName(csl: Omit<CslItem, 'id'>, distinction: string): string {
  const year = csl.issued?.['date-parts'][0][0] ?? ''
  const title = fold(csl.title)
  const parts = [title, String(year), fold(familyOf(csl.author[0])), ...(distinction ? [distinction] : [])]
  const hash = sha256(parts.join('|')).slice(0, 16)
  const words = title
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return words ? `${words}-${hash}` : hash
}

function shorten(id: string): string {
  return id.length <= longest ? id : `${id.slice(0, kept)}~${sha256(id).slice(0, 16)}`
}
