import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sealed } from '../../src/core/audit/seal.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { sha256 } from '../../src/core/hash.ts'
import { gate } from '../../src/core/panel/gate.ts'
import { reviewReport } from '../../src/core/panel/index.ts'
import { reportFaults } from '../../src/core/reports/faults/index.ts'
import { normaliseLines, type ParsedReport, parseReport } from '../../src/core/reports/read/parse.ts'
import { isSentenceClaim, sentenceClaims } from '../../src/core/reports/sentence-claims.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { verifyClaims } from '../../src/core/verify/index.ts'
import type { UnverifiedClaim } from '../../src/core/verify/unverified-claim.ts'
import { readReport } from '../../src/reader/entries.ts'
import { readSite } from '../../src/reader/site.ts'
import { type Claim, claimsFile, verdicts } from '../../src/schemas/claim.ts'
import { slug as slugForm } from '../../src/schemas/common.ts'
import { ledger } from '../../src/schemas/ledger.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import { type Report, report as reportForm } from '../../src/schemas/report.ts'
import { readText } from '../io/files.ts'
import { importedHistory } from '../io/imported-history.ts'
import { writeTogether } from '../io/journal.ts'
import { describeEngines, type Run } from '../run.ts'
import { checkReport } from './references/check-report.ts'
import { workOf } from './references/library-texts.ts'
import { withCheck } from './references/stored-check.ts'

/**
 * Checks the claims of an imported report against the papers of another question's library; where it lists none, its citing
 * sentences are its claims. The report keeps what it says of itself; verdicts, evidence, panel and gate are ours.
 * @throws TouchstoneError `question-unknown` where the report is no imported one or the library has no ledger yet
 */
export async function verifyImported(slug: string, library: string, run: Run) {
  const { content } = run.project
  const stored = await importedReport(content, slug)
  const papers = await papersOf(run, library)
  const old = claimsFile.parse(JSON.parse(await readFile(join(content, 'claims', `${slug}.json`), 'utf8')))
  const listed = old.claims.map(({ id, text, sources, facet, relevance, quantities, imported }) => ({
    ...{ id, text, sources, facet, relevance, quantities },
    ...(imported ? { imported } : {}),
  }))
  const candidates: UnverifiedClaim[] = listed.length > 0 ? listed : sentenceClaims(stored)
  if (candidates.length === 0)
    run.log(`${slug}: it lists no claims and cites nothing, so there is nothing to try and it gets no score`)
  const inputHash = sha256(
    stableJson([candidates, papers, library, run.engine.id, run.engine.version, run.calibration.version]),
  )
  const day = stored.inputHash === inputHash ? stored.date : run.today
  const { engine, calibration } = run
  const cited = stored.imported && parseReport(normaliseLines(stored.imported.source))
  const ownOf = new Map(candidates.map(({ id, imported }) => [id, cited ? ownPapers(imported, cited, papers) : []]))
  const found = new Map<string, Claim>()
  for (const own of new Set([...ownOf.values()].map((ids) => ids.join(' ')))) {
    const claims = candidates.filter(({ id }) => ownOf.get(id)!.join(' ') === own)
    const others = papers.filter(({ id, notice }) => !notice && !own.split(' ').includes(id))
    const verified = await verifyClaims({ claims, papers: others, engine, day, calibration })
    for (const claim of verified.claims) found.set(claim.id, claim)
  }
  const claims = candidates.flatMap(({ id }) => found.get(id) ?? [])
  const imported = stored.imported &&
    cited && {
      imported: withCheck(
        stored.imported,
        await checkReport(cited.cited, { asking: null, library: papers }),
        run.today,
      ),
    }
  const report = await review({ ...stored, ...imported, inputHash, engines: describeEngines(run) }, claims, papers, run)
  const written = await write(run, { ...report, date: day }, claims)
  return { slug, report, written }
}

/** Papers that a claim of the report cites itself: what they say is no independent support of it. */
function ownPapers(place: Claim['imported'], { claims, cited }: ParsedReport, papers: readonly Paper[]): string[] {
  const line = place && claims[place.row - 1]?.line
  const own =
    place?.line === undefined ? cited.sentences.filter((one) => one.line === line) : [cited.sentences[place.row - 1]]
  const cites = new Set(own.flatMap((one) => one?.cites ?? []))
  const references = cited.references.filter(({ n }) => cites.has(n))
  return references.flatMap((reference) => workOf(reference, papers)?.id ?? []).sort()
}

async function importedReport(content: string, slug: string): Promise<Report> {
  const stored = await readReport(content, slug)
  if (stored?.origin === 'imported') return stored
  throw new TouchstoneError(
    'question-unknown',
    stored ? 'is a report of our own, not an imported one' : 'there is no such imported report',
    {
      where: slug,
      next: `Bring one with: npm run import -- report.md --question ${slug}`,
    },
  )
}

async function papersOf({ project: { content }, shelf }: Run, library: string): Promise<Paper[]> {
  const text = await readText(join(content, 'ledger', `${library}.json`))
  if (text === null)
    throw new TouchstoneError('question-unknown', 'this library has no ledger yet', {
      where: library,
      next: slugForm.safeParse(library).success
        ? `Make it with: npm run generate -- ${library}`
        : 'Name a question here. A file becomes the library of one: npm run import -- FILE --question NAME --create "Question…", then npm run generate -- NAME',
    })
  const { records } = ledger.parse(JSON.parse(text))
  const read = new Set(
    records.filter(({ state }) => state === 'included' || state === 'no-claim').map(({ paper }) => paper),
  )
  return shelf.read(read)
}

async function review(stored: Report, claims: Claim[], papers: Paper[], run: Run): Promise<Report> {
  const { panel: _panel, gate: _gate, ...rest } = stored
  const draft = { ...rest, facets: facetsOf(stored, claims) }
  const counted = Object.fromEntries(
    verdicts.map((name) => [name, claims.filter((claim) => claim.verdict === name).length]),
  )
  const reviewed = { ...draft, verdicts: counted as Report['verdicts'] }
  const faults = reportFaults({ ...reviewed, panel: null, gate: stored.gate }, claims, run.today)
  const panel =
    claims.length === 0 ? null : reviewReport({ question: null, claims, papers, ledger: null, draft: reviewed, faults })
  return { ...reviewed, panel, gate: gate(panel, claims, (await readSite(run.project.content)).gate) }
}

/** The claims as the report shows them: those that it lists, or its citing sentences. */
function facetsOf({ facets }: Report, claims: readonly Claim[]): Report['facets'] {
  return facets.length === 0 && claims.some(isSentenceClaim)
    ? [{ id: 'claims', label: 'What it says with a source', claims: claims.map(({ id }) => id) }]
    : facets
}

async function write(run: Run, report: Report, claims: Claim[]): Promise<string[]> {
  const { content } = run.project
  const { slug } = report
  const files: [string, string][] = [
    [`claims/${slug}.json`, stableJson(sealed(claimsFile.parse({ schema: 1, question: slug, claims })))],
    [`reports/${slug}.json`, stableJson(sealed(reportForm.parse(report)))],
  ]
  const same = await Promise.all(files.map(async ([name, text]) => (await readText(join(content, name))) === text))
  const changed = files.filter((_, at) => !same[at])
  if (changed.length === 0) return []
  const history = await importedHistory(run, { report, claims })
  await writeTogether(run.project, slug, [history, ...changed])
  return changed.map(([name]) => name)
}
