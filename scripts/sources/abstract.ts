import { saysNothing } from '../../src/core/papers/absent.ts'
import { plainText } from '../../src/core/text/plain-text.ts'
import { at, isObject } from './json.ts'

const thing = '(?:article|paper|record|document|item|work|entry|title|publication|chapter|book|study)'
const lacking = '(?:available|provided|supplied|given|found|included|present|recorded|published|submitted|prepared)'
/** What databases and tools print where a record has no abstract. */
const placeholder = new RegExp(
  [
    `(?:there is |th(?:is|e) ${thing} (?:has|contains|comes with) )?(?:no|without(?: an)?) (?:abstract|summary)(?: text)?(?: (?:(?:is|was) )?(?:currently )?${lacking})?(?: (?:for|in|of|with) (?:th(?:is|e) )?${thing})?`,
    `(?:the )?(?:abstract|summary)(?: (?:of|for) this ${thing})?(?: (?:is|was))?(?: (?:currently )?(?:not (?:yet )?${lacking}|unavailable|missing|absent|withheld|pending|to follow|n/a|none))?`,
    '(?:resumen|resumo|résumé|riassunto|zusammenfassung|abstract) (?:no|não|non|nicht) (?:disponible|disponível|disponibile|verfügbar|vorhanden)',
    '(?:sin resumen|sem resumo|pas de résumé|kein(?:e)? (?:abstract|zusammenfassung))(?: (?:disponible|disponível|verfügbar|vorhanden))?',
    'abstract from (?:author|publisher|journal)|international audience|n/?a|none|null|undefined|not available',
  ]
    .map((form) => `^\\W*(?:${form})\\W*$`)
    .join('|'),
  'iu',
)
/** What EBSCO prints behind an abstract. */
const tail =
  /\s*(?:[[(]abstract from (?:author|publisher|journal)(?:\([^()]*\))?[\])]|Copyright of .{1,300}? (?:is|are) the (?:copyright )?property of .{1,300}? (?:and its content|without the copyright)).*$/isu
const ownHeading = /<((?:jats:)?title)>\s*(?:abstract|summary)[\s:.]*<\/\1>/gi
/** Indexes that drop markup leave the heading in front of the first sentence; `Abstract syntax trees` stays. */
const ownWord =
  /^abstract\s+(?=(?:Background|Objectives?|Aims?|Introduction|Purpose|Context|Importance|Motivation|Methods?|Results|We|This|These|The|In|Our|Here|Although|While|Despite|Recent|A|An|It|To|For)\b(?!-))/i
const heading = /<h[3-6]>([^<>]{1,80})<\/h[3-6]>/gi
/** White space that pretty-printed JATS puts around inline markup, where no word can end. */
const afterOpening = /([([/])\s*\n\s*(<(?:jats:)?(?:italic|bold|sub|sup|sc)\b)/gi
const beforeClosing = /(<\/(?:jats:)?(?:italic|bold|sub|sup|sc)>)\s*\n\s*(?=[)\],.;:/%])/gi
const beforeRaised = /(?<=[\p{L}\p{N})])\s*\n\s*(<(?:jats:)?su[bp]\b)/giu

/** Some databases put the language behind the last sentence. */
const languageTag = /(?<=[.!?)\]]) (?:eng|fre|fra|ger|deu|spa|por|ita|chi|jpn|rus)$/

/** Plain text of an abstract: its own heading and what stands for "there is none" removed. */
export function abstractText(source: string): string {
  const joined = source
    .replace(ownHeading, ' ')
    .replace(heading, (_, words: string) => ` ${words.trim()}${/[:.?!]\s*$/.test(words) ? '' : ':'} `)
    .replace(afterOpening, '$1$2')
    .replace(beforeClosing, '$1')
    .replace(beforeRaised, '$1')
  const plain = plainText(joined)
    .replace(/^(?:abstract|summary)\s*[:.–—-]\s*(?=\S)/i, '')
    .replace(ownWord, '')
    .replace(tail, '')
    .replace(languageTag, '')
  return placeholder.test(plain) || saysNothing(plain) ? '' : plain
}

const longest = 200_000

/** The text of an inverted index, word by place. Takes OpenAlex's form and the older one with its length beside it. */
export function invertedText(value: unknown): string {
  const index = isObject(at(value, 'InvertedIndex')) ? at(value, 'InvertedIndex') : value
  if (!isObject(index)) return ''
  const words: [number, string][] = []
  for (const [word, places] of Object.entries(index)) {
    if (!Array.isArray(places)) continue
    for (const place of places)
      if (Number.isInteger(place) && words.length < longest) words.push([place as number, word])
  }
  return words
    .sort((a, b) => a[0] - b[0])
    .map(([, word]) => word)
    .join(' ')
}
