import type { Claim, ClaimsFile } from '../../../src/schemas/claim.ts'
import type { Paper } from '../../../src/schemas/paper.ts'
import { type Gold, type Locate, locatorOf } from './gold.ts'

/** How a report is held against what readers found. Shares are of 1. */
export interface FindingsScore {
  topic: string
  claims: number
  verdicts: number
  wrongVerdicts: number
  /** Share of labelled sentences that a claim rests on. */
  sentences: number
  /** Links behind verdicts; how many are right; findings and edges among them. */
  links: number
  right: number
  findings: number
  edgeRecall: number
  wrongContradictions: number
  /** Links behind verdicts and beside claims; right among the 50 best by score; findings and edges among all. */
  shownLinks: number
  shownPrecision: number
  shownFindings: number
  shownEdgeRecall: number
}

/** A quote of more sentences than this names nothing. */
const most = 2
const bestShown = 50

type Stance = 'supports' | 'refutes'
interface Said {
  finding: number
  stance: string
}

interface Link {
  own: readonly string[]
  quoted: readonly string[]
  stance: Stance | null
  score: number
}

const paperOf = (sentence: string) => sentence.split('.')[0]!
const both = (a: string, b: string) => [a, b].sort().join(' ')

/** Scores the claims of a library. Closed world: what the labels do not list is wrong. */
export function scoreFindings(
  gold: Gold,
  { claims }: Pick<ClaimsFile, 'claims'>,
  papers: readonly Paper[],
): FindingsScore {
  const said = new Map<string, Said[]>()
  for (const [finding, { spans }] of gold.findings.entries())
    for (const { s, stance } of spans) said.set(s, [...(said.get(s) ?? []), { finding, stance }])
  const { locate } = locatorOf(gold, papers)
  const edges = edgesOf(gold)
  const covered = new Set<string>()
  const [right, wrong] = [new Map<string, Set<string>>(), new Set<string>()]
  const shown = new Map<string, { score: number; hits: string[] }>()
  let verdicts = 0
  let wrongVerdicts = 0
  let wrongContradictions = 0
  for (const claim of claims) {
    const sources = claim.sources.map(({ paper, quote }) => locate(paper, quote))
    const own = [...new Set(sources.flat())]
    const long = sources.some(({ length }) => length > most)
    if (!long) for (const one of own) if (said.has(one)) covered.add(one)
    let good = 0
    const links = linksOf(claim, sources, own, locate)
    for (const link of links) {
      if (link.own.length === 0 || link.quoted.length === 0 || isOwn(link)) continue
      const hits = long ? [] : hitsOf(link, said, link.stance)
      const pair = [...new Set([...link.own, ...link.quoted].map(paperOf))].sort().join(' ')
      if (link.stance !== null) {
        const key = `${pair} ${link.stance}`
        if (hits.length > 0) {
          good++
          right.set(`${key} ${[...hits].sort()[0]}`, new Set(hits.map((hit) => `${hit} ${link.stance}`)))
        } else wrong.add(`${key} ${[...new Set([...link.own, ...link.quoted])].sort().join(' ')}`)
      }
      const any = long ? [] : hitsOf(link, said, null)
      const key =
        any.length > 0 ? `${pair} ${[...any].sort()[0]}` : `${pair} ${[...link.own, ...link.quoted].sort().join(' ')}`
      if ((shown.get(key)?.score ?? -1) < link.score) shown.set(key, { score: link.score, hits: any })
    }
    if (
      links.some(({ stance }) => stance !== null) &&
      ['supported', 'disputed', 'contradicted'].includes(claim.verdict)
    ) {
      verdicts++
      if (good === 0) {
        wrongVerdicts++
        if (claim.verdict === 'contradicted') wrongContradictions++
      }
    }
  }
  const found = new Set([...right.values()].flatMap((hits) => [...hits]).filter((hit) => edges.stanced.has(hit)))
  const seen = new Set([...shown.values()].flatMap(({ hits }) => hits))
  const best = [...shown.values()].sort((a, b) => b.score - a.score).slice(0, bestShown)
  const findingsIn = (hits: ReadonlySet<string>) => new Set([...hits].map((hit) => hit.split(' ')[0]!)).size
  const share = (part: number, whole: number) => part / Math.max(1, whole)
  return {
    topic: gold.name,
    claims: claims.length,
    ...{ verdicts, wrongVerdicts, wrongContradictions },
    sentences: share(covered.size, said.size),
    links: right.size + wrong.size,
    right: right.size,
    findings: share(findingsIn(found), edges.findings),
    edgeRecall: share(found.size, edges.stanced.size),
    shownLinks: shown.size,
    shownPrecision: share(best.filter(({ hits }) => hits.length > 0).length, best.length),
    shownFindings: share(findingsIn(seen), edges.findings),
    shownEdgeRecall: share(seen.size, edges.plain.size),
  }
}

function edgesOf({ findings }: Gold) {
  const [stanced, plain] = [new Set<string>(), new Set<string>()]
  for (const [finding, { spans }] of findings.entries())
    for (const a of spans)
      for (const b of spans) {
        if (paperOf(a.s) === paperOf(b.s)) continue
        const edge = `${finding} ${both(paperOf(a.s), paperOf(b.s))}`
        plain.add(edge)
        stanced.add(`${edge} ${a.stance === b.stance ? 'supports' : 'refutes'}`)
      }
  return { stanced, plain, findings: new Set([...plain].map((edge) => edge.split(' ')[0])).size }
}

function linksOf(claim: Claim, sources: readonly string[][], own: readonly string[], locate: Locate): Link[] {
  const links: Link[] = []
  for (const { paper, quote, stance, excluded } of claim.evidence)
    if (stance !== 'neutral' && !excluded) links.push({ own, quoted: locate(paper, quote), stance, score: 1e9 })
  for (const [at, one] of sources.entries())
    for (const other of sources.slice(at + 1)) links.push({ own: one, quoted: other, stance: 'supports', score: 1e9 })
  for (const { paper, quote, score } of claim.likewise)
    links.push({ own, quoted: locate(paper, quote), stance: null, score })
  return links
}

function isOwn({ own, quoted }: Link): boolean {
  return own.every((one) => quoted.every((other) => paperOf(one) === paperOf(other)))
}

/** Edges that a link is right about: a finding and two papers. */
function hitsOf({ own, quoted }: Link, said: ReadonlyMap<string, readonly Said[]>, stance: Stance | null): string[] {
  if (quoted.length > most) return []
  const hits = new Set<string>()
  for (const a of own)
    for (const b of quoted) {
      if (paperOf(a) === paperOf(b)) continue
      for (const one of said.get(a) ?? [])
        for (const other of said.get(b) ?? []) {
          const agree = one.stance === other.stance ? 'supports' : 'refutes'
          if (one.finding === other.finding && (stance === null || agree === stance))
            hits.add(`${one.finding} ${both(paperOf(a), paperOf(b))}`)
        }
    }
  return [...hits]
}
