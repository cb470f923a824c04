import type { Paper } from '../../schemas/paper.ts'
import type { Report } from '../../schemas/report.ts'
import type { Site } from '../../schemas/site.ts'
import { shown } from '../content/shown.ts'
import { href, ledgerHref, reportHref, topicHref } from '../links.ts'
import { fullName, titleOf } from '../names.ts'
import { reportFileList } from '../report/file-list.ts'
import { absolute } from '../report/how-to-cite.ts'
import type { ReportSource } from '../report/page.ts'
import { type HeadLink, licenceUrl, type MachineHead, type MetaTag } from './head.ts'
import { breadcrumbs, isoDate, reportThings } from './things.ts'

/** What the head of a report's page says to machines. */
export function reportHead({ report, papers, site }: ReportSource): MachineHead {
  const path = reportHref(report.slug)
  return {
    meta: citationTags(report, papers, site),
    links: signposts(report, site),
    data: [
      ...reportThings(report, papers, reportFileList, site),
      breadcrumbs(
        [
          [site.title, href('/')],
          [report.topic, topicHref(shown(report.topic))],
          [report.title, path],
        ],
        site,
      ),
    ],
    image: absolute(`${path}og.png`, site),
  }
}

/** Tags that reference managers and scholarly search engines read (https://scholar.google.com/intl/en/scholar/inclusion.html). */
function citationTags(report: Report, papers: ReadonlyMap<string, Paper>, site: Site): MetaTag[] {
  const url = absolute(reportHref(report.slug), site)
  const day = report.date.replaceAll('-', '/')
  const names = report.authors.length ? report.authors : [site.owner]
  return [
    ['citation_title', shown(report.title)],
    ...names.map((name) => ['citation_author', shown(name)]),
    ['citation_publication_date', day],
    ['citation_online_date', day],
    ['citation_language', 'en'],
    ['citation_publisher', shown(site.owner)],
    ['citation_abstract_html_url', `${url}#answer`],
    ['citation_fulltext_html_url', url],
    ['citation_pdf_url', `${url}report.pdf`],
    ...report.references.flatMap(({ paper }) => {
      const found = papers.get(paper)
      return found ? [['citation_reference', reference(found)]] : []
    }),
  ].map(([name, content]) => ({ name: name!, content: content! }))
}

/** Authors of a reference in the head: enough to find it by; the files beside the report have all. */
const namedAuthors = 5

/** A reference by its DOI, else by what is printed of it: the list on the page and the files beside it have all of either. */
function reference({ csl, ids }: Paper): string {
  if (ids.doi) return `citation_doi=${shown(ids.doi).replace(/;/g, '%3B')}`
  const year = isoDate(csl).slice(0, 4)
  const fields = [
    ['citation_title', titleOf(csl)],
    ...csl.author.slice(0, namedAuthors).map((person) => ['citation_author', fullName(person)]),
    ['citation_journal_title', csl['container-title'] ?? ''],
    ['citation_publication_date', year],
    ['citation_volume', csl.volume ?? ''],
  ]
  return fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${shown(value!).replace(/\s*;\s*/g, ', ')}`)
    .join('; ')
}

function signposts(report: Report, site: Site): HeadLink[] {
  const url = absolute(reportHref(report.slug), site)
  const file = (name: string) => new URL(name, url).href
  return [
    { rel: 'cite-as', href: url },
    { rel: 'author', href: absolute(href('/'), site) },
    { rel: 'license', href: licenceUrl(site.licence) },
    { rel: 'type', href: 'https://schema.org/Report' },
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'describedby', href: file('ro-crate-metadata.json'), type: 'application/ld+json' },
    { rel: 'describedby', href: file('references.csl.json'), type: 'application/vnd.citationstyles.csl+json' },
    ...reportFileList.filter(({ item }) => item).map(({ name, type }) => ({ rel: 'item', href: file(name), type })),
    { rel: 'item', href: absolute(`${ledgerHref(report.slug)}ledger.json`, site), type: 'application/json' },
    { rel: 'alternate', href: file('feed.xml'), type: 'application/atom+xml' },
    { rel: 'alternate', href: file('feed.json'), type: 'application/feed+json' },
  ]
}
