import lists from './lists/sentence-ends.json' with { type: 'json' }
import { isLabel, sectionLabel } from './section-labels.ts'
import { wordSet } from './word-list.ts'

export { sectionLabel } from './section-labels.ts'

const neverFinal = wordSet(lists.neverFinal)
const neverFinalCapital = wordSet(lists.neverFinalCapital)
const maybeFinal = wordSet(lists.maybeFinal)
const starters = wordSet(lists.starters)
const letterNouns = wordSet(lists.letterNouns)

/** A sentence and its place: UTF-16 offsets, `end` exclusive, trimmed, so that `text` is exactly the slice. */
export interface Sentence {
  start: number
  end: number
  text: string
}

const closers = /^[)\]}"'”’»]+/
const openers = /^[([{"'“‘«‹„‚¿¡「『《〈*_]+/
const bullet = /^(?:[-•*–▪●]\s|\(?\d{1,2}[.)]\s|\(?[a-hivx]{1,4}\)\s)/

/**
 * Splits scientific English into sentences by rules. Where the rules cannot tell, two sentences stay together:
 * a missed cut costs less than a wrong one. Labels of structured abstracts ("METHODS:") stay with the sentence they head.
 */
export function splitSentences(text: string): Sentence[] {
  const depth = bracketDepth(text)
  const cuts = new Set<number>()
  let start = 0
  for (const match of text.matchAll(/[.!?…。！？।۔؟]+/g)) {
    const at = match.index + match[0].length
    const whole = depth[match.index] === 0 || isBracketed(text, depth, start, at)
    const cut = whole ? cutAfter(text, start, match.index, at) : null
    if (cut === null) continue
    cuts.add(cut)
    start = cut
  }
  for (const at of lineCuts(text)) cuts.add(at)
  for (const at of labelCuts(text, depth)) cuts.add(at)
  return slices(
    text,
    [...cuts].sort((a, b) => a - b),
  )
}

/** Whether a word begins sentences and hardly ever stands elsewhere with a capital. */
export function beginsSentences(word: string): boolean {
  return starters.has(word)
}

/** For each character, how many brackets that close within 600 characters are open. */
function bracketDepth(text: string): Uint8Array {
  const depth = new Uint8Array(text.length)
  const open: number[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (char === '(' || char === '[') open.push(at)
    if (char !== ')' && char !== ']') continue
    const from = open.pop()
    if (from === undefined || at - from > 600) continue
    for (let inside = from; inside < at; inside++) depth[inside] = Math.min(depth[inside]! + 1, 250)
  }
  return depth
}

/** Does the stop before `at` end a sentence that stands in brackets as a whole? */
function isBracketed(text: string, depth: Uint8Array, start: number, at: number): boolean {
  if (!/[)\]]/.test(text[at] ?? '') || depth[at] !== 0 || at - start > 600) return false
  let from = start
  while (/\s/.test(text[from]!)) from++
  return depth.subarray(from, at).every((open) => open > 0)
}

/** Where to cut behind the stop at `from..to`, or null. */
function cutAfter(text: string, start: number, from: number, to: number): number | null {
  if (/[。！？।۔؟]/.test(text[to - 1]!)) return to
  const closed = to + (closers.exec(text.slice(to, to + 4))?.[0].length ?? 0)
  if (closed === to && /[a-z\d]/.test(text[to] ?? '') && /[\s\d<=>]/.test(text[from - 1] ?? '')) return null
  const reference =
    /^(?:\s?\[\d[\d,;\s–-]*\]|\(\d{1,3}(?:[,–-]\d{1,3})*\)|\d{1,3}(?:[,–-]\d{1,3})*)(?=\s+[A-Z“"(])/.exec(
      text.slice(closed, closed + 40),
    )
  const before = wordBefore(text, from)
  const plain = /^[a-zα-ω]{2,}$/.test(before.word.replace(/^.*[-–—/]/, '')) && !isAbbreviation(before.word)
  if (reference && (plain || /^\s?\[/.test(reference[0]))) return closed + reference[0].length
  const gap = /^\s+/.exec(text.slice(closed, closed + 20))?.[0].length ?? 0
  const next = text.slice(closed + gap, closed + gap + 60)
  if (next === '') return null
  if (gap === 0) return closed === to && glued(before.word, next) ? to : null
  const head = text.slice(start, from).trim()
  if (isListMarker(head) || (/^[A-Z][A-Za-z]+(?: [A-Za-z]+){0,3}$/.test(head) && isLabel(head))) return null
  const word = next.replace(openers, '')
  return beginsSentence(word, before.word, plain, text[from]!) && endsSentence(before, word, to - from, text[from]!)
    ? closed
    : null
}

/** A full stop without a space behind it: only between a plain word (or number) and a word that begins sentences. */
function glued(before: string, next: string): boolean {
  if (!/^(?:[A-Za-z-]*[a-z]{3,}|[\d.,]+%|\)|[A-Z]{2,}s?|.*\))$/.test(before) || isAbbreviation(before)) return false
  if (sectionLabel(next) !== null) return true
  const word = /^[A-Z][A-Za-z]*/.exec(next)?.[0] ?? ''
  return (starters.has(word) ? /^,?\s/ : /^,\s/).test(next.slice(word.length)) && word.length > 1
}

function wordBefore(text: string, at: number): { word: string; previous: string } {
  const parts = text.slice(Math.max(0, at - 80), at).split(/\s+/)
  const word = parts.at(-1)!.replace(/^[([{"'“‘«]+/, '')
  return {
    word: /[)\]]["'”’»]*$/.test(word) ? ')' : word.replace(/[}"'”’»]+$/, ''),
    previous: (parts.at(-2) ?? '').toLowerCase().replace(/[^a-z\d-]/g, ''),
  }
}

function isAbbreviation(word: string): boolean {
  const low = word.toLowerCase().replace(/^.*[—/(]/, '')
  return neverFinal.has(low) || maybeFinal.has(low) || /^(?:[a-z]\.)+[a-z]$/.test(low)
}

/** "1", "(2)", "a" alone before the stop number an item; "Table 2" heads a caption. */
function isListMarker(sentence: string): boolean {
  return /^\s*(?:\(?(?:\d{1,2}|[a-hA-H]|[ivxIVX]{1,4})\)?|(?:Table|Figure|Fig\.?|Box)\s+S?\d+[A-Za-z]?)$/.test(sentence)
}

/** Words of other alphabets: capitals where they have them, a Greek word and no letter that stands for a quantity. */
const otherLetters =
  /^(?!\p{Script=Greek})\p{Lu}|^\p{Script=Greek}{3}|^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Ethiopic}\p{Script=Georgian}]/u
/** What a number with a full stop is the rank of, in German. */
const ranked =
  /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhunderts?|Jh|Lebensjahr|Lebenswoche|Schwangerschaftswoche|SSW|Woche|Auflage|Klasse|Quartal|Semester|Tag)(?!\p{L})/u

/** Can `word`, which follows a stop, begin a sentence? */
function beginsSentence(word: string, before: string, plain: boolean, stop: string): boolean {
  if (/^All rights reserved/.test(word)) return false
  if (/^[A-ZÀ-ÖØ-Þ]|^©|^Copyright/.test(word) || otherLetters.test(word)) return true
  if (/^\d/.test(word)) return plain || /[%)]$/.test(before) || stop !== '.'
  if (/^[a-z]{1,3}[A-Z0-9]|^[a-z]-?[A-Z]|^[α-ωΑ-Ω]/.test(word)) return plain || /[%)C\d]$/.test(before)
  return false
}

/** Can the stop behind `before` end a sentence, when `next` follows? */
function endsSentence(before: { word: string; previous: string }, next: string, length: number, stop: string): boolean {
  const { word } = before
  const first = /^[A-Za-z']+/.exec(next)?.[0] ?? ''
  const starts = () => starters.has(first) || sectionLabel(next) !== null
  if (stop === '!' && word === 'Yahoo') return false
  if (stop !== '.' || length > 1) return true
  const low = word.toLowerCase().replace(/^.*[—/(]/, '')
  if (low === 'no' || low === 'nos') return !/^\d/.test(next)
  if (word === '') return !/^\d/.test(next)
  if (neverFinal.has(low) && !(low === 'max' || low === 'med')) return false
  if (neverFinalCapital.has(word)) return false
  if (/^[<>=≤≥]$/.test(word)) return false
  if (/^[A-Z]\.-[A-Z]$/.test(word)) return false
  if (/^\d{1,2}$/.test(word) && ranked.test(next)) return false
  if (/^(?:\p{Script=Cyrillic}|(?![A-Z])\p{Lu})$/u.test(word) && !/^\p{Script=Greek}/u.test(word))
    return /\d$/.test(before.previous) && /\p{Ll}/u.test(word)
  if (/^[A-Za-z]$/.test(word)) return letterEnds(word, before.previous, first.length > 1 && starts())
  if (maybeFinal.has(low) || /^(?:[a-z]\.)+[a-z]$/.test(low)) return starts() && !(low === 'al' && /^\d/.test(next))
  return true
}

/** A single letter before the stop: an initial ("J. Smith"), a genus ("E. coli") or the end of "vitamin C". */
function letterEnds(letter: string, previous: string, starts: boolean): boolean {
  if (/\d$/.test(previous) && /^[a-zLVKWJNAM]$/.test(letter)) return true
  if (letterNouns.has(previous)) return starts || !/^(?:and|or|vs|versus)$/.test(previous)
  return starts && /^[a-z=<>]/.test(previous || '=')
}

/** Blank lines, list items and headings on lines of their own. */
function* lineCuts(text: string): Generator<number> {
  for (const match of text.matchAll(/(?<![ \t])[ \t]*\r?\n(\s*)/g)) {
    const at = match.index
    const next = text.slice(at + match[0].length, at + match[0].length + 12)
    const lineStart = text.lastIndexOf('\n', at - 1) + 1
    const line = text.slice(lineStart, at).trim()
    const heading = line.split(/\s/).length <= 4 && /^[A-Z]/.test(line) && isLabel(line)
    if (match[1]!.includes('\n') || bullet.test(next) || heading) yield at
  }
}

/** Labels of structured abstracts that follow a sentence without a full stop. */
function* labelCuts(text: string, depth: Uint8Array): Generator<number> {
  for (let colon = text.indexOf(':'); colon !== -1; colon = text.indexOf(':', colon + 1)) {
    if (depth[colon] !== 0 || !/[\sA-Z]/.test(text[colon + 1] ?? '')) continue
    const head = text.slice(Math.max(0, colon - 80), colon)
    const capitals = /(?<=[a-z0-9)%\].]\s+)[A-Z]{3,}(?:[,&/ ]+[A-Z]+)*$/.exec(head)?.[0]
    const word =
      /(?<=[)\]%.?!]\s*)[A-Z][a-z]+$|(?<=[a-z\d]\s)(?:Background|Methods|Results|Conclusions?|Objectives?)$/.exec(
        head,
      )?.[0]
    const found = [capitals, word].find((each) => each !== undefined && isLabel(each))
    if (found) yield colon - found.length
  }
}

function slices(text: string, cuts: readonly number[]): Sentence[] {
  const found: Sentence[] = []
  let from = 0
  for (const to of [...cuts, text.length]) {
    let start = from
    let end = to
    while (start < end && /\s/.test(text[start]!)) start++
    while (end > start && /\s/.test(text[end - 1]!)) end--
    from = to
    if (start === end) continue
    const last = found.at(-1)
    if (last && !/[\p{L}\p{N}]/u.test(text.slice(start, end))) {
      last.end = end
      last.text = text.slice(last.start, end)
    } else found.push({ start, end, text: text.slice(start, end) })
  }
  return found
}
