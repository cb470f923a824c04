import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { contentFiles, type Generated, generateQuestion } from '../../scripts/bench/generated-content.ts'
import { groupFindings } from '../../src/core/findings/group.ts'
import { countLedger } from '../../src/core/screen/prisma.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { decideVerdict } from '../../src/core/verify/verdict.ts'
import type { Change } from '../../src/schemas/change.ts'
import type { Claim } from '../../src/schemas/claim.ts'
import { site } from '../../src/schemas/site.ts'
import { oddFacts, withFacts } from './odd-papers.ts'
import { goneQuestion, past, pastOf, turnedClaim } from './past-content.ts'

/** What tests look for in the odd content. */
export interface OddContent {
  slug: string
  retracted: string
  claims: number
}

const settings = site.parse({
  title: 'Oddities',
  repository: 'https://example.org/odd',
  style: 'apa',
})

/**
 * Writes a content folder of everything that has broken a site: odd bibliographic facts, a retracted paper, a hundred
 * claims, hostile words in claims and questions, a history of changes, and further questions for the lists.
 */
export async function writeOddContent(dir: string): Promise<OddContent> {
  const odd = oddQuestion()
  await writeFiles(dir, new Map([['site.yaml', stableJson(settings)]]))
  await writeFiles(dir, contentFiles(odd.generated, settings))
  for (const number of [2, 3])
    await writeFiles(dir, contentFiles(generateQuestion(number, { papers: 12, included: 8, claims: 9 }), settings))
  const { slug, claims } = odd.generated
  const history = { schema: 1, question: slug, changes: changesOf(odd.generated, odd.retracted), ...pastOf(claims) }
  await writeFiles(
    dir,
    new Map([
      [`changes/${slug}.json`, stableJson(history)],
      [`changes/${past.report}.json`, stableJson(goneQuestion(claims))],
    ]),
  )
  return { slug, retracted: odd.retracted, claims: claims.length }
}

function oddQuestion(): { generated: Generated; retracted: string } {
  const plain = generateQuestion(1, { papers: 60, included: 40, claims: 100 })
  const papers = plain.papers.map((paper, i) => {
    const odd = oddFacts[i]
    return odd ? withFacts(paper, odd.facts) : paper
  })
  const place = oddFacts.length
  const retracted = papers[place]!.id
  papers[place] = { ...papers[place]!, standing: { state: 'retracted', notice: '10.5555/notice.1', source: 'test' } }
  const [left, ...gone] = plain.claims.filter(({ sources }) => sources.some(({ paper }) => paper === retracted))
  const claims = plain.claims
    .filter((claim) => !gone.includes(claim))
    .map((claim) => (claim === left ? alone(claim) : claim))
  const titles = new Map(papers.map(({ id, csl }) => [id, csl.title]))
  const records = plain.ledger.records.map((row) => ({
    ...row,
    title: titles.get(row.paper) ?? row.title,
  }))
  const ledger = { ...plain.ledger, records, counts: countLedger(records) }
  return {
    generated: { ...plain, papers, ledger, claims: claims.map((claim) => withoutRetracted(claim, retracted)) },
    retracted,
  }
}

/** A claim that rests on nothing but a retracted paper says so. */
function alone(claim: Claim): Claim {
  return {
    ...claim,
    evidence: [],
    verdict: 'reported',
    confidence: 0.4,
    confidenceNote: 'its only source was retracted',
  }
}

/** A retracted paper supports nothing: its evidence stays, is not counted, and the verdict follows. */
function withoutRetracted(claim: Claim, retracted: string): Claim {
  if (!claim.evidence.some(({ paper }) => paper === retracted)) return claim
  const evidence = claim.evidence.map((one) =>
    one.paper === retracted ? { ...one, excluded: 'retracted' as const } : one,
  )
  const counting = evidence.filter(({ excluded }) => !excluded)
  const count = (stance: string) => counting.filter((one) => one.stance === stance).length
  const standing = { support: count('supports'), refutation: count('refutes'), possible: 0, sourced: true }
  return { ...claim, evidence, verdict: decideVerdict(standing) }
}

function changesOf({ slug, claims, question: { question: asked } }: Generated, retracted: string): Change[] {
  const [second, third] = claims
  const turned = turnedClaim(claims)
  const day = '2026-01-15'
  return [
    {
      day,
      kind: 'paper-retracted',
      subject: retracted,
      cause: 'Crossref names a retraction notice',
      before: 'current',
      after: 'retracted',
    },
    {
      day,
      kind: 'verdict-changed',
      subject: turned.id,
      cause: 'a paper it rested on was retracted',
      before: 'supported',
      after: 'reported',
    },
    {
      ...{ day: '2025-12-02', kind: 'finding-removed', subject: past.finding },
      cause: 'its claims are told with another finding',
      before: 'What two papers said <b>once</b>.',
      after: null,
      into: groupFindings(claims)[0]!.id,
    },
    {
      day: '2025-12-01',
      kind: 'confidence-moved',
      subject: second!.id,
      cause: 'two more papers were found',
      before: '61 %',
      after: '72 %',
    },
    {
      day: '2025-11-30',
      kind: 'claim-added',
      subject: third!.id,
      cause: 'a new paper',
      before: null,
      after: third!.text,
    },
    {
      day: '2025-11-30',
      kind: 'claim-removed',
      subject: past.claim,
      cause: 'its paper is gone',
      before: 'What it said <b>once</b>.',
      after: null,
    },
    {
      ...{ day: '2025-11-30', kind: 'claim-removed', subject: past.joined, after: null, into: second!.id },
      ...{ cause: 'another claim says the same', before: 'It said the same in other words.' },
    },
    {
      ...{ day: '2025-11-30', kind: 'paper-removed', subject: past.paper, after: null },
      ...{ cause: 'it is screened out now', before: 'A paper that went' },
    },
    {
      ...{ day: '2025-11-29', kind: 'report-added', subject: slug, cause: 'first report on this question' },
      ...{ before: null, after: asked },
    },
  ]
}

/** Writes files into a folder, making the folders between. */
export async function writeFiles(dir: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of files) {
    const path = join(dir, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
}
