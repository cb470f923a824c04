import { doiUrl } from '../../core/papers/doi.ts'
import type { Claim, Finding, Verdict } from '../../schemas/claim.ts'
import type { CslItem, Paper } from '../../schemas/paper.ts'
import type { Report } from '../../schemas/report.ts'
import type { Site } from '../../schemas/site.ts'
import { shown } from '../content/shown.ts'
import { claimHref, findingHref, href, reportHref } from '../links.ts'
import { fullName, titleOf } from '../names.ts'
import { absolute } from '../report/how-to-cite.ts'
import { verdictWords } from '../words.ts'
import { licenceUrl } from './head.ts'

type Thing = Record<string, unknown>

/** The site's owner. */
export function publisher(site: Site): Thing {
  return { '@type': 'Organization', name: shown(site.owner), url: absolute(href('/'), site) }
}

/** Authors of a report, or the owner of the site where it names none. */
export function authors(report: Pick<Report, 'authors'>, site: Site): Thing[] {
  return report.authors.length
    ? report.authors.map((name) => ({ '@type': 'Person', name: shown(name) }))
    : [publisher(site)]
}

/** A cited work. */
export function work({ csl, ids, standing }: Pick<Paper, 'csl' | 'ids' | 'standing'>): Thing {
  const { doi } = ids
  const date = isoDate(csl)
  return {
    '@type': csl.type === 'article-journal' || csl.type === 'paper-conference' ? 'ScholarlyArticle' : 'CreativeWork',
    name: titleOf(csl),
    ...(csl.author.length
      ? {
          author: csl.author.map((person) => ({
            '@type': 'literal' in person ? 'Organization' : 'Person',
            name: fullName(person),
          })),
        }
      : {}),
    ...(date ? { datePublished: date } : {}),
    ...(csl['container-title'] ? { isPartOf: { '@type': 'CreativeWork', name: shown(csl['container-title']) } } : {}),
    ...(doi ? { identifier: `doi:${doi}`, sameAs: doiUrl(doi) } : {}),
    ...(standing.state === 'retracted' ? { creativeWorkStatus: 'Retracted' } : {}),
  }
}

/** Day, month or year of publication as ISO 8601; empty where there is none. */
export function isoDate({ issued }: Pick<CslItem, 'issued'>): string {
  const [year, ...rest] = issued?.['date-parts'][0] ?? []
  if (year === undefined || year < 0 || year > 9999) return ''
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-')
}

/** Verdicts that say something of the claim itself, with their place on a scale from 1 (contradicted) to 5 (supported). */
const ratings: Partial<Record<Verdict, number>> = { supported: 5, disputed: 3, contradicted: 1 }

/** A claim; with a review of it where the verdict is about the claim and not only about its source. */
export function claimThings(claim: Claim, report: Report, papers: ReadonlyMap<string, Paper>, site: Site): Thing[] {
  const url = absolute(claimHref(claim.id), site)
  const appearance = [...new Set(claim.sources.map(({ paper }) => paper))].flatMap((id) => papers.get(id) ?? [])
  const thing = {
    '@type': 'Claim',
    '@id': `${url}#claim`,
    text: shown(claim.text),
    url,
    ...(appearance.length ? { appearance: appearance.map(work) } : {}),
    isPartOf: { '@id': `${absolute(reportHref(report.slug), site)}#report` },
  }
  return [reviewed(thing, { url, text: shown(claim.text), verdict: claim.verdict, date: report.date }, site)]
}

/** A finding: what it says, the claims that it is made of, and the works of those that say it. */
export function findingThings(
  { id, members, verdict }: Finding,
  text: string,
  claims: readonly Claim[],
  report: Report,
  papers: ReadonlyMap<string, Paper>,
  site: Site,
): Thing[] {
  const url = absolute(findingHref(id), site)
  const saying = new Set(members.filter(({ stance }) => stance === 'supports').map(({ claim }) => claim))
  const sources = claims.filter((claim) => saying.has(claim.id)).flatMap((claim) => claim.sources)
  const appearance = [...new Set(sources.map(({ paper }) => paper))].flatMap((paper) => papers.get(paper) ?? [])
  const thing = {
    '@type': 'Claim',
    '@id': `${url}#finding`,
    text: shown(text),
    url,
    appearance: appearance.map(work),
    hasPart: members.map(({ claim }) => ({ '@id': `${absolute(claimHref(claim), site)}#claim` })),
    isPartOf: { '@id': `${absolute(reportHref(report.slug), site)}#report` },
  }
  return [reviewed(thing, { url, text: shown(text), verdict, date: report.date }, site)]
}

/** A claim with its review, where the verdict is about the claim and not only about its source. */
function reviewed(
  thing: Thing,
  { url, text, verdict, date }: { url: string; text: string; verdict: Verdict; date: string },
  site: Site,
): Thing {
  const rating = ratings[verdict]
  if (rating === undefined) return { '@context': 'https://schema.org', ...thing }
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url,
    claimReviewed: text,
    author: publisher(site),
    datePublished: date,
    itemReviewed: thing,
    reviewRating: {
      '@type': 'Rating',
      ...{ ratingValue: rating, worstRating: 1, bestRating: 5 },
      alternateName: verdictWords[verdict].word,
    },
    reviewBody: verdictWords[verdict].sentence,
  }
}

/** The way from the start of the site to a page. */
export function breadcrumbs(steps: readonly (readonly [name: string, path: string])[], site: Site): Thing {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(([name, path], at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: shown(name),
      item: absolute(path, site),
    })),
  }
}

/** A work by its DOI, which leads to all else of it; without one by its name: who wrote it stands in the head's citation tags. */
function named(paper: Paper): Thing {
  const { author: _author, isPartOf: _isPartOf, ...rest } = work(paper)
  if (!paper.ids.doi) return rest
  const { name: _name, datePublished: _date, identifier: _identifier, sameAs, ...kept } = rest
  return { ...kept, '@id': sameAs }
}

/** A report with its citations and the files that hold its data. */
export function reportThings(
  report: Report,
  papers: ReadonlyMap<string, Paper>,
  files: readonly { name: string; type: string; what: string }[],
  site: Site,
): Thing[] {
  const url = absolute(reportHref(report.slug), site)
  const cited = report.references.flatMap(({ paper }) => papers.get(paper) ?? [])
  const license = licenceUrl(site.licence)
  return [
    {
      '@context': 'https://schema.org',
      '@type': ['Report', 'ScholarlyArticle'],
      '@id': `${url}#report`,
      url,
      name: shown(report.title),
      headline: shown(report.title),
      about: shown(report.question),
      abstract: shown(report.abstract.replace(/\s*\[@[^\]]*\]/g, '')),
      author: authors(report, site),
      publisher: publisher(site),
      datePublished: report.date,
      dateModified: report.date,
      inLanguage: 'en',
      license,
      citation: cited.map(named),
    },
    {
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      '@id': `${url}#data`,
      name: `Findings and evidence: ${shown(report.title)}`,
      description: `Every finding of the report with its quotes, evidence and verdict, and every record of the search: ${shown(report.question)}`,
      url,
      license,
      creator: authors(report, site),
      dateModified: report.date,
      isBasedOn: { '@id': `${url}#report` },
      distribution: files.map(({ name, type, what }) => ({
        '@type': 'DataDownload',
        name: what,
        contentUrl: new URL(name, url).href,
        encodingFormat: type,
      })),
    },
  ]
}
