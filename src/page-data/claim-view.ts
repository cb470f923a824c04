import { TouchstoneError } from '../core/errors.ts'
import type { Claim, Verdict } from '../schemas/claim.ts'
import type { Paper } from '../schemas/paper.ts'
import { byStance, type Context, type EvidenceView, evidenceView, type QuoteView, quoteView } from './evidence-view.ts'
import { claimHref } from './links.ts'
import { shown } from './shown.ts'
import { counted, dayWords, percent, verdictWords } from './words.ts'

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
  sources: QuoteView[]
  evidence: EvidenceView[]
  hunt: string | null
  fragile: string
  imported: string | null
  overruled: string | null
  design: string | null
  years: number[]
  /** Papers whose words carry or contest it, the claim's own first; each once. */
  papers: string[]
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
    sources: claim.sources.map((span) => quoteView(span, paperOf(span.paper), context)),
    evidence: evidence.map((one) => evidenceView(one, paperOf(one.paper), context)),
    hunt: huntWords(claim),
    fragile: fragileWords(claim, paperOf),
    imported: importedWords(claim),
    overruled: overruledWords(claim),
    design: claim.design ? shown(claim.design) : null,
    years: [...new Set(papers.map((id) => paperOf(id).csl.issued?.['date-parts'][0][0] ?? 0))].filter(Boolean).sort(),
    papers,
  }
}

function sureWords({ verdict, confidence }: Claim): string | null {
  if (confidence === null || verdict === 'unverified') return null
  const sure = `${percent(confidence)} sure`
  if (verdict === 'reported') return `${sure} that the source says so`
  return verdict === 'disputed' ? `${sure} that it is disputed` : sure
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
    const { csl } = paperOf(paper)
    return `without ${shown(csl.title) || paper} it would be ${verdictWords[verdict].counted}`
  })
  return `It depends on single papers: ${parts.join('; ')}.`
}

function importedWords({ imported }: Claim): string | null {
  if (!imported) return null
  const mark =
    imported.verified === null
      ? `marked “${shown(imported.mark)}”`
      : imported.verified
        ? 'marked as verified'
        : 'marked as not verified'
  const sure = imported.confidence === null ? 'without a confidence' : `with a confidence of ${imported.confidence}`
  return `The report brought in has it ${mark} ${sure}.`
}

function overruledWords({ overruled }: Claim): string | null {
  if (!overruled) return null
  const { by, day, reason, was } = overruled
  return `${shown(by)} overruled the verdict “${verdictWords[was].counted}” on ${dayWords(day)}: ${shown(reason)}`
}
