import { type NumberMention, readNumbers } from '../text/number-mentions.ts'
import { countedBy } from './counted.ts'
import type { Figure } from './frame.ts'
import { spelledFigures } from './spelled.ts'

const ratioLabel =
  /\b(?:a?(?:OR|HR|RR|IRR|SHR|PR)s?|(?:odds|hazards?|risk|rate|prevalence|incidence rate) ratios?|relative risks?)\b[^.;\d]{0,24}$/
/** "The hazard ratio of relapse for those who … was": the number belongs to what the sentence began with. */
const farRatio = /\b(?:(?:odds|hazards?|risk|rate|prevalence) ratios?|relative risks?)\b[^.;()]*\b(?:was|were|is) $/
const farthest = 200
const differenceLabel =
  /\b(?:S?MD|WMD|SMDs?|mean difference|standardi[sz]ed mean difference|risk difference|β|beta|coefficient|Cohen'?s? d|d|g|effect size|r|rho|correlation(?: coefficient)?)\b[^.;\d]{0,12}$/i
const pLabel = /\b2?p(?:[- ]?values?)?(?: of| was| is)?\s*(?:=|<|>|≤|≥|less than|greater than)?\s*$/i
const intervalLabel = /\b(?:CI|confidence interval|CrI|credible interval|range|IQR)s?\b[^.;\d]{0,14}$/i
/** A number that names a place in the text. */
const pointing = /\b(?:fig(?:ure)?s?|tables?|refs?|chapter|section|box|panel)\.?\s*$/i
/** What stands behind these says how far values scatter, not what was found: "45 ± 1", "(SD 3)". */
const spreadLabel =
  /(?:\+\s?\/\s?-?|±|\b(?:SDs?|SEM?|s\.[de]\.|standard (?:deviations?|errors?)(?: of the mean)?)(?:\s?\[SD\])?[\s:=,]{0,3})\s*$/
const level = /^\s?%?\s?(?:CI|confidence|credible|CrI)/i

/** Reads the figures of a sentence: ratios and differences with their intervals, shares, p-values, counts, multiples and measures. */
export function figuresOf(sentence: string): Figure[] {
  const figures: Figure[] = []
  const numbers = readNumbers(sentence)
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at]!
    const before = sentence.slice(Math.max(0, number.start - farthest), number.start)
    const after = sentence.slice(number.end)
    if ((level.test(after) && number.value > 80) || pointing.test(before) || isMark(number, before, after)) continue
    if (spreadLabel.test(before)) {
      spread(sentence, figures.at(-1), number)
      continue
    }
    const next = numbers[at + 1]
    const pair =
      next !== undefined && /^\s?(?:-|–|to|,|;|and)\s?$/.test(sentence.slice(number.end, next.start).replace('−', '-'))
    const own = ratioLabel.test(before) || differenceLabel.test(before) || pLabel.test(before)
    if (
      intervalLabel.test(before) ||
      (pair && !own && figures.at(-1) && isBracketed(sentence, figures.at(-1)!, number))
    ) {
      const last = figures.at(-1)
      if (
        pair &&
        last &&
        (last.kind === 'ratio' || last.kind === 'difference' || last.kind === 'measure' || last.kind === 'share')
      ) {
        Object.assign(last, { low: number.value, high: next.value })
        at++
      }
      continue
    }
    figures.push(figureAt(sentence, number, before, after))
  }
  const spelled = spelledFigures(sentence, numbers)
  const apart = figures.filter((one) => !spelled.some((other) => one.start < other.end && other.start < one.end))
  return [...apart, ...spelled].sort((a, b) => a.start - b.start)
}

/** "45 ± 1 mg": the figure ends behind how far it scatters, and has the unit that stands there. */
function spread(sentence: string, last: Figure | undefined, { start, end, unit }: NumberMention): void {
  if (!last || /[\p{L}\p{N}(]/u.test(sentence.slice(last.end, start))) return
  last.unit = last.unit || unit
  last.end = Math.min(end, sentence.length)
  last.text = sentence.slice(last.start, last.end)
}

const named = /(?:^|[\s(;,])\p{Lu}[\p{L}'’-]+(?:\s(?:et al\.?|(?:&|and)\s\p{Lu}[\p{L}'’-]+))?,?\s\(?$/u
const enumerated = /(?:^|[:;,]\s|\sand\s|\sor\s)\(?$/

/** A number that belongs to no finding: the year of a citation, "(Lind et al., 2008)", or one that counts points, "2) fares rose". */
function isMark({ value, text }: NumberMention, before: string, after: string): boolean {
  if (!/^\d+$/.test(text)) return false
  if (text.length === 4 && value > 1800 && value < 2100 && named.test(before) && /^[a-z]?[);,]/.test(after))
    return /\([^()]*$/.test(before)
  return value < 20 && enumerated.test(before) && /^\)\s/.test(after)
}

/** "0.35 (0.20-0.61)": a pair in brackets right behind an estimate. */
function isBracketed(sentence: string, last: Figure, number: NumberMention): boolean {
  return /^\s?[([][^.;\d]{0,20}$/.test(sentence.slice(last.end, number.start))
}

function figureAt(sentence: string, number: NumberMention, before: string, after: string): Figure {
  const { value, unit, relation, text, start, end } = number
  const kind = kindOf(number, before, after)
  return {
    kind,
    value,
    unit,
    relation,
    of: kind === 'count' ? countedBy(after) : [],
    text,
    start,
    end: Math.min(end, sentence.length),
  }
}

function kindOf({ unit, value }: NumberMention, before: string, after: string): Figure['kind'] {
  if (pLabel.test(before)) return 'p'
  if (ratioLabel.test(before) || (unit === '' && farRatio.test(before))) return 'ratio'
  if (unit === '%' || unit === 'point') return 'share'
  if (unit === 'fold' || (unit === '' && /\bfactor of (?:about |around |approximately )?$/i.test(before))) return 'fold'
  if (unit === '' && differenceLabel.test(before)) return 'difference'
  if (unit !== '') return /\bdifference[^.;\d]{0,30}$/i.test(before) ? 'difference' : 'measure'
  return Number.isInteger(value) && countedBy(after).length > 0 ? 'count' : 'measure'
}
