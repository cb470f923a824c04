import type { Finding } from '../../schemas/claim.ts'
import { href } from '../links.ts'

export type Stance = Finding['members'][number]['stance']

/** What papers do to a finding, in the order in which they are read: whose words, which colour and shape. */
export const sideWords: Readonly<Record<Stance, { words: string; colour: string; shape: string }>> = {
  supports: { words: 'Say it', colour: 'supported', shape: 'supported' },
  refutes: { words: 'Say otherwise', colour: 'contradicted', shape: 'contradicted' },
  'no-difference': { words: 'Find no difference', colour: 'disputed', shape: 'none' },
}

/** Standing words of findings, on their own page and within reports. */
export const findingWords = {
  certaintyWhy:
    'After the questions of GRADE, as far as abstracts can answer them, over the papers that the finding joins or quotes. Each answer names the papers that show it.',
  measured: { words: 'How such percentages are measured', href: href('/methods/#engines') },
  none: {
    supports: 'No paper read here was recognised as saying it.',
    refutes: 'No paper read here was recognised as saying otherwise.',
    'no-difference': '',
  },
  likewise: 'Read beside it',
  likewiseMeaning:
    'Near by words. Nothing here has judged whether it says the same or the contrary, and it counts for nothing.',
  figures: 'Its figures together',
  about: { heading: 'Where it stands', question: 'Question' },
  history: { heading: 'History', none: 'Unchanged since it was first made.' },
  cite: 'Cite this finding',
  claim: 'All about this sentence',
  /** In place of "Reported once" where the papers that say it are not independent of one another. */
  oneGroup: {
    word: 'Not confirmed',
    explained:
      'The papers that say it do not count as independent of one another; no other here was recognised as confirming or denying it.',
  },
} as const
