import type { Canary, Ground } from '../canary.ts'

/** A paper that supports the claim is retracted, and still counts. */
export const retractedSupport: Canary = {
  id: 'retracted-support',
  label: 'A retracted paper as support',
  plant: ({ content, claim, slug }) => {
    const row = claim.evidence.find((one) => one.stance === 'supports' && !one.excluded)
    const paper = row && content.papers.get(row.paper)
    if (!paper) return null
    content.papers.set(paper.id, {
      ...paper,
      standing: { state: 'retracted', notice: '10.1000/notice', source: 'crossref' },
    })
    const touched = content.claims
      .get(slug)!
      .claims.filter((one) => [...one.sources, ...one.evidence].some((span) => span.paper === paper.id))
    return {
      content,
      claim: claim.id,
      files: [`claims/${slug}.json`, `papers/${paper.id}.json`],
      touched: touched.map(({ id }) => id),
      what: `${paper.id} was retracted`,
    }
  },
}

/** A count of the report and of its ledger is one too many or too few. */
export const countOff: Canary = {
  id: 'count-off',
  label: 'A count off by one',
  plant: ({ content, slug, draw }: Ground) => {
    const ledger = content.ledgers.get(slug)
    const report = content.reports.get(slug)
    if (!ledger || !report) return null
    const names = Object.keys(ledger.counts).sort()
    const name = names[Math.floor(draw('count') * names.length)]
    if (!name) return null
    const step = draw('sign') < 0.5 && ledger.counts[name]!.value > 0 ? -1 : 1
    const value = ledger.counts[name]!.value + step
    ledger.counts[name] = { ...ledger.counts[name]!, value }
    report.counts[name] = { ...report.counts[name]!, value }
    return {
      content,
      claim: null,
      files: [`ledger/${slug}.json`, `reports/${slug}.json`],
      touched: [],
      what: `${name} became ${value}`,
    }
  },
}
