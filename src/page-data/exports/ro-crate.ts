import { stableJson } from '../../core/stable-json.ts'
import { shown } from '../content/shown.ts'
import { ledgerHref, reportHref } from '../links.ts'
import { reportFileList } from '../report/file-list.ts'
import { absolute } from '../report/how-to-cite.ts'
import type { ReportSource } from '../report/page.ts'
import { licenceUrl } from './head.ts'
import { authors, publisher, work } from './things.ts'

type Entity = Record<string, unknown> & { '@id': string }

/** What the files beside a report are, as an RO-Crate 1.1 (https://www.researchobject.org/ro-crate/specification/1.1/). */
export function roCrate({ report, papers, ledger, site }: ReportSource): string {
  const url = absolute(reportHref(report.slug), site)
  const license = licenceUrl(site.licence)
  const files = reportFileList.filter(({ item }) => item)
  const people = authors(report, site).map((person, at) => ({ '@id': `#author-${at + 1}`, ...person }))
  const owner = { '@id': '#publisher', ...publisher(site) }
  const cited = report.references.flatMap(({ paper }) => papers.get(paper) ?? [])
  const works = cited.map(
    (paper): Entity => ({
      '@id': paper.ids.doi ? `https://doi.org/${encodeURI(paper.ids.doi)}` : `#${paper.id}`,
      ...work(paper),
    }),
  )
  const engines = report.engines.map(
    ({ name, version, does }): Entity => ({
      '@id': `#engine-${encodeURIComponent(name)}`,
      '@type': 'SoftwareApplication',
      ...{ name, version, description: does },
    }),
  )
  const records = ledger ? [new URL('ledger.json', absolute(ledgerHref(report.slug), site)).href] : []
  const graph: Entity[] = [
    {
      '@id': 'ro-crate-metadata.json',
      '@type': 'CreativeWork',
      about: { '@id': './' },
      conformsTo: { '@id': 'https://w3id.org/ro/crate/1.1' },
    },
    {
      '@id': './',
      '@type': 'Dataset',
      name: shown(report.title),
      description: shown(report.question),
      url,
      datePublished: report.date,
      license: { '@id': license },
      author: people.map(({ '@id': id }) => ({ '@id': id })),
      publisher: { '@id': owner['@id'] },
      citation: works.map(({ '@id': id }) => ({ '@id': id })),
      hasPart: [...files.map(({ name }) => ({ '@id': name })), ...records.map((id) => ({ '@id': id }))],
      mentions: [{ '@id': '#run' }],
    },
    {
      '@id': '#run',
      '@type': 'CreateAction',
      name: 'The run that made the report',
      endTime: report.date,
      instrument: engines.map(({ '@id': id }) => ({ '@id': id })),
      result: { '@id': 'report.json' },
      object: records.map((id) => ({ '@id': id })),
      description: `SHA-256 of all its inputs: ${report.inputHash}`,
    },
    ...files.map(
      ({ name, type, what }): Entity => ({ '@id': name, '@type': 'File', name: what, encodingFormat: type }),
    ),
    ...records.map(
      (id): Entity => ({
        '@id': id,
        '@type': 'File',
        name: 'every record of the search with its state and reason',
        encodingFormat: 'application/json',
      }),
    ),
    ...(people as Entity[]),
    owner as Entity,
    ...engines,
    { '@id': license, '@type': 'CreativeWork', name: site.licence },
    ...works,
  ]
  const once = new Map(graph.map((entity) => [entity['@id'], entity]))
  return stableJson({ '@context': 'https://w3id.org/ro/crate/1.1/context', '@graph': [...once.values()] })
}
