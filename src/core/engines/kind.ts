import type { TextKind } from './calibrate.ts'

/** Marks by which a sentence shows that it cites: "[12]", "(Lee et al., 2010)", and the marks of labelled sets. */
const citation =
  /<\|\w*cit\w*\|>|\[\d+(?:\s?[,;–-]\s?\d+)*\]|\bet al\b\.?|\((?:[A-Z][\p{L}'-]+(?: (?:and|&) [A-Z][\p{L}'-]+)?,? (?:19|20)\d\d[a-z]?(?:; ?)?)+\)/u
const wholeAbstract = 4

/** Whether a text carries the mark of a citation. */
export function isCiting(claim: string): boolean {
  return citation.test(claim)
}

/** Whether a pair is read as a whole: an abstract or more, or a sentence that cites, or a question; all others are passages. */
export function isWhole(claim: string, sentences: number): boolean {
  return isCiting(claim) || isQuestion(claim) || sentences >= wholeAbstract
}

/** The kind of a claim and its evidence, known by their form and by how much of the claim the best sentence has. */
export function kindOf(claim: string, sentences: number, coverage: number, home: number): TextKind {
  if (isCiting(claim)) return 'citing'
  if (isQuestion(claim)) return 'question'
  if (isWhole(claim, sentences)) return 'abstract'
  return coverage < home ? 'far' : 'passage'
}

/** Whether a claim asks. */
export function isQuestion(claim: string): boolean {
  return /\?\s*$/.test(claim)
}
