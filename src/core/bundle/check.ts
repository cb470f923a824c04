import type { Bundle } from '../../schemas/bundle.ts'
import { site as siteForm } from '../../schemas/site.ts'
import { auditContent, type Content, recheckVerdicts, type Verifier } from '../audit/index.ts'
import { sha256 } from '../hash.ts'
import { stableJson } from '../stable-json.ts'
import { hashesOf } from './make.ts'

/** One thing that was checked of a bundle. */
export interface Checked {
  what: string
  /** How many were looked at. */
  looked: number
  /** What is wrong, each with its place. */
  problems: string[]
}

/** Everything that was checked of a bundle, and what could not be, in words. */
export interface BundleCheck {
  checks: Checked[]
  unchecked: string[]
}

/**
 * Checks a bundle again from what it holds: every hash, every quote at its offsets, every count from its rows, the text
 * and the panel from claims and ledger, and every verdict from the stored texts with the engine that is given.
 */
export async function checkBundle(bundle: Bundle, verifier: Verifier): Promise<BundleCheck> {
  const { slug, parts } = bundle
  const content = unpacked(bundle)
  const findings = auditContent(content).filter(({ severity }) => severity === 'error')
  const again = await recheckVerdicts(content, slug, verifier)
  const told = [...findings, ...again].map(({ file, field, rule, message }) => `${file} ${field} [${rule}] ${message}`)
  const of = (pattern: RegExp) => told.filter((line) => pattern.test(line))
  const quotes = /\[(?:quote|quantity)-/
  const counts = /\[(?:count-differs|verdict-count|row-state|facet-claims|gate-differs)\]/
  const verdicts = /\[(?:verdict-unfounded|evidence-differs|confidence-|exclusion-wrong|retracted-)/
  const spans = parts.claims.claims.flatMap(({ sources, evidence }) => [...sources, ...evidence])
  const rest = told.filter((line) => ![quotes, counts, verdicts].some((pattern) => pattern.test(line)))
  return {
    checks: [
      hashCheck(bundle),
      answerCheck(bundle),
      { what: 'quotes at their offsets in the stored texts', looked: spans.length, problems: of(quotes) },
      {
        what: 'counts against the rows of the ledger',
        looked: Object.keys(parts.report.counts).length,
        problems: of(counts),
      },
      { what: 'verdicts, evidence and confidence', looked: parts.claims.claims.length, problems: of(verdicts) },
      { what: 'text, panel, references, DOIs and days', looked: parts.report.references.length, problems: rest },
    ],
    unchecked: unchecked(bundle, verifier),
  }
}

function unpacked({ slug, parts }: Bundle): Content {
  const { minScore, minSupported } = parts.report.gate
  const imported = parts.report.origin === 'imported'
  return {
    questions: parts.question ? new Map([[slug, parts.question]]) : new Map(),
    papers: new Map(parts.papers.map((paper) => [paper.id, paper])),
    claims: new Map([[slug, parts.claims]]),
    reports: new Map([[slug, parts.report]]),
    ledgers: parts.ledger && !imported ? new Map([[slug, parts.ledger]]) : new Map(),
    changes: new Map(),
    site: siteForm.parse({ gate: { minScore, minSupported } }),
    partial: true,
    withoutHistory: true,
  }
}

function hashCheck({ parts, hashes }: Bundle): Checked {
  const due = hashesOf(parts)
  const problems: string[] = []
  for (const kind of ['parts', 'texts', 'sources'] as const) {
    for (const name of new Set([...Object.keys(due[kind]), ...Object.keys(hashes[kind])]))
      if (due[kind][name] !== hashes[kind][name])
        problems.push(`hashes.${kind}.${name} is not the hash of what stands there`)
  }
  if (due.whole !== hashes.whole) problems.push('hashes.whole is not the hash of all hashes')
  return {
    what: 'hashes of parts, stored texts and records',
    looked: Object.keys(due.parts).length + Object.keys(due.texts).length,
    problems,
  }
}

function answerCheck({ parts }: Bundle): Checked {
  const wrong = parts.answers.filter(({ answer, response }) => sha256(stableJson(answer)) !== response)
  return {
    what: 'answers of models against their hashes',
    looked: parts.answers.length,
    problems: wrong.map(({ request }) => `answers ${request} is not what the model answered`),
  }
}

function unchecked({ parts }: Bundle, { engine, calibration }: Verifier): string[] {
  const versions = new Map(parts.report.engines.map(({ name, version }) => [name, version]))
  const same =
    versions.get(engine.id) === engine.version && versions.get(`${engine.id} calibration`) === calibration.version
  const used = parts.report.engines.map(({ name, version }) => `${name} ${version}`).join(', ')
  const whole = parts.papers.filter(({ text }) => text?.kind === 'fulltext').length
  return [
    ...(same
      ? []
      : [
          `Evidence was not sought again: the report rests on ${used}, and ${engine.id} ${engine.version} is at hand. Verdicts were recomputed from the evidence that is listed.`,
        ]),
    ...(same && whole > 0
      ? [
          `Evidence was not sought again: ${whole} papers were read whole, and only the passages that are quoted are kept.`,
        ]
      : []),
    ...(parts.ledger ? [] : ['There is no ledger: the report was brought in from elsewhere.']),
    'What the sources sent is known by the records that were read from it, not by its bytes.',
  ]
}
