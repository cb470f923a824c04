const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Words that part the noun phrases of a question and name nothing themselves. */
export const breakWords = words(`
  a an and any are as at be been being between both but by can could did do does during each either every for from had has have how
  if in into is it its may might more most much must neither no nor not of off on once only or other others our over per shall should
  so some such than that the their them then there these they this those through to too towards toward under until up upon use used
  uses using versus via vs was we were what when where whether which while who whom whose why will with within without would
  after before across among amongst against about above below because compared comparing comparison relative effect effects impact
  impacts influence influences affect affects effective effectively effectiveness efficacious efficacy safe safely safety better worse best
  reduce reduces reduced reducing reduction improve improves improved improving improvement increase increases increased increasing
  decrease decreases decreased decreasing lower lowers lowering raise raises prevent prevents prevented preventing detect detects detecting
  treat treats treating help helps helping cause causes causing lead leads leading work works working perform performs performing
  predict predicts predicting make makes making give gives given show shows differ differs differences difference different various
  well good bad evidence known know say role extent degree eg e.g ie i.e etc e g i current existing recent new associated association
  associations related relate relates relation relationship link linked links there protect protects protecting provide provides
  enhance enhances enhancing support supports promote promotes change changes changing depend depends achieve achieves
  compare compares outperform outperforms generalise generalises generalize generalizes transfer transfers people research study studies
  shorten shortens shortened shortening lengthen lengthens prolong prolongs prolonged ease eases eased easing relieve relieves relieved
  relieving alleviate alleviates alleviated alleviating mitigate mitigates mitigated worsen worsens worsened worsening aggravate aggravates
  hinder hinders slow slows slowed slowing delay delays delayed accelerate accelerates accelerated trigger triggers triggered induce induces
  stop stops stopped avoid avoids avoided eliminate eliminates eliminated diminish diminishes restore restores restored heal heals healed
  strengthen strengthens weaken weakens boost boosts boosted maintain maintains maintained minimise minimises minimize minimizes maximise
  maximises maximize maximizes lose loses take takes taking get gets getting keep keeps need needs become becomes remain remains vary varies
  summarise summarises summarize summarizes solve solves explain explains understand understands matter matters allow allows enable enables
  contribute contributes favour favours favor favors hurt hurts save saves cope copes
  many often long short high highly low very kind kinds type types way ways`)

/** Words too general to name the subject of a question alone. */
export const generalWords = words(`
  unit units intensive medical remote large single acute chronic modern digital global local major ability access accuracy activity adherence adolescents adult adults age agent agents algorithm algorithms analysis application
  applications approach approaches area areas artificial assessment automated bacteria behavior behaviour benefit benefits blood body care
  case cases cell cells change child children class classification clinical cognitive common communities community complex component components compound
  compounds condition conditions control controls cost costs countries country daily data day days death deaths deep design detection development device devices diagnosis
  diagnostic dietary digital disease diseases disorder disorders dose doses drug drugs early elderly employees environment environmental environments error
  errors evaluation event events example examples exposure factor factors failure female fine free function general girls
  group groups growth harm harms health healthcare healthy home hospital hospitals human humans impairment implementation incidence infant infants
  infection infections information integration intake intelligence intervention interventions item items kids language languages learning length level
  levels life light loss machine male management market mass material materials measure measures medication medications medicine medicines men
  mental method methods model models mortality multi natural network networks number older online oral outcome outcomes output
  outcomes participants patient patients pattern patterns performance person persons physical platform platforms policies policy population populations
  practice practices prevalence prevention primary problem problems process processes processing product products program programme programmes programming programs
  prophylaxis public quality radical cure rate rates reasoning region regions rehabilitation resource resources response responses restriction result results risk risks
  robustness rural safety school schools score scores secondary sequential service services setting settings severe severity short sign site skills small
  social society software solution solutions source sources state status strategies strategy stress strength student students subject subjects
  supplement supplementation supplements support surface surfaces surgery survival symptom symptoms system systems task tasks teachers team teams teaching
  technique techniques technologies technology term test testing tests text therapies therapy time tool tools trade training transmission treatment treatments
  trial trials tuning urban usage user users value values water weight women work workers workplace world year years young youth`)

/** People and other words that make no facet when they stand alone. */
export const bareWords = words(`
  adult adults child children patient patients people participant participants person persons men women students subjects strategies strategy
  method methods approach approaches outcome outcomes question example examples area areas problem problems individuals humans users care`)

/** Names of single models and tools: papers on them alone are few, so such a name groups findings but does not screen. */
export const namedTools = words(`
  alexnet albert alphafold bard bart bert bloom chatgpt claude codebert codegemma codegen codegeex codellama codestral codet5 codex
  copilot dall-e deepseek electra falcon gemini gemma graphcodebert gpt incoder kimi linevul llama magicoder mistral mixtral opt palm phi polycoder qwen
  roberta santacoder starcoder starcoder2 t5 tabnine unixcoder vicuna whisper wizardcoder`)

/** Phrases that are one concept although each word is general. */
export const knownPhrases: readonly string[] = [
  'machine learning',
  'deep learning',
  'large language model',
  'language model',
  'artificial intelligence',
  'climate change',
  'social media',
  'mental health',
  'physical activity',
  'blood pressure',
  'radical cure',
  'weight loss',
  'quality of life',
  'neural network',
  'reinforcement learning',
  'remote work',
  'public health',
  'multi-task learning',
  'transfer learning',
  'federated learning',
  'fine-tuning',
  'low-resource',
  'programming language',
  'test-driven development',
]

/** Aspects that research questions ask for: the words that ask, the heading, and the words that answer. */
export const aspectRows: readonly { id: string; label: string; asks: RegExp; terms: readonly string[] }[] = [
  {
    id: 'effectiveness',
    label: 'Effectiveness',
    asks: /\beffective|\befficac|(?<!remote )\bwork(s|ed)?\b|\bbenefi|\bsuccess|\bbetter\b|\bhelp/,
    terms: [
      'effective*',
      'efficac*',
      'benefi*',
      'success*',
      'superior*',
      'inferior*',
      'non-inferior*',
      'improv*',
      'outcome*',
      'response rate',
      'failure*',
      'recurrence*',
      'relapse*',
    ],
  },
  {
    id: 'safety',
    label: 'Safety',
    asks: /\bsafe|\badverse|\bharm|\btoxic|\btolera|side.effect|\brisks?\b/,
    terms: [
      'safe*',
      'adverse',
      'tolerab*',
      'tolerat*',
      'side effect*',
      'toxic*',
      'harm*',
      'haemoly*',
      'hemoly*',
      'contraindicat*',
      'complication*',
      'discontinu*',
      'deficien*',
    ],
  },
  {
    id: 'prevention',
    label: 'Prevention',
    asks: /\bprevent|\bprophyla|\bprotect|\bvaccin/,
    terms: ['prevent*', 'prophyla*', 'chemoprophyla*', 'chemoprevent*', 'protect*'],
  },
  {
    id: 'treatment',
    label: 'Treatment and cure',
    asks: /\bcure|\btreat|\btherap/,
    terms: [
      'radical cure',
      'cure*',
      'curative',
      'treat*',
      'therap*',
      'relapse*',
      'recurrence*',
      'anti-relapse',
      'antirelapse',
    ],
  },
  {
    id: 'robustness',
    label: 'Robustness',
    asks: /\brobust|\badversarial|\bgenerali[sz]/,
    terms: [
      'robust*',
      'adversar*',
      'perturb*',
      'generali*',
      'unseen',
      'out-of-distribution',
      'distribution shift',
      'transfer*',
    ],
  },
  {
    id: 'detection',
    label: 'Detection',
    asks: /\bdetect|\bdiagnos|\bscreening\b|\bidentify/,
    terms: ['detect*', 'diagnos*', 'identif*', 'screening', 'sensitivity', 'specificity', 'recall', 'F1'],
  },
  {
    id: 'accuracy',
    label: 'Accuracy and performance',
    asks: /\baccura|\bperform|\bprecision|\boutperform|\bpredict/,
    terms: [
      'accura*',
      'perform*',
      'precision',
      'recall',
      'F1',
      'AUC',
      'error rate',
      'outperform*',
      'state-of-the-art',
      'predict*',
    ],
  },
  {
    id: 'cost',
    label: 'Cost and resources',
    asks: /\bcost|\bcheap|\bexpens|\bafford|\befficient|\befficiency/,
    terms: ['cost*', 'cheap*', 'expens*', 'economic*', 'QALY', 'afford*', 'budget*', 'efficien*'],
  },
  {
    id: 'mortality',
    label: 'Mortality',
    asks: /\bmortalit|\bdeath|\bsurviv|\bdie\b/,
    terms: ['mortalit*', 'death*', 'surviv*', 'died', 'fatal*'],
  },
  {
    id: 'quality-of-life',
    label: 'Quality of life',
    asks: /quality of life|\bwell-?being/,
    terms: ['quality of life', 'QoL', 'wellbeing', 'well-being'],
  },
  {
    id: 'adherence',
    label: 'Adherence and acceptance',
    asks: /\badheren|\bcomplian|\baccept|\bfeasib/,
    terms: ['adher*', 'complian*', 'accept*', 'feasib*', 'uptake'],
  },
  {
    id: 'mechanism',
    label: 'Mechanisms',
    asks: /\bmechanism|\bhow does\b|\bwhy\b|\bpathway/,
    terms: ['mechanism*', 'pathway*', 'mediat*', 'metabol*', 'bind*'],
  },
  {
    id: 'prevalence',
    label: 'Frequency',
    asks: /\bprevalen|\binciden|how common|how often|\bfrequen/,
    terms: ['prevalen*', 'inciden*', 'frequen*', 'common*', 'rate*'],
  },
  {
    id: 'risk',
    label: 'Risk and association',
    asks: /\brisk|\bassociat|\bcaus|\blink/,
    terms: ['risk*', 'associat*', 'odds', 'hazard*', 'caus*', 'correlat*'],
  },
  {
    id: 'reduction',
    label: 'Reduction',
    asks: /\breduc|\bdecreas|\blower/,
    terms: ['reduc*', 'decreas*', 'lower*', 'fewer', 'decline*', 'eliminat*', 'kill*'],
  },
  {
    id: 'learning',
    label: 'Learning outcomes',
    asks: /\blearning outcomes|\bachievement|\beducation/,
    terms: ['learning outcome*', 'achievement*', 'grade*', 'retention', 'test score*'],
  },
]
