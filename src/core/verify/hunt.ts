import { analyse, type Token } from '../text/analyse.ts'
import { opposites } from '../text/lexicon.ts'
import { stem } from '../text/stem.ts'

const auxiliary = /\b(is|are|was|were|can|may|has|have|had|will|should|could|did|does|do)\b(?! not)/
const verbs =
  /\b(increases?|decreases?|reduces?|improves?|lowers?|raises?|prevents?|causes?|inhibits?|promotes?|enhances?|induces?|suppresses|outperforms?|achieves?|protects?|shows?|leads?)\b/

/**
 * Queries that would find contrary evidence: the claim denied, and with each of its words of direction turned into a
 * contrary. At most four, each a readable text, in a fixed order.
 */
export function contraryQueries(claim: string): string[] {
  const queries = [denied(claim), ...turned(claim)]
  return [...new Set(queries.filter((query) => query !== claim))].slice(0, 4)
}

function denied(claim: string): string {
  if (/\bnot\b/.test(claim)) return claim.replace(/\s?\bnot\b/, '')
  if (/\b[Nn]o\b/.test(claim)) return claim.replace(/\b[Nn]o\s/, '')
  if (auxiliary.test(claim)) return claim.replace(auxiliary, '$1 not')
  if (verbs.test(claim)) return claim.replace(verbs, (verb) => `does not ${verb.replace(/(?<!s)s$/, '')}`)
  return `no evidence that ${claim.slice(0, 1).toLowerCase()}${claim.slice(1)}`
}

function turned(claim: string): string[] {
  return analyse(claim)
    .tokens.filter((token) => opposites.has(token.stem))
    .map((token) => swap(claim, token))
    .filter((query) => query !== null)
}

function swap(claim: string, token: Token): string | null {
  const contrary = contraries.get(token.stem)
  if (!contrary) return null
  return claim.replace(new RegExp(`\\b${token.word}\\b`, 'i'), inflected(contrary, token.word))
}

/** Gives the contrary the ending of the word it stands for. */
function inflected(contrary: string, word: string): string {
  const base = contrary.replace(/e$/, '')
  if (/[^e]ed$/.test(word) && word.length > 4) return `${base}ed`
  if (/ing$/.test(word) && word.length > 5) return `${base}ing`
  return /[^s]s$/.test(word) && word !== 'less' ? `${contrary}${/(?:s|ch|sh)$/.test(contrary) ? 'es' : 's'}` : contrary
}

/** A readable word for the contrary of a stem. */
const contraries: ReadonlyMap<string, string> = new Map(
  `increase:decrease decrease:increase reduce:increase rise:fall fall:rise lower:higher higher:lower high:low low:high more:less less:more
   greater:smaller smaller:greater better:worse worse:better improve:worsen worsen:improve enhance:impair impair:enhance promote:inhibit
   inhibit:promote stimulate:suppress suppress:stimulate activate:inhibit induce:prevent prevent:cause cause:prevent effective:ineffective
   ineffective:effective safe:unsafe unsafe:safe beneficial:harmful harmful:beneficial benefit:harm harm:benefit superior:inferior
   inferior:superior positive:negative negative:positive faster:slower slower:faster stronger:weaker weaker:stronger longer:shorter
   shorter:longer larger:smaller resistant:sensitive sensitive:resistant decline:increase elevate:lower raise:lower outperform:underperform
   similar:different different:similar protect:harm necessary:unnecessary required:unnecessary sufficient:insufficient accelerate:delay delay:accelerate`
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string])
    .map(([word, contrary]) => [stem(word), contrary]),
)
