import { ones, tens } from '../../text/number-words.ts'
import { anyOf } from '../../text/word-list.ts'

/** What a report counts of itself. */
export type CountName = 'papers' | 'claims' | 'verified' | 'references' | 'databases'

const word = `${anyOf([...tens.keys()])}(?:-${anyOf(ones.slice(1, 10))})?|${anyOf(ones)}`
const numeral = (group: string) => `(?<${group}>\\d{1,3}(?:[,\\u202f]\\d{3})+|\\d+|${word})`
const n = `(?<![\\d.,/-])${numeral('n')}(?![\\d%]|[.,]\\d)`

/** A number in digits or words. */
export function readNumeral(text: string): number | null {
  const plain = text.toLowerCase().replace(/[,\u202f ]/g, '')
  if (/^\d+$/.test(plain)) return Number(plain)
  const [ten = '', one = ''] = plain.split('-')
  const whole = tens.get(ten)
  if (whole !== undefined) return whole + Math.max(0, ones.indexOf(one))
  return ones.includes(plain) ? ones.indexOf(plain) : null
}

const adjective =
  '(?:peer-reviewed|relevant|scientific|scholarly|research|academic|primary|eligible|unique|published|source|distinct|retrieved|included|selected|full-text|open-access|recent|original|candidate|independent|key|empirical|different|separate|individual|relevant|potentially relevant|journal|conference|clinical|randomi[sz]ed|controlled|observational|bibliographic)'
const paper =
  '(?:papers?|articles?|publications?|studies|study|sources?|documents?|works|records?|reports|trials?|hits|results|references|items|citations)'
const used = '(?:papers?|articles?|publications?|studies|study|sources?|documents?|works|reports|trials?)'
const filler =
  '(?:(?:the|a|an|total|of|all|from|findings?|evidence|results?|data|in|on|up|about|only|just|exactly|some|to|by|reading|content|information|insights?|conclusions?|claims|full|texts?|abstracts?)\\s+){0,5}'
const adverb =
  '(?:(?:then|also|finally|ultimately|eventually|initially|independently|successfully|fully|carefully|subsequently|all)\\s+)*'
const be = '(?:(?:were|was|are|is|have been|has been|could be|have|had been)\\s+)?'

const foundVerb =
  '(?:retriev(?:ed|es?|ing)|yield(?:ed|s|ing)|identif(?:ied|ies|ying)|found|finds|return(?:ed|s|ing)|locat(?:ed|es|ing)|produced|collected|gathered|screened|gave|brought up|turned up|surfaced)'
const usedVerb =
  '(?:synthesi[sz](?:es|ed|e|ing)|synthesis of|summari[sz](?:es|ed|e|ing)|summary of|review(?:s|ed|ing)?(?: of)?|analysis of|analy[sz](?:es|ed|e|ing)|includ(?:es?|ed|ing)|based on|draws? on|drawing on|drawn from|derived from|rests? on|built on|builds on|relies on|compiled from|extracted from|covers?|covering|selected|retain(?:s|ed)|kept|used|uses|using|cites?|cited|consult(?:s|ed)|considers?|considered|collates?|assess(?:es|ed)|examin(?:es|ed)|evaluat(?:es|ed)|appraised|read|combines?|evidence from|findings from|findings of|results from|across|integrat(?:es|ed|ing)|leaving|left|leaves)'
const usedAfter =
  '(?:synthesi[sz]ed|included|analy[sz]ed|reviewed|selected|retained|used|cited|consulted|considered|assessed|examined|evaluated|appraised|read|kept|summari[sz]ed|eligible|remained|remain|met|qualified|fulfilled|satisfied)'
const foundAfter = '(?:retrieved|identified|found|returned|located|collected|gathered|screened)'
const madeBefore =
  '(?:extract(?:ed|s|ing)?|yield(?:ed|s|ing)?|produc(?:ed|es)|gave|gives|list(?:s|ed)|makes?|made|contains?|comprises?|holds?|total of|present(?:s|ed)|generated|deriv(?:ed|es)|identif(?:ied|ies)|obtained|recorded|resulted in|all|the|these|following)'
const madeAfter =
  '(?:extracted|identified|made|listed|drawn|derived|recorded|taken|given|formulated|presented|shown|generated|obtained|produced|collected|stated)'
const sound = '(?:verified|confirmed|supported|validated)'

/** A way of stating a count: a pattern with the number as group `n`, and the whole it is part of as `of`. */
export interface CountForm {
  name: CountName
  stage: 'found' | 'used' | null
  pattern: RegExp
  /** The whole is of something other than claims. */
  whole?: boolean
}

const form = (name: CountName, stage: CountForm['stage'], source: string): CountForm => ({
  name,
  stage,
  pattern: new RegExp(source, 'gi'),
})

/** Every way of stating a count that is understood. What fits none of them is no count. */
export const forms: readonly CountForm[] = [
  form(
    'papers',
    'found',
    `\\b${foundVerb}\\s+${filler}${n}\\s+(?:${adjective},?\\s+){0,3}${paper}\\b(?!\\s+(?:${be})${adverb}(?:${usedAfter})\\b)`,
  ),
  form('papers', 'found', `${n}\\s+(?:${adjective},?\\s+){0,3}${paper}\\s+(?:that\\s+)?${be}${adverb}${foundAfter}\\b`),
  form('papers', 'found', `\\b${paper}\\s+${foundAfter}\\s*[:=|]?\\s+${n}\\b(?!\\s+\\p{L})`.replace('\\p{L}', '[a-z]')),
  form('papers', 'used', `\\b${usedVerb}\\s+${filler}${n}\\s+(?:${adjective},?\\s+){0,3}${used}\\b`),
  form(
    'papers',
    'used',
    `(?<!\\bof\\s)${n}\\s+(?:${adjective},?\\s+){0,3}${used}\\s+(?:that\\s+)?${be}${adverb}${usedAfter}\\b`,
  ),
  form(
    'papers',
    'used',
    `\\b(?:the|all|these|our|of the)\\s+${n}\\s+(?:${adjective}\\s+)?(?:included|selected|eligible|retrieved|reviewed|cited)\\s+${used}\\b`,
  ),
  form(
    'papers',
    'used',
    `\\b${used}\\s+(?:included|analy[sz]ed|reviewed|used|selected|cited|synthesi[sz]ed)\\s*[:=|]?\\s+${n}\\b(?!\\s+[a-z])`,
  ),
  form('papers', 'used', `^\\W*(?:included\\s+)?(?:papers|articles|studies|sources|publications)\\s*[:=|]\\s*${n}\\b`),
  form(
    'papers',
    'used',
    `^\\W*(?:this|the|a|our)?\\s*(?:present\\s+)?(?:machine-generated\\s+)?(?:literature\\s+)?(?:report|review|synthesis|survey|summary|overview)\\s+(?:of|over)\\s+${n}\\s+(?:${adjective},?\\s+){0,3}${used}\\b`,
  ),
  form(
    'claims',
    null,
    `\\b${madeBefore}\\s+${filler}${n}\\s+(?:[a-z-]+\\s+){0,2}?claims?\\b(?!\\s+${be}${adverb}${sound})`,
  ),
  form('claims', null, `${n}\\s+(?:[a-z-]+\\s+){0,2}?claims?\\s+${be}${adverb}${madeAfter}\\b`),
  form(
    'claims',
    null,
    `\\b(?:number of )?claims?(?:\\s+(?:extracted|listed|made|in total|identified))?\\s*[:=|]\\s*${n}\\b`,
  ),
  form('claims', null, `^\\W*${n}\\s+claims(?:\\s+in total)?\\s*(?:[.;,]|$|from\\b|of which|with\\b)`),
  form(
    'verified',
    null,
    `${n}\\s*(?:(?:out of|of|\\/)\\s*(?:(?:the|these|those|all)\\s+)?${numeral('of')}\\s*)?(?:(?:of (?:them|these|those|the|which)|extracted)\\s+)*(?:claims?\\s+)?${be}${adverb}(?<!not )(?<!un)${sound}\\b`,
  ),
  form('verified', null, `${n}\\s+(?:independently\\s+|fully\\s+)?verified\\s+claims?\\b`),
  form('verified', null, `\\b(?:claims?\\s+)?(?<!un)verified(?:\\s+claims?)?\\s*[:=|]\\s*${n}(?!\\s*(?:%|of))`),
  form('references', null, `(?<!\\[)${n}\\s+(?:cited\\s+|listed\\s+)?references\\b`),
  form(
    'databases',
    null,
    `\\b(?:search\\w*|quer\\w+|across|in|of|from|consulted|covered|covering)\\s+(?:the\\s+)?${n}\\s+(?:[a-z-]+\\s+){0,2}?databases\\b`,
  ),
  form(
    'databases',
    null,
    `${n}\\s+(?:[a-z-]+\\s+){0,2}?databases\\s+were\\s+(?:searched|queried|consulted|covered|used)\\b`,
  ),
]
