import { denials } from '../../core/compose/answer/denied.ts'
import { TouchstoneError } from '../../core/errors.ts'
import { counted } from '../../core/text/counts.ts'
import type { Claim, Verdict } from '../../schemas/claim.ts'
import type { Paper } from '../../schemas/paper.ts'
import { shown } from '../content/shown.ts'
import { claimHref } from '../links.ts'
import { shortName } from '../names.ts'
import { dayWords, percent, verdictWords } from '../words.ts'
import { byStance, type Context, type EvidenceView, evidenceView, type QuoteView, quoteView } from './evidence.ts'

/** A claim as it is printed on a report's page and on its own. */
export interface ClaimView {
  id: string
  anchor: string
  href: string
  text: string
  verdict: Verdict
  word: string
  /** "94 % sure"; null where no number is honest. */
  sure: string | null
  /** The probability behind it, for the meter; null where it is not about the claim itself. */
  meter: number | null
  note: string | null
  /** "2 for, 1 against" */
  rests: string
  /** The papers whose words carry or contest it, for the margin: each leads to its quote. */
  mentions: Mention[]
  sources: QuoteView[]
  evidence: EvidenceView[]
  /** How many of the evidence take no side; a report leaves them to the claim's own page. */
  neutral: number
  /** How many statements of other papers are near it by words and count for nothing. */
  likewise: number
  /** How many of these are compared as denying it, or as what it denies. */
  denying: number
  confidence: number | null
  hunt: string | null
  fragile: string
  imported: string | null
  overruled: string | null
  design: string | null
  years: number[]
  /** Papers whose words carry or contest it, the claim's own first; each once. */
  papers: string[]
}

/** A paper beside a claim: its name, what it does, and where its quote stands on the page. */
export interface Mention {
  name: string
  mark: EvidenceView['verdict'] | 'source'
  words: string
  href: string
  struck: boolean
}

/** Finds a paper by id. @throws TouchstoneError `content-invalid` where content names a paper it does not hold */
export type PaperOf = (id: string) => Paper

/** A lookup in papers that were read. */
export function lookup(papers: ReadonlyMap<string, Paper>, where: string): PaperOf {
  return (id) => {
    const paper = papers.get(id)
    if (paper) return paper
    throw new TouchstoneError('content-invalid', `names the paper ${id}, which is not in content`, { where })
  }
}

/** A claim as it is printed. */
export function claimView(claim: Claim, paperOf: PaperOf, context: Context): ClaimView {
  const words = verdictWords[claim.verdict]
  const own = new Set(claim.sources.map(({ paper, section, start }) => `${paper} ${section} ${start}`))
  const evidence = [...claim.evidence]
    .sort(byStance)
    .filter(({ paper, section, start }) => !own.has(`${paper} ${section} ${start}`))
  const counting = claim.evidence.filter(({ excluded, stance }) => !excluded && stance !== 'neutral')
  const papers = [...new Set([...claim.sources, ...counting].map(({ paper }) => paper))]
  const anchor = (place: number) => `e-${claim.id.slice(2)}-${place + 1}`
  const sources = claim.sources.map((span, place) => quoteView(span, paperOf(span.paper), context, anchor(place)))
  const makers = [...new Set(claim.sources.map(({ paper }) => paper))].map(paperOf)
  const views = evidence.map((one, place) =>
    evidenceView(one, paperOf(one.paper), makers, context, anchor(sources.length + place)),
  )
  return {
    id: claim.id,
    anchor: `claim-${claim.id}`,
    href: claimHref(claim.id),
    text: shown(claim.text),
    verdict: claim.verdict,
    word: words.word,
    sure: sureWords(claim),
    meter: claim.verdict === 'unverified' || claim.verdict === 'reported' ? null : claim.confidence,
    note: claim.confidenceNote ? shown(claim.confidenceNote) : null,
    rests: restsWords(claim),
    mentions: mentionsOf(sources, views),
    sources,
    evidence: views,
    neutral: views.filter(({ stance, excluded }) => stance === 'neutral' && excluded === null).length,
    likewise: claim.likewise.length,
    denying: denials(claim).length,
    confidence: claim.confidence,
    hunt: huntWords(claim),
    fragile: fragileWords(claim, paperOf),
    imported: importedWords(claim),
    overruled: overruledWords(claim),
    design: claim.design ? shown(claim.design) : null,
    years: [...new Set(papers.map((id) => paperOf(id).csl.issued?.['date-parts'][0][0] ?? 0))].filter(Boolean).sort(),
    papers,
  }
}

/** "94 % sure", and of what where it is not the claim itself; null where no number is honest. */
export function sureWords({ verdict, confidence }: Pick<Claim, 'verdict' | 'confidence'>): string | null {
  if (confidence === null || verdict === 'unverified') return null
  const sure = `${percent(confidence)} sure`
  if (verdict === 'reported') return `${sure} that its paper reports this, not that it is so`
  return verdict === 'disputed' ? `${sure} that it is disputed` : sure
}

function mentionsOf(sources: readonly QuoteView[], evidence: readonly EvidenceView[]): Mention[] {
  const seen = new Set<string>()
  const once = ({ paper }: QuoteView) => !seen.has(paper) && Boolean(seen.add(paper))
  const own = sources.filter(once).map(({ name, anchor, standing }) => ({
    name,
    mark: 'source' as const,
    words: 'says it',
    href: `#${anchor}`,
    struck: standing?.struck ?? false,
  }))
  const sided = evidence.filter((one) => one.stance !== 'neutral' && once(one))
  const others = sided.map(({ name, verdict, stanceWords, excluded, anchor, standing }) => ({
    name,
    mark: verdict,
    words: stanceWords.toLowerCase() + (excluded ? ', not counted' : ''),
    href: `#${anchor}`,
    struck: standing?.struck ?? false,
  }))
  return [...own, ...others]
}

/** Papers that share a group count once. */
function independent(claim: Claim, stance: 'supports' | 'refutes'): number {
  const rows = claim.evidence.filter((one) => one.stance === stance && !one.excluded)
  return new Set(rows.map(({ group, paper }) => group ?? paper)).size
}

function restsWords(claim: Claim): string {
  const [pro, contra] = [independent(claim, 'supports'), independent(claim, 'refutes')]
  const own = new Set(claim.sources.map(({ paper }) => paper)).size
  if (pro && contra) return `${pro} for, ${contra} against`
  if (contra) return `${contra} against, none for`
  if (pro) return counted(pro, 'independent source')
  return own ? counted(own, 'source') : 'no sentence of a source'
}

function huntWords({ hunt }: Claim): string | null {
  if (!hunt) return null
  const found = hunt.found === 0 ? 'found nothing contrary' : `found ${counted(hunt.found, 'contrary passage')}`
  const queries = counted(hunt.queries.length, 'query', 'queries')
  return `Searched for the opposite: ${queries} over ${counted(hunt.papers, 'paper')} on ${dayWords(hunt.day)} ${found}.`
}

function fragileWords({ leaveOneOut, evidence }: Claim, paperOf: PaperOf): string {
  if (evidence.length === 0) return ''
  if (leaveOneOut.length === 0) return 'Leaving out any one paper does not change the verdict.'
  const parts = leaveOneOut.map(({ paper, verdict }) => {
    return `without ${shortName(paperOf(paper).csl)} it would be ${verdictWords[verdict].counted}`
  })
  return `It depends on single papers: ${parts.join('; ')}.`
}

function importedWords({ imported }: Claim): string | null {
  if (!imported) return null
  const { mark, verified, confidence } = imported
  const marked =
    verified !== null
      ? [`marked as ${verified ? 'verified' : 'not verified'}`]
      : mark !== ''
        ? [`marked “${shown(mark)}”`]
        : []
  const said = [...marked, ...(confidence === null ? [] : [`with a confidence of ${confidence}`])]
  return said.length === 0 ? null : `The report brought in has it ${said.join(' ')}.`
}

function overruledWords({ overruled }: Claim): string | null {
  if (!overruled) return null
  const { by, day, reason, was } = overruled
  return `${shown(by)} overruled the verdict “${verdictWords[was].counted}” on ${dayWords(day)}: ${shown(reason)}`
}
