import type { Severity } from '../../audit/content.ts'

/** Rules of what is found when references are looked up and sentences are held against their sources. */
export const checkRules: Readonly<Record<string, { severity: Severity; description: string }>> = {
  'sentence-contradicted': {
    severity: 'error',
    description: 'The text of a cited source does not say otherwise than the sentence that cites it.',
  },
  'reference-other-work': {
    severity: 'error',
    description: 'The identifier of a reference belongs to the work that is printed.',
  },
  'source-retracted': { severity: 'error', description: 'No cited source is retracted.' },
  'reference-differs': {
    severity: 'warning',
    description: 'A reference is printed as registries have it: title, first author, year.',
  },
  'reference-not-found': {
    severity: 'warning',
    description: 'A reference is found in the registries that were asked; one that is not is checked by hand.',
  },
  'source-concern': {
    severity: 'warning',
    description:
      'A cited source is not corrected, superseded or under an expression of concern without a word about it.',
  },
}
