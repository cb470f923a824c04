import type { Content, Finding } from '../../src/core/audit/content.ts'
import { compareRemade, type Remade, rules, type Verifier } from '../../src/core/audit/index.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { byOutcome } from '../../src/core/extract/by-outcome.ts'
import { extractClaims } from '../../src/core/extract/index.ts'
import { sha256 } from '../../src/core/hash.ts'
import { asKept } from '../../src/core/papers/kept-texts.ts'
import { readBy } from '../../src/core/papers/question-text.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { checkSources } from '../../src/core/verify/sources.ts'
import { ledger as ledgerForm } from '../../src/schemas/ledger.ts'
import type { ModelStage } from '../../src/schemas/model-work.ts'
import { paper as paperForm } from '../../src/schemas/paper.ts'
import type { Asking } from '../engines/llm/ask.ts'
import type { Project } from '../io/project.ts'
import { shelfOf } from '../io/shelf.ts'
import type { Run } from '../run.ts'
import { basisOf } from './basis.ts'
import { keepLedger } from './ledger.ts'
import { merge } from './merge.ts'
import { modelBeside, stagesOf } from './model/asking.ts'
import { pickByModel } from './model/extraction.ts'
import { screenInDoubt } from './model/screening.ts'
import { type Protocol, readProtocol } from './protocol.ts'
import { screen } from './screen.ts'
import { searchLibrary } from './search.ts'

/**
 * Reads a question's library again and tells where papers, ledger and claims say something else than what it gives, or
 * that library, protocol or decisions changed since the report was made. What databases sent is not kept, so a question
 * that rests on one is held against its protocol only; one whose history has no note of what it was made from, not at all.
 */
export async function remadeFindings(
  content: Content,
  slug: string,
  protocol: Protocol | Finding,
  run: Run,
): Promise<Finding[]> {
  if (content.reports.get(slug)?.origin !== 'generated' || !content.questions.has(slug)) return []
  if (!content.changes.get(slug)?.basis) return []
  if ('rule' in protocol) return [protocol]
  const changed = inputsChanged(content, slug, protocol, run)
  if (changed.length > 0) return changed
  const remade = await remake(content, protocol, run)
  return remade ? compareRemade(content, slug, remade) : []
}

/** A run that asks nobody and writes nothing, on the papers of content that was read. */
export function quietRun(
  { papers, site }: Content,
  project: Project,
  { engine, calibration }: Verifier,
  asking?: Asking,
): Run {
  const model = asking ? { asking } : {}
  const still = {
    ...model,
    today: '',
    stages: stagesOf(site),
    reviewers: [],
    force: false,
    http: null,
    sources: null,
    codeVersion: '',
    log: () => {},
  }
  return { project, engine, calibration, shelf: shelfOf(papers.values()), ...still }
}

/** The protocol of a question, or the finding that says why it cannot be read. */
export async function protocolOf(slug: string, run: Run): Promise<Protocol | Finding> {
  try {
    return await readProtocol(slug, run)
  } catch (error) {
    if (!(error instanceof TouchstoneError)) throw error
    if (error.code === 'library-empty')
      return warning(`library/${slug}`, 'the library that the report was made from is gone: restore it from git')
    const { severity } = rules['question-invalid']
    const file = `questions/${slug}.decisions.yaml`
    return { rule: 'question-invalid', severity, file, field: '', message: error.message }
  }
}

/** What of the protocol is not what the last run read, by the hashes that its history keeps. */
function inputsChanged(content: Content, slug: string, protocol: Protocol, run: Run): Finding[] {
  const told = content.changes.get(slug)?.basis
  if (!told) return []
  const now = basisOf(protocol, [], run)
  const asked = [...new Set((content.ledgers.get(slug)?.queries ?? []).map(({ source }) => source))]
  const questions = [protocol.sources, asked].map((sources) => sha256(stableJson({ ...protocol.question, sources })))
  const files = [...new Set([...Object.keys(told.library), ...Object.keys(now.library)])].sort()
  return [
    ...(questions.includes(told.question)
      ? []
      : [warning(`questions/${slug}.md`, 'the protocol is not what the report was made from', 'question-changed')]),
    ...(told.decisions === now.decisions
      ? []
      : [warning(`questions/${slug}.decisions.yaml`, 'the decisions are not those that the report was made with')]),
    ...files
      .filter((name) => told.library[name] !== now.library[name])
      .map((name) => warning(`library/${name}`, fileChange(told.library[name], now.library[name]))),
  ]
}

function fileChange(before: string | undefined, now: string | undefined): string {
  if (now === undefined) return 'the report was made from this file, which is gone: restore it, or'
  return before === undefined ? 'this file came after the report' : 'this file is not what the report was made from'
}

function warning(file: string, what: string, rule: 'input-changed' | 'question-changed' = 'input-changed'): Finding {
  const next = /from git$/.test(what) ? '' : /or$/.test(what) ? ' run generate again' : ': run generate again'
  return { rule, severity: rules[rule].severity, file, field: '', message: `${what}${next}` }
}

/** Null where more than whole texts of a library went into the report. */
async function remake(content: Content, protocol: Protocol, run: Run): Promise<Remade | null> {
  const { slug, question } = protocol
  const told = content.ledgers.get(slug)
  const claims = content.claims.get(slug)?.claims
  if (!told || !claims || told.queries.some(({ source }) => source !== 'library')) return null
  const found = await searchLibrary(protocol)
  const merged = await merge(found, run.shelf, protocol)
  const papers = merged.works.map(({ paper }) => paper)
  if (papers.some(({ text }) => text?.excerptOf !== undefined || text?.kind === 'fulltext')) return null
  const took = new Set(content.reports.get(slug)?.model?.stages.map(({ stage }) => stage))
  const beside = (part: ModelStage) => (took.has(part) ? modelBeside({ ...run, stages: took }) : null)
  const screened = await screenInDoubt(screen(merged, protocol), merged, protocol, beside('screening'))
  const kept = new Set(screened.decisions.filter(({ state }) => state === 'kept').map(({ paper }) => paper))
  const readable = papers.filter(({ id }) => kept.has(id)).map((paper) => readBy(paper, slug))
  const { picks } = await pickByModel(question.question, readable, beside('extraction'))
  const extracted = extractClaims(readable, question, { picks })
  const byId = new Map(readable.map((paper) => [paper.id, paper]))
  const frames = new Map(claims.map(({ id, frame }) => [id, frame]))
  const facetOf = byOutcome(question.facets)
  const filed = extracted.claims.map((claim) => ({
    ...claim,
    facet: facetOf({ ...claim, frame: frames.get(claim.id) }),
  }))
  const checked = filed.map((claim) => checkSources(claim, byId))
  const dropped = [...extracted.dropped, ...checked.flatMap((one) => one.dropped)]
  const day = told.queries.find(({ source }) => source === 'library')?.day ?? ''
  const ledger = keepLedger({ protocol, found, merged, screened, claims, dropped, day })
  const shown = asKept(
    checked.flatMap(({ claim }) => claim ?? []),
    papers,
    claims,
    { question: slug, keepAbstracts: protocol.site.keepAbstracts, stored: content.papers },
  )
  return {
    papers: shown.papers.map((paper) => paperForm.parse(paper)),
    claims: shown.claims,
    ledger: ledgerForm.parse(ledger),
  }
}
