import type { Study } from '../../../schemas/paper.ts'

export type Design = Study['design']

/** What readers call a design. */
export const designLabels: Readonly<Record<Design, string>> = {
  'meta-analysis': 'meta-analysis',
  'systematic-review': 'systematic review',
  'scoping-review': 'scoping review',
  'randomised-trial': 'randomised trial',
  'non-randomised-trial': 'non-randomised trial',
  trial: 'trial, allocation not told',
  cohort: 'cohort study',
  'case-control': 'case-control study',
  'cross-sectional': 'cross-sectional study',
  'case-report': 'case report',
  model: 'modelling study',
  animal: 'animal study',
  laboratory: 'laboratory study',
  benchmark: 'benchmark experiment',
  guideline: 'guideline',
  review: 'review',
  opinion: 'opinion or letter',
}

/** What the design alone leaves open, in plain words. */
export const designRisks: Readonly<Record<Design, string>> = {
  'meta-analysis': 'As sound as the studies it pools; check how they were chosen and how far they differ.',
  'systematic-review': 'As sound as the studies it found; check how they were searched and judged.',
  'scoping-review': 'It maps what has been studied and mostly does not judge how sound that is.',
  'randomised-trial': 'Chance decided who got what, which guards against most confounding.',
  'non-randomised-trial': 'Groups were not formed by chance, so other differences between them may explain the result.',
  trial:
    'Its stored text does not say how the groups were formed; where it was not by chance, other differences may explain the result.',
  cohort: 'Nobody was assigned a treatment, so other differences between the groups may explain the result.',
  'case-control': 'It looks back from the outcome; recall and the choice of controls may bias it.',
  'cross-sectional': 'It is a picture of one moment and cannot tell what came first.',
  'case-report': 'A few cases without a comparison; they show that something can happen, not how often.',
  model: 'Its result follows from its assumptions, not from observing people.',
  animal: 'Found in animals; it may not hold for people.',
  laboratory: 'Found in the laboratory; it may not hold in practice.',
  benchmark: 'Measured on given data sets; wrong labels, duplicates and data seen in training can flatter the figures.',
  guideline: 'Advice of a panel; it rests on studies that should be read themselves.',
  review: 'Studies were not searched and judged by a stated method, so the choice may be one-sided.',
  opinion: 'It states a view or a short notice and was not made to measure.',
}

/** Beings that studies are made on and that are no people; not their blood or what is made of it, and no name in capitals. */
export const animals =
  /(?<!\banti-|\banti |\bpet |\braised in )\b(?:[Mm]ice|[Mm]ouse|[Rr]ats?|[Mm]onkeys?|[Mm]acaques?|[Rr]abbits?|[Dd]ogs|[Cc]ats|[Hh]orses|[Hh]amsters?|[Zz]ebrafish|[Pp]igs|[Pp]iglets?|[Ss]heep|[Ll]ambs|[Gg]oats|[Cc]ows|[Cc]attle|[Hh]eifers|[Gg]ilts|[Hh]ens|[Bb]roilers)\b(?! (?:(?:red )?blood|red cells|erythrocytes|sera|serum|agar|monoclonal|polyclonal|[Aa]nti\w*|allerg\w+|dander)\b)/

/** Signs of a design, the more telling first; `title` signs count in the title only. */
export const designSigns: readonly { design: Design; where: 'title' | 'text'; sign: RegExp }[] = [
  {
    design: 'opinion',
    where: 'title',
    sign: /^(?:comment|reply|letter|editorial|correspondence|re:|response to|authors?' reply|in memoriam|news)\b|\b(?:comment on|letter to the editor)\b/i,
  },
  { design: 'meta-analysis', where: 'title', sign: /\bmeta-?analys[ei]s\b/i },
  { design: 'scoping-review', where: 'title', sign: /\bscoping (?:review|study)\b|\b(?:evidence|gap) map\b/i },
  {
    design: 'systematic-review',
    where: 'title',
    sign: /\bsystematic (?:literature )?(?:review|overview|mapping)\b/i,
  },
  {
    design: 'guideline',
    where: 'title',
    sign: /\bguidelines?\b|\brecommendations? (?:for|of)\b|\bconsensus statement\b/i,
  },
  { design: 'non-randomised-trial', where: 'title', sign: /\bnon-?randomi[sz]ed\b|\bquasi-experimental\b/i },
  { design: 'randomised-trial', where: 'title', sign: /\bplacebo-controlled\b/i },
  { design: 'case-report', where: 'title', sign: /\bcase (?:report|series)\b|\breport of (?:a|two|three) cases?\b/i },
  { design: 'case-control', where: 'title', sign: /\bcase-control\b/i },
  {
    design: 'cohort',
    where: 'title',
    sign: /\bcohort\b|\bretrospective\b|\bprospective\b|\blongitudinal\b|\bregistry\b/i,
  },
  { design: 'cross-sectional', where: 'title', sign: /\bcross-sectional\b|\bprevalence of\b/i },
  {
    design: 'model',
    where: 'title',
    sign: /\bmodel(?:l?ing)?\b.*\b(?:cost|transmission|population|pharmacokinetic)|\bcost-effectiveness\b|\bsimulation\b|\bpharmacokinetic model/i,
  },
  {
    design: 'review',
    where: 'title',
    sign: /\b(?:review|overview|survey of|a survey|state of the art|perspectives?|challenges and)\b/i,
  },
  {
    design: 'meta-analysis',
    where: 'text',
    sign: /\bmeta-analys[ei]s (?:of|included|was|were|showed|found)\b|\b(?:in|by|pooled in) (?:a|an|this|our) (?:\w+ )?meta-analysis\b|\bpooled over \d+ trials\b/i,
  },
  {
    design: 'scoping-review',
    where: 'text',
    sign: /\b(?:this|our) scoping review\b|\b(?:did|conducted|performed|undertook) a scoping review\b/i,
  },
  {
    design: 'systematic-review',
    where: 'text',
    sign: /\bwe (?:systematically )?searched\b.{0,120}\b(?:pubmed|medline|embase|cochrane|databases?)\b|\b(?:pubmed|medline|embase|cochrane\b.{0,20})\b.{0,80}\b(?:were|was) searched\b|\b(?:this|our) systematic review\b|\b(?:did|conducted|performed|undertook) a systematic review\b|\b(?:trials|studies|RCTs|articles)\b[^.;]{0,60}\b(?:were|was) (?:\w+ly )?(?:included|selected|eligible)\b|\b(?:we|reviewers) (?:\w+ )?(?:considered|included|selected) (?:[\w-]+,? ){0,8}(?:trials|studies|RCTs|articles)\b/i,
  },
  {
    design: 'trial',
    where: 'title',
    sign: /\bopen-label\b|\bphase (?:1|2|3|I|II|III)\b|\bcontrolled trial\b|\bclinical trial\b|\bhospital trial\b/i,
  },
  { design: 'case-control', where: 'text', sign: /\bcase-control study\b|\bmatched controls\b/i },
  {
    design: 'cohort',
    where: 'text',
    sign: /\b(?:retrospective|prospective|observational|cohort) (?:\w+ )?(?:study|cohort|analysis|review of|surveillance)\b|\bcohort of \d/i,
  },
  { design: 'cross-sectional', where: 'text', sign: /\bcross-sectional\b|\bsurvey of \d/i },
  {
    design: 'non-randomised-trial',
    where: 'text',
    sign: /\bnon-?randomi[sz]ed\b|\bquasi-experimental\b|\bbefore[- ]and[- ]after (?:[\w-]+ )?(?:study|trial|design|comparison|evaluation|intervention)\b|\b(?:rates?|incidence) (?:\w+ ){0,3}before and after\b/i,
  },
  {
    design: 'trial',
    where: 'text',
    sign: /\bopen-label\b|\bclinical trial\b|\bphase (?:1|2|3|I|II|III)\b|\bcrossover (?:study|trial)\b|\bplacebo\b/i,
  },
  {
    design: 'model',
    where: 'text',
    sign: /\bcost-effectiveness\b|\b(?:mathematical|simulation|transmission|markov|decision|pharmacokinetic|microsimulation) models?\b/i,
  },
  {
    design: 'benchmark',
    where: 'text',
    sign: /\b(?:benchmarks?|F1|macro-F1|fine-tun\w+|pre-?trained|large language models?|deep learning|language models|neural networks? (?:trained|on))\b/i,
  },
  {
    design: 'animal',
    where: 'text',
    sign: animals,
  },
  {
    design: 'laboratory',
    where: 'text',
    sign: /\bin vitro\b|\bin the laboratory\b|\b(?:culture|isolates|coupons|strains|cell lines?|enzyme (?:activity|assays?|kinetics)|crystal structure)\b/i,
  },
  {
    design: 'review',
    where: 'text',
    sign: /\b(?:this|the|our|we|here,? we) (?:review|overview|article reviews|paper reviews|survey)\b|\baccording to a review\b|\breview(?:s|ed)? the (?:literature|evidence|current)\b/i,
  },
]
