import type { Severity } from './content.ts'

/** A rule of content. Its id is permanent: never given to something else, never removed from old findings. */
export interface Rule {
  severity: Severity
  /** Number of the principle it serves, as in the README: 1 ids, 2 quotes, 3 references, 4 counts, 5 DOIs, 6 standing, 7 provenance, 8 texts of others, 9 verdicts. */
  principle: number
  description: string
}

/** Every rule of content by its id. Faults of imported reports have a table of their own in report-faults. */
export const rules = {
  'schema-invalid': {
    severity: 'error',
    principle: 1,
    description: 'A file fits its form: JSON, the right fields, values of the right kind.',
  },
  'question-invalid': {
    severity: 'error',
    principle: 1,
    description: 'A question file has a front matter that fits its form.',
  },
  'file-missing': {
    severity: 'error',
    principle: 1,
    description: 'A report has its question, its claims and its ledger.',
  },
  'id-dangling': { severity: 'error', principle: 1, description: 'Every id that is named exists.' },
  'id-duplicate': { severity: 'error', principle: 1, description: 'No id appears twice.' },
  'id-mismatch': {
    severity: 'error',
    principle: 1,
    description: 'A file is named like the id or the question it holds.',
  },
  'id-derived': {
    severity: 'error',
    principle: 1,
    description: "A claim's id comes from its first source: paper, quote and place.",
  },
  'quote-mismatch': {
    severity: 'error',
    principle: 2,
    description: 'A quote is the exact slice of the stored text at its offsets.',
  },
  'quote-no-text': {
    severity: 'error',
    principle: 2,
    description: "A quote's paper has the text and the section the quote is said to stand in.",
  },
  'quote-cut': { severity: 'error', principle: 2, description: 'A quote does not begin or end inside a word.' },
  'quantity-mismatch': {
    severity: 'error',
    principle: 2,
    description: 'A number of a claim stands at its place in the quote and has that value.',
  },
  'reference-uncited': {
    severity: 'error',
    principle: 3,
    description: 'Every reference is cited by a claim or by the text.',
  },
  'reference-key': { severity: 'error', principle: 3, description: 'Every citation in the text names a reference.' },
  'included-unlisted': {
    severity: 'error',
    principle: 3,
    description: 'Every included paper and every paper that a claim rests on is in the list of references.',
  },
  'text-clipped': {
    severity: 'error',
    principle: 3,
    description: 'No text is cut: sentences end, words are whole, no ellipsis stands for the rest.',
  },
  'count-differs': {
    severity: 'error',
    principle: 4,
    description: 'Every count equals the number of ledger rows it stands for, in the ledger and in the report.',
  },
  'verdict-count': {
    severity: 'error',
    principle: 4,
    description: 'The numbers of claims by verdict equal the claims.',
  },
  'facet-claims': {
    severity: 'error',
    principle: 4,
    description: 'The claims listed under a facet are the claims of that facet.',
  },
  'row-state': {
    severity: 'error',
    principle: 4,
    description:
      'The state of a ledger row agrees with the claims: included papers state claims, others do not, duplicates have an original.',
  },
  'text-number': {
    severity: 'error',
    principle: 4,
    description: "Every number in the report's text is carried by a count, a claim, a reference or the question.",
  },
  'report-differs': {
    severity: 'error',
    principle: 4,
    description: 'The text of a generated report is what its claims and its ledger give.',
  },
  'panel-differs': {
    severity: 'error',
    principle: 4,
    description: "The panel's scores and findings are what its rubrics give for these claims.",
  },
  'gate-differs': {
    severity: 'error',
    principle: 4,
    description: 'Approval follows from the score, the supported claims and the thresholds.',
  },
  'doi-malformed': {
    severity: 'error',
    principle: 5,
    description: 'A DOI matches the grammar and is stored in its normal form.',
  },
  'doi-differs': {
    severity: 'error',
    principle: 5,
    description: 'A paper has one DOI, the same in its bibliographic item and among its identifiers.',
  },
  'doi-shared': { severity: 'warning', principle: 5, description: 'Two papers do not share a DOI.' },
  'doi-not-found': { severity: 'warning', principle: 5, description: 'The registry knows the DOI.' },
  'url-unsafe': { severity: 'error', principle: 5, description: 'An address is http or https.' },
  'retracted-support': { severity: 'error', principle: 6, description: 'A retracted paper supports nothing.' },
  'retracted-unsaid': {
    severity: 'error',
    principle: 6,
    description: 'A claim whose own source is retracted says so.',
  },
  'exclusion-wrong': {
    severity: 'error',
    principle: 6,
    description: "Evidence of a claim's own source or of its authors does not count.",
  },
  'hash-missing': { severity: 'error', principle: 7, description: 'A report has the hash of its input.' },
  'engine-missing': { severity: 'error', principle: 7, description: 'A report names its engines with their versions.' },
  'query-missing': { severity: 'error', principle: 7, description: 'A ledger has every query as it was run.' },
  'date-invalid': {
    severity: 'error',
    principle: 7,
    description: 'Days are days, and none lies in the future or before what it follows.',
  },
  'stale-unsaid': {
    severity: 'error',
    principle: 7,
    description: 'A report whose sources could not be reached says since when.',
  },
  'abstract-kept': {
    severity: 'error',
    principle: 8,
    description: 'Abstracts of others are kept only where the settings say so.',
  },
  'fulltext-kept': { severity: 'error', principle: 8, description: 'Full texts of others are never kept whole.' },
  'long-quotation': {
    severity: 'warning',
    principle: 8,
    description: "The report's text does not repeat whole abstracts of others.",
  },
  'claim-unfaithful': {
    severity: 'error',
    principle: 9,
    description: 'A claim says what its quote says: digits, units, direction, negation and hedges are the same.',
  },
  'claim-off-question': { severity: 'error', principle: 9, description: 'A claim addresses the question.' },
  'claim-repeated': {
    severity: 'warning',
    principle: 9,
    description: 'No two claims of a report say the same in the same words.',
  },
  'verdict-unfounded': {
    severity: 'error',
    principle: 9,
    description: 'A verdict follows from its evidence by the table of verdicts.',
  },
  'map-differs': {
    severity: 'error',
    principle: 9,
    description: 'An evidence map has a cell for each row and column, and each holds and counts what is there.',
  },
  'finding-unfounded': {
    severity: 'error',
    principle: 9,
    description:
      "A finding's members are claims of different papers, each tied to its claim by a row of evidence; verdict and confidence are those of its claim.",
  },
  'evidence-differs': {
    severity: 'error',
    principle: 9,
    description: 'Verdict, confidence and evidence of a claim are what its engine finds again in the stored texts.',
  },
  'answer-unsupported': {
    severity: 'error',
    principle: 9,
    description: 'Every sentence of an answer that a language model gave follows from the claims that it names.',
  },
  'confidence-range': {
    severity: 'error',
    principle: 9,
    description: 'A confidence lies between 0 and 1; an unverified claim shows none.',
  },
  'confidence-unsaid': {
    severity: 'warning',
    principle: 9,
    description: 'A verdict that rests on reading notes says so.',
  },
  'history-differs': {
    severity: 'error',
    principle: 7,
    description: 'A history is in order, names what is or was there, and ends in what the report says now.',
  },
  'standing-untold': {
    severity: 'error',
    principle: 6,
    description: "A report was told of its papers' notices, and of no others.",
  },
  'origin-unfounded': {
    severity: 'error',
    principle: 7,
    description:
      'An imported report carries the file it came from and has no question file; a generated one has no such file.',
  },
  'record-differs': {
    severity: 'error',
    principle: 7,
    description: 'A paper says what the records of the library say.',
  },
  'provenance-differs': {
    severity: 'error',
    principle: 7,
    description: 'The rows of a ledger and the papers name each other.',
  },
  'ledger-differs': {
    severity: 'error',
    principle: 4,
    description: 'The rows of a ledger are what reading, merging and screening the library give again.',
  },
  'claim-differs': {
    severity: 'error',
    principle: 9,
    description: 'The claims are those that the stored texts give again.',
  },
  'edited-by-hand': {
    severity: 'error',
    principle: 7,
    description: 'A generated file is as the program wrote it.',
  },
  'paper-unused': {
    severity: 'warning',
    principle: 1,
    description: 'Every paper is named by a ledger, a claim or a report.',
  },
  'file-stray': { severity: 'warning', principle: 1, description: 'Folders of generated content hold nothing else.' },
  'input-changed': {
    severity: 'warning',
    principle: 7,
    description: 'The report was made from the library and the decisions as they stand now.',
  },
  'question-changed': {
    severity: 'warning',
    principle: 7,
    description: 'The report was made from the question as it stands now.',
  },
  'gate-not-passed': {
    severity: 'note',
    principle: 4,
    description: 'The report reaches the score and the number of supported claims that the settings ask for.',
  },
} as const satisfies Record<string, Rule>

/** The id of a rule of content. */
export type RuleId = keyof typeof rules
