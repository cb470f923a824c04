import { claimHash } from '../../core/changes/versions.ts'
import type { Claim } from '../../schemas/claim.ts'
import type { Report } from '../../schemas/report.ts'
import type { Site } from '../../schemas/site.ts'
import { shown } from '../content/shown.ts'
import { claimStateHref, findingHref, reportHref } from '../links.ts'
import { dayWords } from '../words.ts'

/** How a report or a claim is cited, as text. */
export interface HowToCite {
  text: string
  url: string
}

/** The whole address of a path within the site. */
export function absolute(path: string, site: Site): string {
  return new URL(path, site.url).href
}

/** How a report is cited: authors or publisher, year, title, day, address. */
export function howToCite(report: Pick<Report, 'authors' | 'title' | 'date' | 'slug'>, site: Site): HowToCite {
  const url = absolute(reportHref(report.slug), site)
  const by = report.authors.length ? report.authors.map(shown).join(', ') : shown(site.owner)
  const title = shown(report.title).replace(/[.?!]*$/, (end) => end || '.')
  return { text: `${by}. ${title} ${shown(site.title)}, ${dayWords(report.date)}.`, url }
}

/** How a claim is cited: under its permalink, which shows it as it was on that day when it has changed. */
export function howToCiteClaim(claim: Claim, report: { title: string; date: string }, site: Site): HowToCite {
  const url = absolute(claimStateHref(claim.id, claimHash(claim)), site)
  const text = `${shown(site.owner)}. “${shown(claim.text)}” In: ${shown(report.title)} ${shown(site.title)}, ${dayWords(report.date)}.`
  return { text, url }
}

/** How a finding is cited: under its address, which stays its own for as long as one of its claims is in it. */
export function howToCiteFinding(
  id: string,
  heading: string,
  report: { title: string; date: string },
  site: Site,
): HowToCite {
  const text = `${shown(site.owner)}. “${heading}” In: ${shown(report.title)} ${shown(site.title)}, ${dayWords(report.date)}.`
  return { text, url: absolute(findingHref(id), site) }
}
