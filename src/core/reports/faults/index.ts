import type { Claim } from '../../../schemas/claim.ts'
import type { Report } from '../../../schemas/report.ts'
import type { Fault } from '../../panel/fault.ts'
import type { KeyTable } from '../citations/resolve.ts'
import { normaliseLines, type ParsedReport, parseReport } from '../read/parse.ts'
import { statedCounts } from '../read/stated-counts.ts'
import { statedQuestions, statedScores } from '../read/statements.ts'
import { isSentenceClaim } from '../sentence-claims.ts'
import { wrongShares } from './arithmetic.ts'
import * as citing from './citing.ts'
import { contradictingClaims, duplicateClaims } from './claim-pairs.ts'
import * as claims from './claims.ts'
import { clippedClaims } from './clipped-claims.ts'
import { differingSentences } from './differing.ts'
import { emptyResults } from './empty-results.ts'
import type { FaultInput, FaultRule } from './fault.ts'
import * as making from './making.ts'
import * as offQuestion from './off-question.ts'
import { pastedAbstract } from './pasted-abstract.ts'
import { questionCut } from './question-cut.ts'
import * as references from './references.ts'
import * as sources from './sources.ts'
import * as numbers from './stated-numbers.ts'
import * as texts from './texts.ts'

/** Every rule for faults of imported reports by its permanent id, with the reviewer of the panel who answers for it. */
export const faultRules: Readonly<Record<string, FaultRule>> = {
  'claim-clipped': {
    severity: 'error',
    reviewer: 'coverage',
    description: 'A claim is a whole sentence.',
    find: clippedClaims,
  },
  'verified-doubtful': {
    severity: 'error',
    reviewer: 'uncertainty',
    description: 'A claim called verified has a confidence of one half or more.',
    find: claims.verifiedButDoubtful,
  },
  'confidence-outside': {
    severity: 'error',
    reviewer: 'uncertainty',
    description: 'A confidence printed in a report lies between 0 and 1.',
    find: claims.confidenceOutside,
  },
  'claims-off-question': {
    severity: 'error',
    reviewer: 'adversary',
    description: 'A claim of a report addresses its question.',
    find: offQuestion.claimsOffQuestion,
  },
  'claims-duplicate': {
    severity: 'error',
    reviewer: 'benchmarks',
    description: 'No two claims of a report are the same.',
    find: duplicateClaims,
  },
  'claims-contradict': {
    severity: 'error',
    reviewer: 'adversary',
    description: 'No two claims of a report contradict each other without a word about it.',
    find: contradictingClaims,
  },
  'claims-untied': {
    severity: 'error',
    reviewer: 'citations',
    description: 'Claims name the references they rest on.',
    find: references.untiedClaims,
  },
  'citation-dangling': {
    severity: 'error',
    reviewer: 'citations',
    description: 'Every citation leads to a reference.',
    find: citing.danglingCitations,
  },
  'claims-none': {
    severity: 'warning',
    reviewer: 'evidence',
    description: 'A report lists its claims.',
    synthesis: true,
    find: making.noClaims,
  },
  'counts-differ': {
    severity: 'error',
    reviewer: 'numbers',
    description: 'Counts and scores are the same in every section, and equal to what is listed.',
    synthesis: true,
    find: numbers.countsDiffer,
  },
  'references-fewer': {
    severity: 'error',
    reviewer: 'citations',
    description: 'There is a reference for every paper counted.',
    synthesis: true,
    find: numbers.fewerReferences,
  },
  'references-none': {
    severity: 'error',
    reviewer: 'citations',
    description: 'A report with claims lists its sources.',
    find: references.noReferences,
  },
  'references-off-question': {
    severity: 'error',
    reviewer: 'citations',
    description: 'A source addresses the question.',
    synthesis: true,
    find: offQuestion.sourcesOffQuestion,
  },
  'reference-doubled': {
    severity: 'error',
    reviewer: 'citations',
    description: 'No reference is listed twice.',
    find: references.doubledReferences,
  },
  'reference-uncited': {
    severity: 'warning',
    reviewer: 'citations',
    description: 'Every source listed is cited in the text.',
    find: sources.uncitedReferences,
  },
  'source-alone': {
    severity: 'warning',
    reviewer: 'citations',
    description: 'A report does not rest on one source almost throughout.',
    find: sources.sourceAlone,
  },
  'source-weak': {
    severity: 'note',
    reviewer: 'citations',
    description: 'Sources are published work, not shops, blogs, encyclopaedias or social media.',
    find: sources.weakSources,
  },
  'address-private': {
    severity: 'error',
    reviewer: 'citations',
    description: 'Every address and mark leads to something that a reader can open.',
    find: sources.privateAddresses,
  },
  'cites-nothing': {
    severity: 'error',
    reviewer: 'citations',
    description: 'A report names its sources.',
    find: citing.citesNothing,
  },
  'citations-unread': {
    severity: 'warning',
    reviewer: 'citations',
    description: 'Where sources are listed, sentences are read that cite them.',
    find: citing.unreadCitations,
  },
  'quotation-untied': {
    severity: 'warning',
    reviewer: 'citations',
    description: 'A quotation names its source.',
    find: citing.untiedQuotations,
  },
  'figure-untied': {
    severity: 'note',
    reviewer: 'numbers',
    description: 'Figures name their source.',
    find: citing.untiedFigures,
  },
  'share-wrong': {
    severity: 'error',
    reviewer: 'numbers',
    description: 'A share is what the counts beside it give.',
    find: wrongShares,
  },
  'sentences-differ': {
    severity: 'warning',
    reviewer: 'numbers',
    description: 'What a report says twice it says alike.',
    find: differingSentences,
  },
  'doi-broken': {
    severity: 'error',
    reviewer: 'citations',
    description: 'A DOI printed in a report matches the grammar.',
    find: references.malformedDois,
  },
  'doi-doubled': {
    severity: 'error',
    reviewer: 'citations',
    description: 'No DOI is listed twice.',
    find: references.doubledDois,
  },
  'question-cut': {
    severity: 'error',
    reviewer: 'coverage',
    description: 'The question is whole wherever it stands.',
    synthesis: true,
    find: questionCut,
  },
  'source-as-subject': {
    severity: 'error',
    reviewer: 'adversary',
    description: 'The subject of a report is its question, not the title of a source.',
    synthesis: true,
    find: texts.sourceAsSubject,
  },
  'abstract-pasted': {
    severity: 'error',
    reviewer: 'benchmarks',
    description: "The abstract is the report's own.",
    synthesis: true,
    find: pastedAbstract,
  },
  'results-empty': {
    severity: 'error',
    reviewer: 'benchmarks',
    description: 'The results tell what was found.',
    synthesis: true,
    find: emptyResults,
  },
  'passage-clipped': {
    severity: 'error',
    reviewer: 'coverage',
    description: 'No passage of a report is cut.',
    find: texts.clippedText,
  },
  'score-unreviewed': {
    severity: 'error',
    reviewer: 'reproducibility',
    description: 'A score names the reviewers behind it.',
    synthesis: true,
    find: making.scoreWithoutReviewer,
  },
  'date-future': {
    severity: 'error',
    reviewer: 'reproducibility',
    description: 'The date of a report does not lie in the future.',
    find: making.futureDate,
  },
  'date-missing': {
    severity: 'note',
    reviewer: 'reproducibility',
    description: 'A report has a date.',
    find: making.missingDate,
  },
  'markup-hostile': {
    severity: 'error',
    reviewer: 'impact',
    description: 'A report holds nothing that runs, loads or hides something.',
    find: making.hostileMarkup,
  },
  'orders-planted': {
    severity: 'error',
    reviewer: 'impact',
    description: 'A report gives no orders to a model that reads it.',
    find: making.plantedOrders,
  },
}

/**
 * The faults of an imported report, each at its line. `claims` are those of the import, in the order of their rows.
 * A report that was not imported has none.
 * @param today day of the check, `YYYY-MM-DD`
 */
export function reportFaults(report: Report, claims: readonly Claim[], today: string): Fault[] {
  if (!report.imported) return []
  const source = normaliseLines(report.imported.source)
  const keys = new Map(Object.entries(report.imported.keys ?? {})) as KeyTable
  const parsed = parseReport(source, keys)
  const input: FaultInput = {
    report,
    parsed,
    claims: claims.filter((claim) => claim.imported !== undefined && !isSentenceClaim(claim)),
    lines: source.split('\n'),
    counts: statedCounts(parsed),
    scores: statedScores(parsed),
    questions: statedQuestions(parsed),
    today,
  }
  const synthesis = isSynthesis(parsed)
  const asked = Object.entries(faultRules).filter(([, rule]) => synthesis || !rule.synthesis)
  return asked.flatMap(([rule, { severity, reviewer, find }]) =>
    find(input).map((found) => ({
      rule,
      severity: found.severity ?? severity,
      reviewer,
      line: found.line,
      field: found.claim === undefined ? `line ${found.line}` : `line ${found.line}, claim ${found.claim + 1}`,
      message: found.message,
      claims: (found.claims ?? (found.claim === undefined ? [] : [found.claim])).flatMap(
        (at) => input.claims[at]?.id ?? [],
      ),
    })),
  )
}

/** Whether a report states what was searched, extracted and verified, as a synthesis with a list of claims does. */
function isSynthesis({ claims, cited, sections }: ParsedReport): boolean {
  if (claims.length > 0) return true
  const kinds = new Set(sections.map(({ kind }) => kind))
  return cited.sentences.length === 0 && (kinds.has('claims') || (kinds.has('methods') && kinds.has('results')))
}
