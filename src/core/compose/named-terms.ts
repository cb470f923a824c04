import type { Claim } from '../../schemas/claim.ts'
import type { Question } from '../../schemas/question.ts'

/** A name in the question, and where the included texts and the claims speak of it. */
export interface NamedTerm {
  term: string
  /** Number of included papers whose title or text names it. */
  papers: number
  /** Claims whose text or quote names it. */
  claims: readonly Claim[]
}

/** Names in the wording of a question: words with a capital inside a sentence, as in "engines such as Merlin". */
export function namedTerms(question: Question, claims: readonly Claim[], texts: readonly string[]): NamedTerm[] {
  const terms = new Set<string>()
  for (const match of question.question.matchAll(/[\p{L}\p{N}][\p{L}\p{N}+#.-]*[\p{L}\p{N}+#]|[\p{L}\p{N}]/gu)) {
    const before = question.question.slice(0, match.index).trimEnd()
    const startsSentence = before === '' || /[.!?:"“(]$/.test(before)
    if (/\p{Lu}/u.test(match[0]) && match[0].length > 2 && !(startsSentence && /^\p{Lu}\p{Ll}+$/u.test(match[0])))
      terms.add(match[0])
  }
  return [...terms].map((term) => {
    const names = naming(term)
    return {
      term,
      papers: texts.filter((text) => names.test(text)).length,
      claims: claims.filter((claim) =>
        names.test([claim.text, ...claim.sources.map((source) => source.quote)].join('\n')),
      ),
    }
  })
}

function naming(term: string): RegExp {
  const plain = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'iu')
}
