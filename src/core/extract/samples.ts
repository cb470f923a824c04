const things = 'articles?|studies|trials|RCTs|records|citations|references|publications|papers|abstracts|reviews'
const people =
  'patients|participants|subjects|individuals|people|persons|women|men|children|adults|infants|volunteers|respondents|students|teachers|physicians|doctors|nurses|practitioners|residents|hospitals|practices|clinics|schools|wards|centres|centers'
const holdings =
  'households|pupils|students|patients|participants|members|people|individuals|employees|inhabitants|residents|children|animals|respondents'
const number = String.raw`(?:\d[\d,. ]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty(?:-[a-z]+)?)`

/** How many of the works that a review holds. */
const share = `(?:(?:only |just |a total of |in total,? )?(?:the |these )?${number}|most|many|few|fewer|several|some|all|the (?:vast )?majority|(?:more than |less than |about |nearly )?half|none|a (?:large|small|limited|total) number)(?: of the| of)?`
const works = String.raw`(?:[\w-]+ ){0,2}?(?:${things}|experiments|evaluations|interventions|datasets|data sets)(?: \([^)]*\))?(?:,[^,]{3,80},)?`

/** What says how a sample was found, how large it is and how it was at the beginning. */
const told: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:identified|retrieved|screened|yielded|located)\b[^.]{0,80}\b(?:${things})\b`, 'i'),
  new RegExp(
    String.raw`\b(?:${things}) (?:met|fulfilled|satisfied|were eligible|were included|were identified)\b`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:overall,? |in total,? |altogether,? )?${share} ${works} (?:(?:met|fulfilled|satisfied|used|examined|investigated|assessed|evaluated|analy[sz]ed|addressed|considered|covered|explored|measured|studied|employed|applied|focus(?:ed|es|ing)? on|reported on|looked at|dealt with|relied on|concerned|came from|contributed|provided (?:usable |sufficient )?data)\b|(?:were|was) (?:\w+ly )?(?:conducted|carried out|published|located|set|based|performed|done|undertaken|from|in|on|of|pooled|included|suitable|observational|cross-sectional|randomi[sz]ed)\b|could (?:not )?be (?:pooled|included|combined|used|retrieved|meta-analy[sz]ed))`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:the |these |all |most )?(?:included |eligible |identified |reviewed |retrieved |available |published )*(?:${things}) (?:were|are) (?:\w+ly )?(?:conducted|carried out|published|located|based|performed|undertaken|spread|concentrated|distributed|from|set in)\b`,
    'i',
  ),
  /^(?:the )?(?:current |existing |available |published |extant )*(?:literature|evidence base|body of evidence|evidence)\b[^.,]{0,60} (?:(?:mainly |mostly |largely |primarily |predominantly )?(?:consists?|comprises?|is composed|is made up)|is dominated by)\b/i,
  /^(?:(?:the|this|our) )?(?:final |analytic |study |full |whole )?(?:sample|data ?set|data|corpus|cohort|panel|review|study population)\b (?:[\w-]+ ){0,3}?(?:comprises?|comprised|consists? of|consisted of|covers?|covered|spans?|spanned|includes|contains)\b[^.]*\d/i,
  new RegExp(
    String.raw`^[\w-]+ (?:[\w-]+ ){0,2}?(?:had|contained|comprised|included),? (?:(?:on average|a mean of|an average of),? )?${number} (?:\w+ )?(?:${holdings})(?:\.?$| and\b)`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:altogether|in total|overall|in all),? (?:of )?${number} (?:\S+ ){0,2}?\w+s (?:(?:aged|with|from|in|who)\b[^.,]{0,60} )?(?:were|was) (?:\w+ly )?(?:included|stopped|admitted|enrolled|recruited|interviewed|surveyed|sampled|approached|invited|contacted|registered|observed|analy[sz]ed|studied|examined|visited|collected|tested)\b`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:the |these |a total of )?${number} (?:\S+ ){0,3}?(?:${things}) (?:included|enrolled|randomi[sz]ed|involved|comprised|with)\b`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:(?:a total of|in total,?|overall,?|of|among|in all,?) )?(?:the |these )?${number} (?:\S+ ){0,4}?(?:${people})\b[^.]{0,60}\b(?:(?:were|was) (?:included|enrolled|recruited|randomi[sz]ed|eligible|analy[sz]ed|studied)|participated|took part|entered the|recruited)\b`,
    'i',
  ),
  /^(?:\S+ ){0,3}(?:characteristics|demographics)\b[^.]{0,60}\b(?:comparable|similar|balanced|identical|matched|did not differ)\b/i,
  /\bno (?:significant |statistically significant )?differences? (?:between|among) (?:the )?(?:\w+ )?groups\b[^.]{0,30}\b(?:demographic|baseline)/i,
  new RegExp(
    String.raw`^(?:in (?:this|the|our) (?:study|trial),? |finally,? |a total of |in total,? |overall,? |in all,? |of (?:the |these )?(?:\S+ ){1,5}?(?:enrolled|randomi[sz]ed|recruited|included)?,? )*(?:the |these |all )?${number}(?: \([^)]*\))? (?:\S+ ){0,4}?(?:(?:${people})\b[^.,;]{0,60}? )?(?:(?:were |was |had been )?(?:randomi[sz]ed|allocated|assigned) (?:in|into|to)\b|(?:have |had )?(?:completed|finished|attended|entered|continued) (?:the |both |all |this )?(?:\S+ ){0,3}?(?:study|trial|protocol|visits?|follow-?up|surveys?|questionnaires?|periods?|programme|program)\b)(?![^;]*; .*\b(?:was|were|had)\b)`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:overall,? |in total,? )?(?:there were|this included|these included) ${number}(?: (?:\S+ )?(?:${people}))? (?:in|to) (?:the |each )?(?:\S+ )?(?:groups?|arms?)\b`,
    'i',
  ),
  /^(?:the )?groups? [A-Z\d]+(?: \([^)]*\))? (?:received|was given|were given|underwent|consisted|comprised|included|served)\b/i,
  /^(?:(?:study |patient |trial |participant )?(?:recruitment|enrol+ment|accrual|follow-?up) (?:was |were )?(?:also )?(?:continued|extended|stopped|ended|closed|completed|lasted|began|started|took place|ran|ceased)|the (?:target|planned|intended) (?:sample size|number)\b[^.]{0,30}\b(?:not )?(?:achieved|reached|met|attained))\b/i,
  /^(?:the )?(?:mean|median|average) (?:(?:duration|length|time|period) of follow-?up|follow-?up(?: (?:durations?|times?|periods?))?)\b(?:(?!\b(?:was|were)\b)[^.;]){0,60}\b(?:was|were)\b(?!.*\b(?:was|were|had|is|are)\b)/i,
  /^(?!in contrast|only)(?!.*\bonly \d).*\d\s?%?\)?(?: \([^)]*\))? (?:were|was) (?:females?|males?|women|men|boys|girls)\b/i,
  /\bat baseline(?: \([^)]*\))?\.?$/i,
  /^(?:at|before|prior to) (?:(?:the )?(?:baseline|enrol+ment|randomi[sz]ation|recruitment|admission|inclusion|study entry)|the (?:beginning|start|onset) of the (?:study|trial|experiment)),? (?!.*\b(?:weeks?|months?|years?|days?|after|follow-?up|at the end|whereas|but|while)\b)/i,
  /\bno (?:significant |relevant |major )?baseline differences?\b|\b(?:did|does|do) not (?:\w+ly )?differ (?:\w+ly )?at baseline\b|\b(?:were|was) (?:\w+ly )?(?:similar|comparable|balanced|alike|the same) (?:between (?:the )?(?:\w+ )?groups )?at baseline\b/i,
  /^[^,;]{3,80} at baseline (?:was|were|ranged)\b(?!.*\b(?:after|weeks?|months?|end|follow-?up)\b)/i,
  /^(?:the )?(?:\w+ )?(?:randomi[sz]ation|allocation) (?:\w+ )?(?:provided|produced|resulted in|yielded|led to|gave)\b/i,
  /\b(?:limitations?|weakness(?:es)?) of (?:this|the|our) (?:[\w-]+ )?(?:study|trial|review|analysis|work|design) (?:is|are|was|were|include|included)\b/i,
  new RegExp(
    String.raw`^of (?:the |these )?${number} (?:\S+ ){0,4}?(?:randomi[sz]ed|enrolled|recruited|included|eligible|invited)[^,.;]{0,30}, ${number}(?: \([^)]*\))? (?:(?:were|was|had) )?(?:included|analy[sz]ed|eligible|available|followed|randomi[sz]ed|consented|participated|agreed)\b`,
    'i',
  ),
  new RegExp(
    String.raw`^${number}(?: \([^)]*\))? (?:\S+ ){0,2}?(?:received|underwent|were given|had) [^.;]{3,60}? and ${number}(?: \([^)]*\))? (?:received |underwent |were given |had )?[^.;,]{3,50}\.?$`,
    'i',
  ),
  /^follow-?up (?:rates? )?[^.;]{0,60}\b(?:was|were) \d+(?:\.\d+)?\s?%[^,;]*$/i,
  new RegExp(
    String.raw`\b(?:${people})\b[^.,;]{0,60}(?:were|was) (?:excluded|withdrawn|removed|lost to follow-?up)\b(?!.*\b(?:adverse|toxic\w*|side|reactions?|events?|progression|death|inefficacy)\b)`,
    'i',
  ),
  new RegExp(
    String.raw`\b${number}(?: \([^)]*\))?,? (?:of (?:the )?\S+ )?(?:(?!who\b|that\b)\S+ ){0,3}?(?:entered|responded to|returned|completed)(?: (?:the|a|our|all))?(?: \S+)? (?:randomi[sz]ation|questionnaires?|surveys?|invitations?|interviews?|trial|study)\b(?!.*\b(?:adverse|toxic\w*|reactions?)\b)`,
    'i',
  ),
  /^(?:the )?(?:baseline|pre-?intervention) (?:\S+ ){0,3}(?:rates?|levels?|scores?|prevalence|characteristics)\b/i,
  /\b(?:mean|median|average) (?:patient )?age\b|\baged (?:between )?\d/i,
]

/** What was asked of a sample, which says nothing of what came out. */
const asked =
  /\b(?:fewer|more) (?:papers|studies|trials|articles)\b|\b(?:examin|investigat|assess|evaluat|stud|analy|test|compar|explor|measur|address|report|look|focus|concern)\w*(?: on| at| with)? (?:the |an? )?(?:[\w-]+ ){0,2}?(?:effects?|associations?|impacts?|relationships?|influence|risks?|effectiveness|efficacy|reductions?|changes?)\b(?: of| on)?/gi

/** What a sentence on a sample may say besides that is a finding. */
const found =
  /\b(?:than|compared|versus|vs|associat\w+|reduc\w+|increas\w+|improv\w+|effects?|effective\w*|decreas\w+|lower\w*|higher|greater|fewer|declin\w+|ris(?:e|es|en)|rose|fell|prevent\w*|predict\w*|correlat\w+|risk|odds|hazard|outperform\w*|show(?:ed|s|n)|found|suggest\w*|benefit\w*|chang\w+|more|less|worse\w*|better)\b/i

const lasting = '(?:ages?|sex|gender|race|ethnicity)'
const trait = `(?:${lasting}|weights?|heights?|BMI|body mass index|ASA(?: \\w+)*|parity|education|diagnos[ei]s)`
const several = '(?:,? and|,? or|,)'
const traits = String.raw`(?:\bdemographic\w*|\b(?:baseline|patients?|participants?|subjects?)['’]? characteristics|\b${lasting}${several} ${trait}|\b${trait}${several} (?:${trait}${several} )?${lasting})\b`
const same = String.raw`\b(?:comparable|similar|balanced|identical|homogene?ous|(?:did|does|do) not (?:\w+ )?differ|(?:no|any) (?:\w+ ){0,3}?differences?)\b`

/** How the groups were to begin with: alike in age and sex, or not. */
const beginnings = new RegExp(
  String.raw`^[^.;]{0,60}${traits}[^;]*(?:${same}|\bwere (?:the same|equal|matched)\b|\b(?:was|were) (?:not )?(?:\w+ly )?different\b)|${same}[^;,]{0,60}${traits}`,
  'i',
)
/** What such a sentence compares besides, or for what it looks at age and sex. */
const besides =
  /\b(?:than|associat\w+|predict\w*|correlat\w+|odds|hazard|risks?|adjust\w+|control+(?:ed|ing) for|regardless|irrespective|based on|according to|across|by (?:age|sex|gender|race)|outcomes?|responses?|complications|mortality|survival|efficacy|adverse|side effects|after (?:the )?(?:treatment|intervention))\b/i

/** Whether a sentence tells of a sample only: how it was found, how large it is, how old, and how its groups were at the beginning. */
export function tellsSample(text: string): boolean {
  return (
    (told.some((test) => test.test(text)) && !found.test(text.replace(asked, ' '))) ||
    (beginnings.test(text) && !besides.test(text))
  )
}
