import { stem, stems } from './stem.ts'

const set = (words: string) => new Set(words.trim().split(/\s+/))

/** Words that carry no content of their own. */
export const stopWords = set(`
  a an and the of to in on at by for from with as into onto upon per via or if so such than then that which who whom whose
  this these those it its they them their we us our i you your he she his her there here where when while during among
  amongst between within through across about after before over under is are was were be been being am has have had having
  do does did done can could will would shall should may might must also both each other others another some any all most
  more when however therefore thus hence because although though whereas but yet use used uses using study studies result
  results conclusion conclusions data show shows showed shown find finds found finding findings report reported reports
  observed demonstrate demonstrated demonstrates demonstrating reveal revealed indicate indicated indicates suggest
  suggests suggested suggesting respectively et al fig figure table ref cit multi vs versus p n ci s t
`)

/** Words that turn what follows in their clause into its contrary. */
export const negations = set(`
  not no never neither nor none cannot without non fails fail failed failing lack lacks lacked lacking absence unable
  unlikely hardly scarcely nothing nobody rather
`)

/** Words by which an author holds back. */
export const hedges = set(`
  may might could possibly possible potentially potential suggest suggests suggested suggesting appear appears appeared
  seem seems seemed likely perhaps probably probable presumably hypothesize hypothesise hypothesized hypothesised
  hypothesis speculate tentative preliminary putative conceivably apparently trend unclear uncertain
`)

/** Hedges whose loss changes what a claim says; words such as "potential" are too often part of a name. */
export const strongHedges = set(`
  may might could possibly possible suggest suggests suggested suggesting appear appears appeared seem seems seemed likely
  perhaps probably probable presumably hypothesize hypothesise hypothesized hypothesised speculate tentative tentatively
  preliminary putative conceivably apparently trend unclear uncertain
`)

const upward = stems(`
  increase raise rise elevate augment boost grow gain expand extend exceed accumulate amplify accelerate accrue enlarge
  higher high greater more larger longer stronger faster better superior improve enhance strengthen promote stimulate
  activate induce trigger upregulate overexpress facilitate enable favor favour support allow potentiate cause produce
  drive contribute enrich benefit beneficial effective efficacy efficacious safe positive positively success successful
  associate correlate link predict responsible sufficient essential required necessary important significant frequent
  common early sensitive sensitize susceptible dependent agonist activator abundant excess gained worsen outperform
  double triple up
`)

const downward = stems(`
  decrease reduce decline fall drop diminish lessen lower low less fewer smaller shorter weaker slower worse inferior
  inhibit suppress repress block prevent attenuate ameliorate alleviate mitigate abolish abrogate eliminate eradicate
  impair hamper hinder disrupt limit restrict delay downregulate deplete delete ablate knockdown knockout silence
  deficiency deficient loss lost negative negatively ineffective insufficient unsafe harmful rare rarely infrequent
  unnecessary dispensable independent resistant resistance insensitive antagonist inhibitor blockade antagonize
  counteract degrade inactivate protect avoid minimize reduction shrink unrelated unaffected unassociated poor poorer
  underperform halve down absent
`)

/** Direction of a stem: 1 upward, -1 downward. */
export const directions: ReadonlyMap<string, 1 | -1> = new Map<string, 1 | -1>([
  ...[...upward].map((word): [string, 1 | -1] => [word, 1]),
  ...[...downward].map((word): [string, 1 | -1] => [word, -1]),
])

/** Pairs of contraries in which swapping one for the other flips a finding. Written `one/other`. */
const contraries = `
  increase/decrease increase/reduce increase/decline increase/lower increase/diminish increase/fall rise/fall rise/drop
  rise/decline raise/lower elevate/lower elevate/reduce elevate/decrease higher/lower high/low greater/less greater/smaller
  greater/lower more/less more/fewer larger/smaller longer/shorter stronger/weaker faster/slower better/worse
  superior/inferior improve/worsen improve/impair improve/reduce improve/decrease improve/harm enhance/reduce
  enhance/impair enhance/decrease enhance/suppress enhance/inhibit strengthen/weaken promote/inhibit promote/suppress
  promote/prevent promote/block stimulate/inhibit stimulate/suppress activate/inhibit activate/inactivate
  activate/suppress induce/inhibit induce/prevent induce/suppress trigger/prevent upregulate/downregulate
  overexpress/silence facilitate/hinder facilitate/block accelerate/delay accelerate/slow cause/prevent
  positive/negative positively/negatively effective/ineffective efficacious/ineffective safe/unsafe safe/harmful
  beneficial/harmful benefit/harm sufficient/insufficient necessary/unnecessary essential/dispensable
  required/dispensable required/unnecessary sensitive/resistant susceptible/resistant susceptible/immune
  sensitive/insensitive dependent/independent agonist/antagonist activator/inhibitor gain/loss gain/lose
  excess/deficiency abundant/scarce presence/absence present/absent common/rare frequent/rare frequent/infrequent
  early/late before/after above/below maximum/minimum outperform/underperform survive/die survival/mortality
  always/never all/none protect/harm significant/nonsignificant significantly/insignificantly related/unrelated
  associated/unassociated similar/different similar/dissimilar equal/unequal stable/unstable increase/prevent
  increase/inhibit increase/suppress increase/attenuate decrease/promote decrease/enhance decrease/stimulate
  decrease/induce decrease/improve reduce/promote reduce/stimulate reduce/induce reduce/boost reduce/worsen
  relapse/remission exceed/fall gain/drop expand/shrink acute/chronic mild/severe
`

/** For each stem, the stems that say the contrary. */
export const opposites: ReadonlyMap<string, ReadonlySet<string>> = buildOpposites()

function buildOpposites(): Map<string, Set<string>> {
  const table = new Map<string, Set<string>>()
  for (const pair of contraries.trim().split(/\s+/)) {
    const [one = '', other = ''] = pair.split('/').map(stem)
    if (one === other) continue
    table.set(one, (table.get(one) ?? new Set()).add(other))
    table.set(other, (table.get(other) ?? new Set()).add(one))
  }
  return table
}

/** Verbs that say one thing brings another about. */
export const causal = stems('cause lead result produce prevent induce trigger drive')

/** Words that only say two things go together. */
export const associational = stems('associate correlate link relate predict accompany')

/** Words after which another statement begins. */
export const clauseWords = set('but however whereas although though while yet because therefore thus which')

/** Words that say for whom or in what a finding holds. */
export const populations = stems(`
  mouse mice murine rat rodent zebrafish drosophila yeast vitro vivo monkey macaque pig rabbit dog cell culture
  child children pediatric paediatric infant neonate newborn adolescent adult elderly older women woman men man male
  female pregnant pregnancy veteran soldier traveler traveller volunteer postmenopausal premenopausal smoker
  obese diabetic healthy
`)
