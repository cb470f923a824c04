import type { Claim } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Report } from '../../schemas/report.ts'
import type { Site } from '../../schemas/site.ts'
import { claimHref, href, reportHref } from '../links.ts'
import { absolute } from '../report/how-to-cite.ts'
import { licenceUrl, type MachineHead } from './head.ts'
import { breadcrumbs, claimThings } from './things.ts'

/** What the head of a claim's page says to machines. */
export function claimHead(claim: Claim, report: Report, papers: ReadonlyMap<string, Paper>, site: Site): MachineHead {
  const url = absolute(claimHref(claim.id), site)
  const steps: [string, string][] = [
    [site.title, href('/')],
    [report.title, reportHref(report.slug)],
    [claim.text, claimHref(claim.id)],
  ]
  return {
    meta: [],
    links: [
      { rel: 'cite-as', href: url },
      { rel: 'license', href: licenceUrl(site.licence) },
      { rel: 'type', href: 'https://schema.org/Claim' },
      { rel: 'collection', href: absolute(reportHref(report.slug), site) },
    ],
    data: [...claimThings(claim, report, papers, site), breadcrumbs(steps, site)],
    image: absolute(`${reportHref(report.slug)}og.png`, site),
  }
}
