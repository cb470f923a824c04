/** Regular verbs whose contraries flip a finding, as base forms. */
const verbs = `increase/decrease increase/reduce raise/lower elevate/reduce enhance/impair enhance/reduce improve/worsen improve/impair
  promote/inhibit promote/suppress stimulate/inhibit stimulate/block activate/inhibit activate/suppress induce/inhibit induce/suppress
  trigger/block cause/block cause/inhibit facilitate/block accelerate/delay strengthen/weaken upregulate/downregulate
  amplify/attenuate boost/attenuate gain/lose protect/harm expand/limit enable/block`
/** Words of one form. */
const words = `higher/lower high/low more/less greater/smaller greater/lower larger/smaller longer/shorter stronger/weaker faster/slower
  better/worse superior/inferior positive/negative positively/negatively effective/ineffective safe/unsafe safe/dangerous
  beneficial/harmful benefits/harms sufficient/insufficient necessary/unnecessary required/dispensable essential/dispensable
  sensitive/resistant sensitivity/resistance susceptible/resistant dependent/independent agonist/antagonist activator/inhibitor
  gain/loss excess/deficiency presence/absence with/without common/rare frequent/rare early/late before/after always/never
  increase/decline increases/declines rise/fall rises/falls upregulation/downregulation activation/inhibition induction/suppression
  stimulation/inhibition promotion/inhibition improvement/impairment overexpression/knockdown survival/death able/unable
  likely/unlikely related/unrelated similar/different elevated/reduced causes/prevents cause/prevent caused/prevented
  leads/fails many/few most/few strong/weak major/minor important/unimportant short-term/long-term acute/chronic`

const flips = buildFlips()

/** The text with one word of direction turned into a contrary; null where there is none. */
export function flipDirection(text: string, random: () => number): string | null {
  const parts = text.split(/\b/)
  const places = parts.flatMap((part, at) => (flips.has(part.toLowerCase()) ? [at] : []))
  if (places.length === 0) return null
  const at = places[Math.floor(random() * places.length)]!
  const choices = flips.get(parts[at]!.toLowerCase())!
  parts[at] = likeCase(parts[at]!, choices[Math.floor(random() * choices.length)]!)
  return parts.join('')
}

const auxiliary = /\b(is|are|was|were|can|may|has|have|will|should|could|does|do|did)\b(?! not)/
const mainVerb =
  /\b(increases|decreases|promotes|inhibits|reduces|induces|prevents|causes|improves|impairs|enhances|suppresses|activates|regulates|leads|requires|affects|plays|contributes|mediates|controls|protects|stimulates|blocks|encodes|interacts|binds|drives|provides|results|produces|accelerates|correlates|associates|depends|occurs|acts)\b/

/** The text denied, or its denial taken away; null where no place for it is known. */
export function flipNegation(text: string): string | null {
  if (/\b(?:is|are|was|were|can|may|has|have|will|should|could) not\b/.test(text)) return text.replace(/ not\b/, '')
  if (/\b(?:does|do|did) not\b/.test(text)) return text.replace(/\b(?:does|do|did) not /, '')
  if (/\b[Nn]o\b/.test(text)) return text.replace(/\b[Nn]o /, '')
  if (auxiliary.test(text)) return text.replace(auxiliary, '$1 not')
  if (!mainVerb.test(text)) return null
  return text.replace(mainVerb, (verb) => `does not ${verb.endsWith('sses') ? verb.slice(0, -2) : verb.slice(0, -1)}`)
}

/** The text with one number changed by at least a third; null where it has none. */
export function changeNumber(text: string, random: () => number): string | null {
  const found = [...text.matchAll(/(?<![\p{L}\d.-])\d+(?:\.\d+)?(?![\p{L}\d-])/gu)]
  const chosen = found[Math.floor(random() * found.length)]
  if (!chosen) return null
  const value = Number(chosen[0])
  const factor = random() < 0.5 ? 0.45 : 2.2
  const decimals = chosen[0].split('.')[1]?.length ?? 0
  const changed =
    decimals > 0 ? (value * factor).toFixed(decimals) : String(Math.max(1, Math.round(value * factor + 1)))
  return changed === chosen[0]
    ? null
    : text.slice(0, chosen.index) + changed + text.slice(chosen.index + chosen[0].length)
}

function buildFlips(): Map<string, string[]> {
  const table = new Map<string, string[]>()
  const add = (one: string, other: string) => {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      table.set(from, [...(table.get(from) ?? []), to])
  }
  for (const pair of verbs.trim().split(/\s+/)) {
    const [one = '', other = ''] = pair.split('/')
    for (const form of [(verb: string) => verb, third, past, progressive]) add(form(one), form(other))
  }
  for (const pair of words.trim().split(/\s+/)) add(...(pair.split('/') as [string, string]))
  return table
}

function third(verb: string): string {
  return /(?:s|sh|ch)$/.test(verb) ? `${verb}es` : verb.endsWith('fy') ? `${verb.slice(0, -1)}ies` : `${verb}s`
}

function past(verb: string): string {
  if (verb === 'lose') return 'lost'
  return verb.endsWith('e') ? `${verb}d` : verb.endsWith('fy') ? `${verb.slice(0, -1)}ied` : `${verb}ed`
}

function progressive(verb: string): string {
  return `${verb.replace(/e$/, '')}ing`
}

function likeCase(model: string, word: string): string {
  return /^[A-Z][a-z]/.test(model) ? word[0]!.toUpperCase() + word.slice(1) : word
}
