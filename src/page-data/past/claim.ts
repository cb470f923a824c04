import { doiUrl } from '../../core/papers/doi.ts'
import type { ChangesFile, ClaimVersion, PastClaim } from '../../schemas/change.ts'
import type { Verdict } from '../../schemas/claim.ts'
import { sureWords } from '../claim/view.ts'
import { readChanges } from '../content/noted.ts'
import { shown } from '../content/shown.ts'
import type { SiteIndex } from '../content/site-index.ts'
import { claimHref, claimStateHref, paperHref, reportHref } from '../links.ts'
import { type ChangeRow, historyOf } from '../lists/changes.ts'
import { dayWords, excludedWords, sentence, stanceVerdict, stanceWords, verdictWords } from '../words.ts'

/** Headings and standing words of the page of a claim as it was. */
export const pastClaimWords = {
  eyebrow: 'a claim as it was',
  quotes: 'What it rested on then',
  history: { heading: 'History', none: 'Nothing was noted of it.' },
  states: 'As it was',
} as const

/** A quote of a past state of a claim, with what was kept of its paper. */
export interface PastQuote {
  words: string
  mark: Verdict
  side: string
  quote: string
  href: string
  name: string
  title: string
  section: string
  doi: { text: string; url: string } | null
}

/** A claim as it was: one of its past states, or what it last said before it went. */
export interface PastClaimPage {
  id: string
  text: string
  verdict: Verdict | null
  word: string
  sure: string | null
  explained: string
  note: string | null
  /** "It stood so from 3 to 9 November 2026." */
  stood: string
  /** What became of it since, as a heading and a reason. */
  since: { title: string; reason: string }
  /** The claim as it stands now, or the one that says the same. */
  now: { words: string; href: string; text: string } | null
  report: { title: string; href: string }
  quotes: PastQuote[]
  history: ChangeRow[]
  states: PastState[]
  /** Address of this state. */
  path: string
}

/** A past state in a list of them. */
export interface PastState {
  hash: string
  href: string
  words: string
}

/** The page of a claim that is gone: its last state, and why it went. */
export async function goneClaimPage(id: string, slug: string, index: SiteIndex): Promise<PastClaimPage> {
  const history = (await readChanges(slug))!
  const removal = history.changes.find(({ kind, subject }) => kind === 'claim-removed' && subject === id)
  const down = history.changes.find(({ kind }) => kind === 'report-removed')
  const last = history.versions[id]?.[0]
  const because = removal ?? down
  const on = because ? ` on ${dayWords(because.day)}` : ''
  return {
    ...(await common(id, slug, history, index)),
    ...(last ? stateOf(last.claim, history) : textOnly(removal?.before ?? '')),
    stood: last ? stoodWords(last) : '',
    since: {
      title: `This claim was taken out${on}`,
      reason: sentence(because?.cause ?? 'Nobody noted why'),
    },
    now: into(removal?.into, index),
    path: claimHref(id),
  }
}

/** The page of one past state of a claim, by the hash in its permalink. */
export async function pastClaimPage(id: string, hash: string, slug: string, index: SiteIndex): Promise<PastClaimPage> {
  const history = (await readChanges(slug))!
  const state = history.versions[id]!.find((one) => one.hash === hash)!
  const cause = history.changes.find(({ day, subject }) => subject === id && day === state.until)?.cause
  const here = index.claims.get(id)
  const removal = history.changes.find(({ kind, subject }) => kind === 'claim-removed' && subject === id)
  return {
    ...(await common(id, slug, history, index)),
    ...stateOf(state.claim, history),
    stood: stoodWords(state),
    since: {
      title: `It has changed since, on ${dayWords(state.until)}`,
      reason: sentence(cause ?? 'details of its evidence changed'),
    },
    now: here
      ? { words: `Now it is ${verdictWords[here.verdict].counted}`, href: claimHref(id), text: here.text }
      : (into(removal?.into, index) ?? {
          words: 'It was taken out later',
          href: claimHref(id),
          text: shown(state.claim.text),
        }),
    path: claimStateHref(id, hash),
  }
}

/** The past states of a claim, the newest first; a state that came back is listed once. */
export async function pastStates(id: string, slug: string): Promise<PastState[]> {
  return statesOf(id, await readChanges(slug))
}

function statesOf(id: string, history: ChangesFile | null): PastState[] {
  const seen = new Set<string>()
  return (history?.versions[id] ?? []).flatMap(({ hash, from, until, claim }) => {
    if (seen.has(hash)) return []
    seen.add(hash)
    const sure = sureWords(claim)
    const words = `${daysWords(from, until)}: ${verdictWords[claim.verdict].counted}${sure ? `, ${sure}` : ''}`
    return [{ hash, href: claimStateHref(id, hash), words }]
  })
}

async function common(id: string, slug: string, history: ChangesFile, index: SiteIndex) {
  const report = index.reports.get(slug)
  return {
    id,
    report: { title: report?.title ?? shown(history.title ?? slug), href: reportHref(slug) },
    history: await historyOf(id, slug, index),
    states: statesOf(id, history),
  }
}

function stateOf(claim: PastClaim, history: ChangesFile) {
  const words = verdictWords[claim.verdict]
  return {
    text: shown(claim.text),
    verdict: claim.verdict,
    word: words.word,
    sure: sureWords(claim),
    explained: words.sentence,
    note: claim.confidenceNote ? shown(claim.confidenceNote) : null,
    quotes: quotesOf(claim, history),
  }
}

function textOnly(text: string) {
  return { text: shown(text), verdict: null, word: '', sure: null, explained: '', note: null, quotes: [] }
}

function quotesOf({ sources, evidence }: PastClaim, { papers }: ChangesFile): PastQuote[] {
  const quote = (span: PastClaim['sources'][number]) => {
    const paper = papers[span.paper]
    return {
      quote: shown(span.quote),
      href: paperHref(span.paper),
      name: shown(paper ? [paper.authors, paper.year].filter(Boolean).join(' ') || paper.title : span.paper),
      title: shown(paper?.title ?? ''),
      section: shown(span.section),
      doi: paper?.doi ? { text: shown(paper.doi), url: doiUrl(paper.doi) } : null,
    }
  }
  const own = sources.map((span): PastQuote => ({ words: 'Said it', mark: 'reported', side: '', ...quote(span) }))
  const others = evidence.map((one): PastQuote => {
    const possible = one.stance === 'refutes' && one.possible
    const stance = possible ? 'Possible conflict' : stanceWords[one.stance]
    return {
      words: one.excluded ? `${stance}; ${excludedWords[one.excluded]}` : stance,
      mark: possible ? 'disputed' : stanceVerdict[one.stance],
      side: one.stance === 'supports' ? 'for' : possible ? 'possible' : 'against',
      ...quote(one),
    }
  })
  return [...own, ...others]
}

function into(id: string | undefined, { claims }: SiteIndex): PastClaimPage['now'] {
  const claim = id === undefined ? undefined : claims.get(id)
  return claim ? { words: 'Another claim says the same now', href: claimHref(claim.id), text: claim.text } : null
}

function stoodWords({ from, until }: ClaimVersion): string {
  return `It stood so ${daysWords(from, until)}.`
}

function daysWords(from: string, until: string): string {
  return from === until ? `on ${dayWords(from)}` : `from ${dayWords(from)} to ${dayWords(until)}`
}
