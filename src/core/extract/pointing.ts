import { lightStem, words } from '../text/light-stem.ts'
import { finiteVerb } from '../text/verbs.ts'

/** A piece of research or what came of it. */
export const studyWord =
  '(?:study|trial|review|report|paper|article|meta-analysis|analysis|work|survey|investigation|experiments?|results?|findings?|data|observations?|evidence|studies|trials|analyses)'

/** What points at something that the sentence does not name. */
export const danglers: readonly RegExp[] = [
  /\b(?<!his or |her or |or )(?:his|her|he|she)\b(?! or )/i,
  /^(?:they\b|them\b|he\b|she\b|his\b|her\b|their\b|its\b|those\b|that (?:is|was|drug)|both(?= (?:were|are|had|have|was|of|can|may|could|will|would|did|do)\b)|neither(?= (?:was|were|of)\b)|each(?= (?:was|of)\b)|such\b)/i,
  /^(?:of|among|in|for|with) (?:these|those|them|this|which|whom)\b(?! (?:study|trial|review|analysis))/i,
  /^(?:this|these)\b/i,
  /^(?:the (?:former|latter|same|other(?:s)?|remaining|above|following)|another|others?|the (?:two|three|four) (?:groups|drugs|arms|methods|models|regimens))\b/i,
  /\b(?:in|for|of|between|across|among) (?:both|either|all|the (?:two|three|four|other)) (?:treatment |study |dose )?(?:groups|arms|parts)\b/i,
  /\b(?:the former|the latter|the above|as (?:above|described above|mentioned|follows)|respectively mentioned)\b/i,
  /\b(?:these|those|such) (?:two|three|four|drugs|agents|compounds|methods|models|approaches|regimens|strategies|techniques|goals?|questions?|issues?|problems?|concerns?|challenges|barriers|reasons|factors|mechanisms|variants|properties|infections|effects|changes|differences|cases|events|parameters)\b/i,
  /\bthis (?:comparison|assessment|instance|context|regard|respect|goal|purpose|problem|issue|question|end|way|reason|population|setting|case|area|field|manuscript|manner|process|property|group|condition|disease|effect|association|difference|phenomenon|finding|point|therapy|drug|agent|indication|strategy|combination|regimen|mechanism|intervention)\b/i,
  // A change with nothing said of what: "The difference persisted", "After a year, the effect was smaller".
  /^(?:[^,;]{3,60}, )?the (?:\w+ )?(?:differences?|effects?|increases?|decreases?|reductions?|improvements?|changes?|associations?|correlations?|trends?|benefits?) (?:was|were|is|are|did|does|remained|persisted|disappeared|became|lasted|had)\b/i,
]

/** "these cells" with the plural that it speaks of. */
const plural = new RegExp(String.raw`\bthese (?!(?:[\w-]+ )?${studyWord}\b)(?:[\w-]+ ){0,3}?([a-z-]+[^s\W]s)\b`, 'i')

/** Whether a sentence speaks of "these cells" and names none itself, but the sentence before does: the two are better read together. */
export function pointsBack(text: string, before: string): boolean {
  const found = plural.exec(text)
  if (!found || inside(text, found.index)) return false
  const names = (other: string) => words(other).some((word) => lightStem(word) === lightStem(found[1]!))
  return !names(text.slice(0, found.index)) && names(before)
}

const clause = new RegExp(
  String.raw`\b${finiteVerb}\b.*(?:[,;]|\b(?:although|though|but|and|while|whereas|because))\s+$`,
  'i',
)

/** Does a clause begin with what points, behind a clause that can be meant: "yields rose, although this difference was small"? */
export const inside = (text: string, at: number) => clause.test(text.slice(0, at))
