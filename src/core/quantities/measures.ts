/** A measure of effect or of performance, and how texts name it. */
export interface Measure {
  /** Short permanent name, as in `RR` or `F1`. */
  id: string
  /** What readers call it. */
  label: string
  kind: 'ratio' | 'difference' | 'score' | 'percentage'
  /** Value at which there is no effect; null where the measure has none. */
  none: number | null
  pattern: RegExp
}

const effect = (id: string, label: string, kind: Measure['kind'], none: number | null, names: string): Measure => ({
  id,
  label,
  kind,
  none,
  pattern: new RegExp(names, 'gi'),
})

/** Measures of effect. Abbreviations count only in capitals and before a number. */
export const effectMeasures: readonly Measure[] = [
  effect('HR', 'hazard ratio', 'ratio', 1, String.raw`\b(?:adjusted |crude |sub-?)?hazards? ratios?\b`),
  effect('OR', 'odds ratio', 'ratio', 1, String.raw`\b(?:adjusted |pooled |crude |summary )?odds ratios?\b`),
  effect(
    'RR',
    'risk ratio',
    'ratio',
    1,
    String.raw`\b(?:adjusted |pooled |crude |summary )?(?:risk ratios?|relative risks?(?! reduction))\b`,
  ),
  effect(
    'IRR',
    'rate ratio',
    'ratio',
    1,
    String.raw`\b(?:adjusted |pooled )?(?:incidence )?rate ratios?\b|\bincidence density ratios?\b`,
  ),
  effect('RRR', 'relative risk reduction', 'percentage', 0, String.raw`\brelative (?:risk |rate )?reductions?\b`),
  effect(
    'RD',
    'risk difference',
    'difference',
    0,
    String.raw`\b(?:absolute )?(?:risk|rate) (?:difference|reduction)s?\b`,
  ),
  effect('SMD', 'standardised mean difference', 'difference', 0, String.raw`\bstandardi[sz]ed mean differences?\b`),
  effect(
    'MD',
    'mean difference',
    'difference',
    0,
    String.raw`\b(?:weighted |adjusted )?mean (?:difference|change|reduction|increase)s?\b`,
  ),
  effect(
    'PE',
    'protective efficacy',
    'percentage',
    0,
    String.raw`\b(?:protective|prophylactic|vaccine|[a-z]+-free) efficac(?:y|ies)\b`,
  ),
  effect('difference', 'difference', 'difference', 0, String.raw`\b(?:treatment |between-group )?differences?\b`),
]

/** Abbreviations of measures of effect, read only with their capitals, before a number. */
export const effectAbbreviations: Readonly<Record<string, string>> = {
  HR: 'HR',
  aHR: 'HR',
  OR: 'OR',
  aOR: 'OR',
  AOR: 'OR',
  RR: 'RR',
  aRR: 'RR',
  IRR: 'IRR',
  RD: 'RD',
  ARR: 'RD',
  MD: 'MD',
  WMD: 'MD',
  SMD: 'SMD',
}

const score = (id: string, label: string, names: string): Measure => effect(id, label, 'score', null, names)

/** Measures of performance on a benchmark. Longer names stand before those they hold. */
export const scoreMeasures: readonly Measure[] = [
  score('macro-F1', 'macro-F1', String.raw`\bmacro(?:-averaged)?[- ]F1(?:[- ]scores?)?`),
  score('weighted-F1', 'weighted F1', String.raw`\bweighted[- ]F1(?:[- ]scores?)?`),
  score('F1', 'F1', String.raw`\bF1(?:[- ](?:scores?|measures?))?\b|\bF-(?:scores?|measures?)\b`),
  score(
    'ROC-AUC',
    'ROC AUC',
    String.raw`\b(?:ROC[- ]AUC|AUC[- ]ROC|AUROC|AUC)\b|\barea under the (?:ROC |receiver[^,;.]{0,30} )?curve\b`,
  ),
  score('MCC', 'Matthews correlation', String.raw`\bMCC\b|\bMatthews correlation(?: coefficient)?\b`),
  score('accuracy', 'accuracy', String.raw`\b(?:balanced |overall |top-1 |mean )?accurac(?:y|ies)\b`),
  score('precision', 'precision', String.raw`\bprecision\b`),
  score('recall', 'recall', String.raw`\brecall\b`),
  score('sensitivity', 'sensitivity', String.raw`\bsensitivity\b`),
  score('specificity', 'specificity', String.raw`\bspecificity\b`),
  score('BLEU', 'BLEU', String.raw`\bBLEU(?:-\d)?\b`),
  score('exact-match', 'exact match', String.raw`\bexact[- ]match\b`),
  score('pass@k', 'pass@k', String.raw`\bpass@\d+\b`),
  score('success-rate', 'attack success', String.raw`\b(?:attack )?success(?: rate)?\b`),
]

const byId = new Map([...effectMeasures, ...scoreMeasures].map((measure) => [measure.id, measure]))

/** The measure of an id, as stored in a quantity; undefined for what is no measure of these tables. */
export const measureOf = (id: string | undefined): Measure | undefined => (id === undefined ? undefined : byId.get(id))
