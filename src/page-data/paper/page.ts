import { doiUrl } from '../../core/papers/doi.ts'
import { counted } from '../../core/text/counts.ts'
import type { Verdict } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import { shown } from '../content/shown.ts'
import type { SiteIndex } from '../content/site-index.ts'
import { certaintyWords } from '../finding/certainty.ts'
import { claimHref, findingHref, ledgerHref, paperHref, reportHref } from '../links.ts'
import { fullName, titleOf, yearOf } from '../names.ts'
import { safeUrl } from '../report/cited.ts'
import { dayWords, kindWords, stanceVerdict, stanceWords, stateWords, typeWords, verdictWords } from '../words.ts'
import { noticeLinks } from './notices.ts'
import { checkedWords, type StandingView, standingView } from './standing.ts'

interface Link {
  text: string
  url: string
}

/** A claim that a paper speaks to. */
export interface PaperClaim {
  id: string
  href: string
  text: string
  verdict: Verdict
  word: string
  /** What the paper does to it. */
  role: string
  mark: Verdict | 'source'
  question: { title: string; href: string }
  /** The finding that it belongs to; null where no other paper shares it. */
  finding: { href: string; words: string } | null
}

/** A finding that papers share and that a paper speaks to. */
export interface PaperFinding {
  href: string
  text: string
  verdict: Verdict
  word: string
  certainty: string
  question: { title: string; href: string }
}

/** Headings and standing words of a paper's page. */
export const paperWords = {
  eyebrow: 'A paper as recorded here, not its publisher’s page',
  noAuthor: 'No author is recorded.',
  findings: { heading: 'Findings it shares' },
  claims: {
    heading: 'What rests on it',
    none: 'No claim here rests on it.',
    stands: 'The claim is',
    of: 'Part of a finding',
  },
  questions: { heading: 'Questions that met it', ledger: 'Its ledger' },
  facts: 'What is recorded of it',
} as const

/** The complete model of a paper's page. */
export interface PaperPage {
  id: string
  title: string
  /** What the page holds, for its head. */
  description: string
  authors: string[]
  facts: { name: string; value: string; link?: string }[]
  links: Link[]
  standing: StandingView | null
  checked: string
  text: string
  /** Findings of several papers to which one of its claims belongs. */
  findings: PaperFinding[]
  /** Claims that rest on it or are contested by it, and those it only touches, with how many they are. */
  claims: PaperClaim[]
  touched: PaperClaim[]
  touchedWords: string
  questions: { title: string; href: string; state: string; reason: string; ledger: string; report: boolean }[]
  versions: { words: string; text: string; href: string }[]
}

/** The model of the page of a paper. */
export function paperPage(paper: Paper, index: SiteIndex): PaperPage {
  const { id } = paper
  const claims = claimsOf(id, index)
  const neutral = stanceWords.neutral
  const touched = claims.filter(({ role }) => role === neutral)
  const resting = claims.filter(({ role }) => role !== neutral)
  const title = titleOf(paper.csl)
  return {
    id,
    title,
    authors: paper.csl.author.map(fullName),
    facts: factsOf(paper),
    links: linksOf(paper),
    standing: standingView(paper),
    checked: [registryWords(paper), checkedWords(paper)].filter(Boolean).join(' '),
    text: paper.text
      ? `Read here as: ${kindWords[paper.text.kind]}.`
      : 'No text of it was found, so it says nothing here.',
    description: `What rests here on “${title}”: ${counted(resting.length, 'claim')}.`,
    findings: findingsOf(resting, index),
    claims: resting,
    touched,
    touchedWords: `${counted(touched.length, 'claim')} on its subject, on which it takes no side`,
    questions: questionsOf(id, index),
    versions: [...noticeLinks(paper, index), ...paper.versions.flatMap((version) => versionView(version, index))],
  }
}

function factsOf({ csl, ids }: Paper): PaperPage['facts'] {
  const place = [csl.volume, csl.issue && `(${csl.issue})`].filter(Boolean).join('')
  const rows: [string, string | number | undefined | null, string?][] = [
    ['Published in', csl['container-title'] ?? csl['event-title'] ?? csl.publisher],
    ['Year', yearOf(csl)],
    ['Volume', place],
    ['Pages', csl.page],
    ['Kind', typeWords(csl.type)],
    ['Language', csl.language],
    ['DOI', ids.doi, ids.doi && doiUrl(ids.doi)],
    ['PubMed', ids.pmid, ids.pmid && `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(ids.pmid)}/`],
    [
      'PubMed Central',
      ids.pmcid,
      ids.pmcid && `https://www.ncbi.nlm.nih.gov/pmc/articles/${encodeURIComponent(ids.pmcid)}/`,
    ],
    ['arXiv', ids.arxiv, ids.arxiv && `https://arxiv.org/abs/${encodeURI(ids.arxiv)}`],
  ]
  return rows
    .filter(([, value]) => value)
    .map(([name, value, link]) => ({ name, value: shown(String(value)), ...(link ? { link } : {}) }))
}

function linksOf({ csl, ids, openCopy, readAt }: Paper): Link[] {
  const rows: [string, string | null][] = [
    ['An open copy', safeUrl(openCopy)],
    ['Its address', ids.doi ? null : safeUrl(csl.URL)],
    ...readAt.map((address): [string, string | null] => ['Where its facts were seen', safeUrl(address)]),
  ]
  return rows.flatMap(([text, url]) => (url ? [{ text, url }] : []))
}

const roleOrder = ['Says it', stanceWords.supports, stanceWords.refutes, stanceWords.neutral] as const

/** The findings of claims, each once, in their order. */
function findingsOf(claims: readonly PaperClaim[], { findings, findingOfClaim, reports }: SiteIndex): PaperFinding[] {
  const ids = new Set(claims.flatMap(({ id }) => findingOfClaim.get(id) ?? []))
  return [...ids].flatMap((id) => {
    const one = findings.get(id)
    if (!one) return []
    const { text, verdict, certainty, slug } = one
    return [
      {
        ...{ href: findingHref(id), text, verdict, word: verdictWords[verdict].word },
        certainty: certainty ? certaintyWords[certainty] : '',
        question: { title: reports.get(slug)!.title, href: reportHref(slug) },
      },
    ]
  })
}

function claimsOf(id: string, { claims, claimsOfPaper, reports, findingOfClaim }: SiteIndex): PaperClaim[] {
  const rows = (claimsOfPaper.get(id) ?? []).map((claim): PaperClaim => {
    const { text, verdict, sources, stances, slug } = claims.get(claim)!
    const stance = stances.find(([paper]) => paper === id)?.[1] ?? 'neutral'
    const source = sources.includes(id)
    return {
      id: claim,
      href: claimHref(claim),
      text,
      verdict,
      word: verdictWords[verdict].word,
      role: source ? 'Says it' : stanceWords[stance],
      mark: source ? 'source' : stanceVerdict[stance],
      question: { title: reports.get(slug)!.title, href: reportHref(slug) },
      finding: findingOfClaim.has(claim)
        ? { href: findingHref(findingOfClaim.get(claim)!), words: paperWords.claims.of }
        : null,
    }
  })
  return rows.sort((a, b) => roleOrder.indexOf(a.role as 'Says it') - roleOrder.indexOf(b.role as 'Says it'))
}

function questionsOf(id: string, { reports, questionsOfPaper, reportsOfPaper }: SiteIndex): PaperPage['questions'] {
  const rows = (questionsOfPaper.get(id) ?? []).map(({ slug, state, reason }) => ({
    title: reports.get(slug)!.title,
    href: reportHref(slug),
    state: stateWords[state],
    reason,
    ledger: ledgerHref(slug),
    report: reportsOfPaper.get(id)?.includes(slug) ?? false,
  }))
  const listed = new Set(rows.map(({ href }) => href))
  const more = (reportsOfPaper.get(id) ?? []).filter((slug) => !listed.has(reportHref(slug)))
  return [
    ...rows,
    ...more.map((slug) => ({
      title: reports.get(slug)!.title,
      href: reportHref(slug),
      state: 'Cited',
      reason: '',
      ledger: '',
      report: true,
    })),
  ]
}

function versionView(
  { paper, doi, relation }: Paper['versions'][number],
  { papers }: SiteIndex,
): PaperPage['versions'] {
  const words = relation === 'preprint-of' ? 'This is a preprint; its article is' : 'A preprint of it is'
  const known = paper ? papers.get(paper) : undefined
  if (known) return [{ words, text: known.title, href: paperHref(known.id) }]
  return doi ? [{ words, text: shown(doi), href: doiUrl(doi) }] : []
}

/** When the registry of the DOI was asked and what it said; empty where nobody asked. */
function registryWords({ registry }: Paper): string {
  if (!registry) return ''
  const said = {
    found: 'The DOI was found',
    'not-found': 'The DOI was not found',
    unreachable: 'The registry of the DOI could not be reached',
  }
  return `${said[registry.doi]} on ${dayWords(registry.checked)}.`
}
