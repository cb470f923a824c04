import { doiUrl } from '../../core/papers/doi.ts'
import type { PaperEntry } from '../content/entries.ts'
import type { PageOf } from '../content/pages-of.ts'
import type { Listed, SiteIndex } from '../content/site-index.ts'
import { paperHref } from '../links.ts'
import { restingWords, standingTags } from '../words.ts'
import { mostIndexed } from './index-file.ts'
import { type ListPage, paged } from './list-page.ts'
import { type ReferenceList, referenceOrders, referencesHref } from './lists.ts'

/** A paper in a list. */
export interface PaperRow {
  href: string
  title: string
  struck: boolean
  authors: string
  year: string
  venue: string
  doi: { text: string; url: string } | null
  resting: string
  standing: { state: PaperEntry['standing']; words: string } | null
}

/** The complete model of a page of the references. */
export interface ReferencesPage extends ListPage<PaperRow> {
  orders: { words: string; href: string; current: boolean }[]
  /** Whether its filter can hold every reference; else the search page finds one. */
  filtered: boolean
  /** Whether the filter needs the index of all of them, since the list has further pages. */
  indexed: boolean
}

const empty = 'There are no papers yet.'

/** The model of a page of the list of all papers. */
export function papersPage(page: PageOf<Listed<PaperEntry>>, index: SiteIndex): ListPage<PaperRow> {
  const title = paged('Papers', page)
  return {
    ...{ title, heading: title, empty, page: withRows(page, index) },
    description: 'Every paper that a question of this site met.',
    lead: 'Every paper that a question met, the newest first, whether it was used or set aside.',
  }
}

/** The model of a page of the references. */
export function referencesPage({ order, page, papers }: ReferenceList, index: SiteIndex): ReferencesPage {
  const title = paged(referenceOrders[order].heading, page)
  const whole = page.total === 1
  return {
    ...{ title, heading: title, empty, page: withRows(page, index) },
    description: 'Every paper that a report of this site cites, with exports.',
    lead: 'Every paper that a report here cites. All of them as [BibTeX](/references.bib), [RIS](/references.ris), [CSL-JSON](/references.csl.json).',
    orders: (Object.keys(referenceOrders) as (keyof typeof referenceOrders)[]).map((name) => ({
      ...{ words: referenceOrders[name].words, href: referencesHref(name, 1), current: name === order },
    })),
    filtered: whole || papers <= mostIndexed,
    indexed: !whole && papers <= mostIndexed,
  }
}

function withRows(page: PageOf<Listed<PaperEntry>>, { claimsOfPaper }: SiteIndex): PageOf<PaperRow> {
  const row = ({ id, title, authors, year, venue, doi, standing }: Listed<PaperEntry>): PaperRow => ({
    ...{ href: paperHref(id), title, authors, venue, struck: standing === 'retracted' },
    year: String(year ?? 'no year'),
    doi: doi ? { text: doi, url: doiUrl(doi) } : null,
    resting: restingWords(claimsOfPaper.get(id)?.length ?? 0),
    standing: standingTags[standing] ? { state: standing, words: standingTags[standing] } : null,
  })
  return { ...page, rows: page.rows.map(row) }
}
