import type { Claim, Finding } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Report } from '../../schemas/report.ts'
import type { Site } from '../../schemas/site.ts'
import { findingHref, href, reportHref } from '../links.ts'
import { absolute } from '../report/how-to-cite.ts'
import { licenceUrl, type MachineHead } from './head.ts'
import { breadcrumbs, findingThings } from './things.ts'

/** What the head of a finding's page says to machines. */
export function findingHead(
  finding: Finding,
  claims: readonly Claim[],
  report: Report,
  papers: ReadonlyMap<string, Paper>,
  site: Site,
): MachineHead {
  const path = findingHref(finding.id)
  const text = finding.heading?.text ?? claims.find(({ id }) => id === finding.claim)?.text ?? ''
  const steps: [string, string][] = [
    [site.title, href('/')],
    [report.title, reportHref(report.slug)],
    [text, path],
  ]
  return {
    meta: [],
    links: [
      { rel: 'cite-as', href: absolute(path, site) },
      { rel: 'license', href: licenceUrl(site.licence) },
      { rel: 'type', href: 'https://schema.org/Claim' },
      { rel: 'collection', href: absolute(reportHref(report.slug), site) },
    ],
    data: [...findingThings(finding, text, claims, report, papers, site), breadcrumbs(steps, site)],
    image: absolute(`${reportHref(report.slug)}og.png`, site),
  }
}
