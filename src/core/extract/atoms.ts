import { isIn } from '../frames/lists.ts'
import { emptyWords } from '../text/stop-words.ts'
import { clauseVerb } from '../text/verbs.ts'
import { numbered } from './numbered.ts'

/** Not the end of a compound, "statin-induced". */
const finite = new RegExp(String.raw`(?<![-‐–])\b${clauseVerb}\b`)
const subject =
  /^(?:the|an?|no|all|most|both|some|each|[A-Z][\w-]*|[a-z][\w-]*(?:ity|ion|ment|ance|ence|ness|acy|ism|age|ure|ects?|ents?|ates?|all)|[a-z][\w-]{2,} (?:is|are|was|were|has|had|did|does))\b/
const pointing =
  /^(?:it|they|this|these|those|that|which|who|their|its|he|she|such|the (?:former|latter|other|same|remaining|corresponding)|others?|neither|nor|so|then|thus|therefore|not|only|also)\b/i
const hinge =
  /\b(?:whether|either|between|both|if|than|compared|versus|because|although|unless|whereas|while|respectively)\b/i

/**
 * Parts a sentence that carries several findings, only where that is safe: at a semicolon, or at ", and", between clauses
 * that each have a subject of their own and a finite verb. An adverbial phrase in front ("In adults with …,") is carried
 * over to each part, since it says for whom the finding holds. Otherwise the sentence is one atom.
 */
export function atoms(sentence: string): string[] {
  const text = sentence.replace(/[.]$/, '')
  if (/\brespectively\b/i.test(text) || /^(?:if|whether|although|while|whereas|when|because)\b/i.test(text))
    return [sentence]
  const items = numbered(text)
  if (items) return items.length > 0 ? items : [sentence]
  const parts = cutAt(text, /;\s+(?:and |however, |moreover, |furthermore, )?/g).flatMap((part) =>
    cutAt(part, /,\s+and\s+(?=\S)/g, true),
  )
  if (parts.length < 2) return [sentence]
  const prefix =
    /^((?:In|Among|For|At|After|During|Within|Compared with|On|Under|With)\b[^,;()]{3,110}, )(?=\S)/.exec(
      parts[0]!,
    )?.[1] ?? ''
  return parts.map(
    (part, at) =>
      `${at === 0 || /^(?:in|among|for|at|after|during|within|on|under|with)\b/i.test(part) ? part : prefix + part}.`,
  )
}

function cutAt(text: string, pattern: RegExp, strict = false): string[] {
  const parts: string[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    const left = text.slice(from, match.index)
    const right = text.slice(match.index + match[0].length)
    if (!balanced(left) || !standsAlone(left) || !standsAlone(clause(right)) || (strict && !safe(left, right))) continue
    parts.push(left)
    from = match.index + match[0].length
  }
  return [...parts, text.slice(from)]
}

const clause = (text: string) => text.split(/;\s|,\s+and\s/)[0]!

function standsAlone(text: string): boolean {
  const bare = text.trim()
  return (
    bare.split(/\s+/).length >= 5 && finite.test(bare) && !pointing.test(bare) && balanced(bare) && namesSomething(bare)
  )
}

/** Whether a part says of what it speaks: "there were no differences between groups" does not. */
function namesSomething(text: string): boolean {
  return (text.toLowerCase().match(/\p{L}[\p{L}-]+/gu) ?? []).some((word) => {
    const one = { word, lemma: word.replace(/s$/, '') }
    return (
      !emptyWords.has(word) &&
      !/^(?:was|were|been|observed|seen|found|noted|reported|significantly)$/.test(word) &&
      !isIn('light', one) &&
      !isIn('lightVerbs', one) &&
      !isIn('alike', one) &&
      !isIn('link', one)
    )
  })
}

/** May ", and" be cut here? Not inside a list, a comparison, or what "suggest that" governs. */
function safe(left: string, right: string): boolean {
  const next = clause(right)
  if (
    !subject.test(next) ||
    hinge.test(next.slice(0, 60)) ||
    /\b(?:suggest|indicate|that|which|who|where|may|could|might)\b/i.test(left)
  )
    return false
  const verb = finite.exec(next)
  return (
    verb !== null &&
    verb.index > 3 &&
    !/,/.test(next.slice(0, verb.index)) &&
    finite.exec(left)!.index < left.length - 8 &&
    finite.test(left.split(', ').at(-1)!) &&
    !/, [^,]+$/.test(left.replace(/^[^,]*, /, ''))
  )
}

function balanced(text: string): boolean {
  let depth = 0
  for (const char of text) {
    if (char === '(' || char === '[') depth++
    if (char === ')' || char === ']') depth--
    if (depth < 0) return false
  }
  return depth === 0
}
