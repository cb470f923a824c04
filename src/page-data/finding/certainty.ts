import type { Certainty, CertaintyLevel, CertaintyQuestion } from '../../schemas/certainty.ts'
import type { PaperOf } from '../claim/view.ts'
import { paperHref } from '../links.ts'
import { shortName } from '../names.ts'
import { sentence } from '../words.ts'

/** How certain a finding is, with its reasons and the papers that show each. */
export interface CertaintyView {
  word: string
  reasons: { question: string; lowers: string; text: string; papers: { name: string; href: string }[] }[]
}

/** A level in words, as in GRADE. */
export const certaintyWords: Readonly<Record<CertaintyLevel, string>> = {
  high: 'High certainty',
  moderate: 'Moderate certainty',
  low: 'Low certainty',
  'very-low': 'Very low certainty',
}

const questionWords: Readonly<Record<CertaintyQuestion, string>> = {
  design: 'Design',
  consistency: 'Consistency',
  directness: 'Directness',
  precision: 'Precision',
  independence: 'Independence',
}

const lowers = ['', 'lowers it by one level', 'lowers it by two levels', 'lowers it by three levels']

/** The certainty of a finding as it is printed. */
export function certaintyView({ level, reasons }: Certainty, paperOf: PaperOf): CertaintyView {
  return {
    word: certaintyWords[level],
    reasons: reasons.map(({ question, steps, text, papers }) => ({
      question: questionWords[question],
      lowers: lowers[-steps] ?? '',
      text: sentence(text),
      papers: papers.map((id) => ({ name: shortName(paperOf(id).csl), href: paperHref(id) })),
    })),
  }
}
