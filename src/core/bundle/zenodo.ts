import type { Bundle } from '../../schemas/bundle.ts'
import type { Site } from '../../schemas/site.ts'

/** The description that Zenodo's deposit API takes (https://developers.zenodo.org/#representation). */
export function zenodoMetadata({ slug, parts }: Bundle, site: Site): object {
  const { report, papers } = parts
  const creators = (report.authors.length ? report.authors : [site.owner]).map((name) => ({ name }))
  const cited = new Set(report.references.map(({ paper }) => paper))
  const dois = papers.flatMap(({ id, ids }) => (cited.has(id) && ids.doi ? [ids.doi] : []))
  const { supported = 0, disputed = 0, contradicted = 0, reported = 0 } = report.verdicts
  return {
    metadata: {
      title: report.title,
      upload_type: 'publication',
      publication_type: 'report',
      publication_date: report.date,
      creators,
      description: `<p>${html(report.question)}</p><p>${html(report.abstract.replace(/\s*\[@[^\]]*\]/g, ''))}</p><p>${parts.claims.claims.length} claims: ${supported} supported, ${disputed} disputed, ${contradicted} contradicted, ${reported} reported by one source. The file bundle.json holds everything that is needed to check them again offline.</p>`,
      access_right: 'open',
      license: site.licence.toLowerCase(),
      language: 'eng',
      version: report.inputHash.slice(0, 12),
      keywords: [report.topic, ...report.facets.map(({ label }) => label)],
      related_identifiers: [
        {
          identifier: new URL(`${site.base.replace(/\/?$/, '/')}reports/${slug}/`, site.url).href,
          relation: 'isIdenticalTo',
          resource_type: 'publication-report',
          scheme: 'url',
        },
        ...dois.map((identifier) => ({ identifier, relation: 'cites', scheme: 'doi' })),
      ],
      references: report.references.flatMap(({ paper }) => {
        const csl = papers.find(({ id }) => id === paper)?.csl
        return csl
          ? [[csl.title, csl['container-title'], csl.issued?.['date-parts'][0][0], csl.DOI].filter(Boolean).join('. ')]
          : []
      }),
    },
  }
}

function html(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)
}
