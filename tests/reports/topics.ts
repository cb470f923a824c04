/** A report before it is written down in some style. References count from 1. */
export interface Draft {
  title: string
  question: string
  authors: string[]
  /** `YYYY-MM-DD` */
  date: string
  databases: string[]
  /** What the abstract says of the findings. */
  findings: string
  introduction: string
  /** Paragraphs of the results. `{1}` stands for a citation of reference 1. */
  results: string[]
  limitations: string
  claims: { text: string; verified: boolean; confidence: number; refs: number[] }[]
  references: { authors: string; year: number; title: string; venue: string; doi: string }[]
  /** Papers, claims and verified claims as the abstract and the methods count them; the listed ones where absent. */
  counted?: { abstract?: Partial<Counted>; methods?: Partial<Counted> }
  reviewers: { name: string; score: number }[]
  /** The question as abstract and introduction show it, where that differs. */
  shown?: { abstract?: string; introduction?: string }
  /** A sentence behind the findings of the abstract. */
  closing?: string
}

/** Counts that a report gives of itself. */
export interface Counted {
  papers: number
  claims: number
  verified: number
  score: number
}

const copper: Draft = {
  title: 'Copper Surfaces and Hospital-Acquired Infection',
  question:
    'Do copper-coated surfaces (e.g., bed rails, door handles) reduce hospital-acquired infections compared with standard surfaces in acute care wards?',
  authors: ['Mara Lindqvist', 'T. Okafor'],
  date: '2026-03-14',
  databases: ['PubMed', 'Embase', 'CENTRAL'],
  findings:
    'Copper surfaces carried fewer bacteria in every study, whereas effects on infections ranged from a 58% reduction to no difference.',
  introduction:
    'Touch surfaces near the patient are a reservoir for bacteria. Copper kills bacteria on contact, but whether that lowers infection rates is debated.',
  results: [
    'Bacterial counts fell on copper in all studies that measured them {1}{2}. In the intensive care trial, infections fell from 8.1% to 3.4% {1}.',
    'Two later trials found no significant difference in infection rates {3}{5}; the evidence on infections is therefore mixed.',
  ],
  limitations:
    'Studies differed in which objects were coated, and denominators ranged from 431 patients to 36,668 patient days. Cleaning protocols were rarely reported.',
  claims: [
    {
      text: 'Copper surfaces in intensive care rooms reduced hospital-acquired infections by 58% in one randomised trial.',
      verified: true,
      confidence: 0.83,
      refs: [1],
    },
    {
      text: 'Bacterial burden on copper bed rails was 83% lower than on plastic bed rails.',
      verified: true,
      confidence: 0.91,
      refs: [2],
    },
    {
      text: 'Bacterial burden on copper door handles was 71% lower than on steel door handles.',
      verified: true,
      confidence: 0.88,
      refs: [2],
    },
    {
      text: 'Copper-coated surfaces made no significant difference to infection rates on a long-stay ward.',
      verified: true,
      confidence: 0.74,
      refs: [3],
    },
    {
      text: 'No serious adverse events were attributed to the coatings.',
      verified: true,
      confidence: 0.69,
      refs: [4],
    },
    {
      text: 'Staff could not be blinded, since copper is easily told from steel.',
      verified: false,
      confidence: 0.41,
      refs: [5],
    },
  ],
  references: [
    {
      authors: 'Salgado CD, Sepkowitz KA, John JF',
      year: 2013,
      title: 'Copper surfaces reduce the rate of healthcare-acquired infections in the intensive care unit',
      venue: 'Infect Control Hosp Epidemiol',
      doi: '10.1086/670207',
    },
    {
      authors: 'Schmidt MG, Attaway HH',
      year: 2012,
      title: 'Sustained reduction of microbial burden on common hospital surfaces through introduction of copper',
      venue: 'J Clin Microbiol',
      doi: '10.1128/JCM.01032-12',
    },
    {
      authors: 'Zerbib S, Vallet L, Muggeo A',
      year: 2020,
      title: 'Copper for the prevention of outbreaks of health care-associated infections in a long-term care facility',
      venue: 'J Am Med Dir Assoc',
      doi: '10.1016/j.jamda.2019.04.033',
    },
    {
      authors: 'Sifri CD, Burke GH, Enfield KB',
      year: 2016,
      title: 'Reduced health care-associated infections in an acute care community hospital using copper composites',
      venue: 'Am J Infect Control',
      doi: '10.1016/j.ajic.2016.06.007',
    },
    {
      authors: 'Rivero P, Brenner P, Nercelles P',
      year: 2014,
      title: 'Impact of copper in the reduction of hospital-acquired infections, mortality and antimicrobial costs',
      venue: 'Rev Chilena Infectol',
      doi: '10.4067/S0716-10182014000300003',
    },
  ],
  reviewers: [
    { name: 'Methods reviewer', score: 7 },
    { name: 'Statistics reviewer', score: 8 },
    { name: 'Clinical reviewer', score: 8 },
  ],
}

const code: Draft = {
  title: 'Fine-Tuning Small Code Models to Find Vulnerabilities in Rarely Used Programming Languages',
  question:
    'How does parameter-efficient fine-tuning (e.g., LoRA vs. adapters) change the accuracy of code language models in detecting vulnerabilities in low-resource programming languages?',
  authors: ['Evidence Desk'],
  date: '2026-05-31',
  databases: ['arXiv', 'DBLP', 'Semantic Scholar', 'OpenAlex'],
  findings:
    'LoRA matched full fine-tuning on C and fell behind it on Rust and Solidity, where training data were scarce.',
  introduction:
    'Most training data for vulnerability detection are in C and C++. Low-resource languages such as Rust, Kotlin and Solidity have few labelled functions.',
  results: [
    'On Devign, LoRA reached an F1 of 0.64 and full fine-tuning 0.65 {1}. On 1,204 Rust functions the gap widened to 7 points {2}.',
    'Adapters trained on C transferred poorly to Solidity {3}. Mixed-language training closed about half of the gap {4}.',
  ],
  limitations:
    'Benchmarks overlap with pre-training data, and no paper reports more than three seeds. Results for JavaScript: only one paper, so no conclusion is drawn.',
  claims: [
    {
      text: 'LoRA fine-tuning of a 7B code model reached an F1 of 0.64 on Devign, against 0.65 for full fine-tuning.',
      verified: true,
      confidence: 0.79,
      refs: [1],
    },
    {
      text: 'On Rust functions, LoRA fell 7 points of F1 behind full fine-tuning.',
      verified: true,
      confidence: 0.72,
      refs: [2],
    },
    {
      text: 'Adapters trained on C did not transfer to Solidity contracts.',
      verified: true,
      confidence: 0.66,
      refs: [3],
    },
    {
      text: 'Training on a mix of six languages raised recall for Kotlin from 0.41 to 0.53.',
      verified: true,
      confidence: 0.81,
      refs: [4],
    },
    {
      text: 'Training on a mix of six languages raised recall for Rust from 0.48 to 0.55.',
      verified: true,
      confidence: 0.8,
      refs: [4],
    },
    {
      text: 'Memory use during LoRA fine-tuning was 38 GB, i.e. less than half of that of full fine-tuning.',
      verified: false,
      confidence: 0.47,
      refs: [1, 5],
    },
    {
      text: 'Duplicate functions across splits inflated reported accuracy by up to 21 percentage points.',
      verified: true,
      confidence: 0.9,
      refs: [6],
    },
  ],
  references: [
    {
      authors: 'Weyssow M., Zhou X., Kim K., Lo D., Sahraoui H.',
      year: 2024,
      title: 'Parameter-efficient fine-tuning of code models on a budget',
      venue: 'ACM Trans. Softw. Eng. Methodol.',
      doi: '10.1145/3714461',
    },
    {
      authors: 'Ferreira L., Nakamura S.',
      year: 2025,
      title: 'RustVuln: detecting unsafe patterns with language models of code',
      venue: 'Proc. MSR',
      doi: '10.1109/MSR66628.2025.00031',
    },
    {
      authors: 'Bianchi R., Tran H.',
      year: 2024,
      title: 'Do adapters transfer across languages? Smart contracts as a test',
      venue: 'Empir. Softw. Eng.',
      doi: '10.1007/s10664-024-10511-2',
    },
    {
      authors: 'Kaur P., Oyelaran A.',
      year: 2025,
      title: 'Mixing languages helps low-resource vulnerability detection',
      venue: 'J. Syst. Softw.',
      doi: '10.1016/j.jss.2025.112301',
    },
    {
      authors: 'Holm E.',
      year: 2023,
      title: 'Memory footprints of low-rank adaptation',
      venue: 'arXiv',
      doi: '10.48550/arXiv.2309.01234',
    },
    {
      authors: 'Page M.J., McKenzie J.E., Bossuyt P.M.',
      year: 2021,
      title: 'The PRISMA 2020 statement: an updated guideline for reporting systematic reviews',
      venue: 'BMJ',
      doi: '10.1136/bmj.n71',
    },
  ],
  reviewers: [
    { name: 'Reviewer 1', score: 8 },
    { name: 'Reviewer 2', score: 7.5 },
  ],
}

const sleep: Draft = {
  title: 'Blue-light filters and sleep',
  question: 'Do blue-light filters on phones and laptops in the evening improve the sleep of adolescents?',
  authors: ['J. van der Berg', 'Ana Sousa', 'Priya Nair'],
  date: '2025-11-02',
  databases: ['PsycINFO', 'PubMed'],
  findings: 'Filters changed melatonin in the laboratory; at home, sleep onset and sleep time did not differ.',
  introduction:
    'Screens emit short-wave light, which suppresses melatonin. Filters are on by default on many phones, and parents ask whether they help.',
  results: [
    'In the laboratory, amber filters shortened melatonin suppression by 32 minutes {1}. At home no difference in sleep onset was found {2}{3}.',
    'One study of 214 pupils reported 12 minutes more sleep, but only where phones were also left outside the bedroom {4}.',
  ],
  limitations:
    'Sleep was measured by diary in two of four studies. Samples were small: 20, 45, 167 and 214 adolescents.',
  claims: [
    {
      text: 'Amber filters reduced melatonin suppression in adolescents by 32 minutes in the laboratory',
      verified: true,
      confidence: 0.77,
      refs: [1],
    },
    {
      text: 'Sleep onset at home was the same with Night Shift on, with Night Shift off, and without a phone',
      verified: true,
      confidence: 0.84,
      refs: [2],
    },
    {
      text: 'Filters did not change total sleep time in pupils aged 14 to 16',
      verified: true,
      confidence: 0.7,
      refs: [3],
    },
    {
      text: 'Leaving the phone outside the bedroom added 12 minutes of sleep per night',
      verified: true,
      confidence: 0.68,
      refs: [4],
    },
    {
      text: 'Adherence to the filter fell to 61% by week 4',
      verified: false,
      confidence: 0.38,
      refs: [3],
    },
  ],
  references: [
    {
      authors: 'van der Lely, S., Frey, S., & Garbazza, C.',
      year: 2015,
      title:
        'Blue blocker glasses as a countermeasure for alerting effects of evening light-emitting diode screen exposure in male teenagers',
      venue: 'Journal of Adolescent Health, 56(1), 113–119',
      doi: '10.1016/j.jadohealth.2014.08.002',
    },
    {
      authors: 'Duraccio, K. M., Zaugg, K. K., & Blackburn, R. C.',
      year: 2021,
      title:
        'Does iPhone night shift mitigate negative effects of smartphone use on sleep outcomes in emerging adults?',
      venue: 'Sleep Health, 7(4), 478–484',
      doi: '10.1016/j.sleh.2021.03.005',
    },
    {
      authors: 'Perrault, A. A., Bayer, L., & Peuvrier, M.',
      year: 2019,
      title:
        'Reducing the use of screen electronic devices in the evening is associated with improved sleep in adolescents',
      venue: 'Sleep, 42(9), zsz125',
      doi: '10.1093/sleep/zsz125',
    },
    {
      authors: 'He, J., Tu, Z., & Xiao, L.',
      year: 2020,
      title:
        'Effect of restricting bedtime mobile phone use on sleep, arousal, mood, and working memory: a randomized pilot trial',
      venue: 'PLoS ONE, 15(2), e0228756',
      doi: '10.1371/journal.pone.0228756',
    },
  ],
  reviewers: [
    { name: 'Dr Helena Brandt', score: 8 },
    { name: 'Dr Yusuf Demir', score: 7 },
  ],
}

const wetlands: Draft = {
  title: 'What constructed wetlands remove from dairy wastewater',
  question:
    'What share of nitrogen and phosphorus do constructed wetlands remove from dairy wastewater in cold climates?',
  authors: [],
  date: '2026-01-09',
  databases: ['Scopus', 'Web of Science', 'AGRIS'],
  findings:
    'Removal of total nitrogen was between 41 and 68%, that of phosphorus between 22 and 71%, and both were lower in winter.',
  introduction:
    'Dairy farms in cold regions store wastewater for months. Constructed wetlands are cheap, but plants are dormant in winter and microbial turnover slows down.',
  results: [
    'Total nitrogen removal was 68% in summer and 41% in winter {1}. Phosphorus removal fell from 71% in year 1 to 22% in year 6 as substrate became saturated {2}.',
    'Aeration raised winter ammonium removal to 88% {3}, while insulation with straw had no measurable effect {4}. pH was stable throughout.',
  ],
  limitations:
    'Three of the four sites are in Canada. Loads differed by a factor of ten, so percentages must not be compared directly.',
  claims: [
    {
      text: 'Total nitrogen removal was 68% in summer (May to October).',
      verified: true,
      confidence: 0.86,
      refs: [1],
    },
    {
      text: 'Total nitrogen removal was 41% in winter (November to April).',
      verified: true,
      confidence: 0.85,
      refs: [1],
    },
    {
      text: 'Phosphorus removal fell from 71% in the first year to 22% in the sixth year.',
      verified: true,
      confidence: 0.78,
      refs: [2],
    },
    {
      text: 'Aerated beds removed 88% of ammonium at water temperatures below 5 °C.',
      verified: true,
      confidence: 0.73,
      refs: [3],
    },
    {
      text: 'Straw cover did not raise removal rates in winter.',
      verified: true,
      confidence: 0.64,
      refs: [4],
    },
    {
      text: 'Effluent pH stayed between 6.8 and 7.4.',
      verified: true,
      confidence: 0.93,
      refs: [1, 3],
    },
  ],
  references: [
    {
      authors: 'Rozema ER, VanderZaag AC, Wood JD',
      year: 2016,
      title: 'Constructed wetlands for agricultural wastewater treatment in northeastern North America: a review',
      venue: 'Water',
      doi: '10.3390/w8050173',
    },
    {
      authors: 'Smith E, Gordon R, Madani A, Stratton G',
      year: 2006,
      title: 'Year-round treatment of dairy wastewater by constructed wetlands in Atlantic Canada',
      venue: 'Wetlands',
      doi: '10.1672/0277-5212(2006)26[349:YTODWB]2.0.CO;2',
    },
    {
      authors: 'Nivala J, Wallace S, Headley T',
      year: 2013,
      title: 'Oxygen transfer and consumption in subsurface flow treatment wetlands',
      venue: 'Ecol Eng',
      doi: '10.1016/j.ecoleng.2012.08.028',
    },
    {
      authors: 'Wallace S, Parkin G, Cross C',
      year: 2001,
      title: 'Cold climate wetlands: design and performance',
      venue: 'Water Sci Technol',
      doi: '10.2166/wst.2001.0838',
    },
  ],
  reviewers: [
    { name: 'Hydrology', score: 8 },
    { name: 'Agronomy', score: 9 },
    { name: 'Statistics', score: 7 },
  ],
}

const reading: Draft = {
  title:
    'A Synthesis of the Evidence on Whether Reading Aloud to Preschool Children in Two Languages Supports, Leaves Unchanged, or Hinders the Later Acquisition of Literacy in the Language of the School',
  question:
    'Does shared book reading in the home language help bilingual preschool children learn to read in the school language?',
  authors: ['Ingrid Moe & Daniel Castillo'],
  date: '2026-08-20',
  databases: ['ERIC', 'PsycINFO', 'Scopus', 'MLA', 'Web of Science'],
  findings:
    'Shared reading in the home language raised vocabulary in that language; gains in the school language were small or absent, and never negative.',
  introduction:
    'Teachers sometimes advise parents to read in the school language only. Theory suggests that skills such as narrative comprehension transfer between languages.',
  results: [
    'Children whose parents read in Spanish scored higher on Spanish vocabulary (d = 0.45) {1}. For English vocabulary the difference was small (d = 0.08) and not significant {1}{2}.',
    'Phonological awareness transferred from Turkish to German {3}. None of the studies found that home-language reading harmed school-language literacy {2}{4}.',
  ],
  limitations:
    'Parents chose how often they read, so families differ in more than reading. Only one study was randomised.',
  claims: [
    {
      text: 'Home-language book reading increased Spanish vocabulary by 0.45 standard deviations.',
      verified: true,
      confidence: 0.88,
      refs: [1],
    },
    {
      text: 'Home-language book reading had no significant effect on English vocabulary.',
      verified: true,
      confidence: 0.71,
      refs: [1, 2],
    },
    {
      text: 'Phonological awareness in Turkish predicted reading in German one year later.',
      verified: true,
      confidence: 0.75,
      refs: [3],
    },
    {
      text: 'Reading in the home language did not harm literacy in the school language.',
      verified: true,
      confidence: 0.82,
      refs: [4],
    },
    {
      text: 'Parents read 3.2 times per week on average before the programme and 4.9 times after it.',
      verified: false,
      confidence: 0.33,
      refs: [2],
    },
  ],
  references: [
    {
      authors: 'Farver, J. A. M., Lonigan, C. J. and Eppe, S.',
      year: 2009,
      title: 'Effective early literacy skill development for young Spanish-speaking English language learners',
      venue: 'Child Development 80, 703–719',
      doi: '10.1111/j.1467-8624.2009.01292.x',
    },
    {
      authors: 'Roberts, T. A.',
      year: 2008,
      title: 'Home storybook reading in primary or second language with preschool children',
      venue: 'Reading Research Quarterly 43, 103–130',
      doi: '10.1598/RRQ.43.2.1',
    },
    {
      authors: 'Verhoeven, L. and Aarts, R.',
      year: 1998,
      title: 'Attaining functional biliteracy in the Netherlands',
      venue: 'Literacy Development in a Multilingual Context',
      doi: '10.4324/9781410601667',
    },
    {
      authors: 'Duursma, E., Romero-Contreras, S. and Szuber, A.',
      year: 2007,
      title:
        'The role of home literacy and language environment on bilinguals’ English and Spanish vocabulary development',
      venue: 'Applied Psycholinguistics 28, 171–190',
      doi: '10.1017/S0142716406070093',
    },
  ],
  reviewers: [],
}

const hypertension: Draft = {
  title: 'Isometric handgrip training for high blood pressure',
  question: 'Does isometric handgrip training (IHT) lower resting blood pressure (BP) in adults with hypertension?',
  authors: ['Cardio Evidence Group'],
  date: '2026-10-05',
  databases: ['PubMed', 'SPORTDiscus', 'CENTRAL'],
  findings:
    'IHT lowered systolic BP by about 6 mmHg against control; effects on diastolic BP were inconsistent, and one trial saw no change.',
  introduction:
    'Handgrip exercise takes twelve minutes and no gym. Guidelines mention it with caution because trials are small.',
  results: [
    'Systolic BP fell by 5.4 to 7.2 mmHg in three trials {1}{2}{3}. Diastolic BP fell in two trials and was unchanged in one {3}.',
    'In a trial at home, adherence was 94% and neither systolic nor diastolic BP changed {4}. Heart rate did not change in any trial.',
  ],
  limitations:
    'Trials lasted 8 to 10 weeks. Medication was changed during follow-up in 11 of 58 participants in one trial and 4 of 49 in another.',
  claims: [
    {
      text: 'Handgrip training lowered systolic BP by 7.2 mmHg in medicated adults after 8 weeks.',
      verified: true,
      confidence: 0.81,
      refs: [1],
    },
    {
      text: 'Handgrip training lowered systolic BP by 5.4 mmHg in unmedicated adults after 10 weeks.',
      verified: true,
      confidence: 0.76,
      refs: [2],
    },
    {
      text: 'Diastolic BP was unchanged after 8 weeks of handgrip training.',
      verified: true,
      confidence: 0.59,
      refs: [3],
    },
    {
      text: 'Home-based IHT changed neither systolic nor diastolic BP.',
      verified: true,
      confidence: 0.67,
      refs: [4],
    },
    {
      text: 'Resting heart rate did not differ between groups at any visit.',
      verified: true,
      confidence: 0.9,
      refs: [1, 2, 3, 4],
    },
    {
      text: 'Two participants withdrew because of wrist pain.',
      verified: false,
      confidence: 0.44,
      refs: [4],
    },
  ],
  references: [
    {
      authors: 'Taylor AC, McCartney N, Kamath MV, Wiley RL',
      year: 2003,
      title: 'Isometric training lowers resting blood pressure and modulates autonomic control',
      venue: 'Med Sci Sports Exerc',
      doi: '10.1249/01.MSS.0000048725.15026.B5',
    },
    {
      authors: 'Badrov MB, Horton S, Millar PJ, McGowan CL',
      year: 2013,
      title:
        'Cardiovascular stress reactivity tasks successfully predict the hypotensive response of isometric handgrip training in hypertensives',
      venue: 'Psychophysiology',
      doi: '10.1111/psyp.12031',
    },
    {
      authors: 'Stiller-Moldovan C, Kenno K, McGowan CL',
      year: 2012,
      title:
        'Effects of isometric handgrip training on blood pressure (resting and 24 h ambulatory) and heart rate variability in medicated hypertensive patients',
      venue: 'Blood Press Monit',
      doi: '10.1097/MBP.0b013e32834f6f7e',
    },
    {
      authors: 'Goessler KF, Buys R, VanderTrappen D',
      year: 2018,
      title:
        'A randomized controlled trial comparing home-based isometric handgrip exercise versus endurance training for blood pressure management',
      venue: 'J Am Soc Hypertens',
      doi: '10.1016/j.jash.2018.01.006',
    },
  ],
  reviewers: [
    { name: 'Reviewer A', score: 8 },
    { name: 'Reviewer B', score: 9 },
    { name: 'Reviewer C', score: 6 },
  ],
}

/** Reports of differing subjects, none of which has a fault. */
export const drafts: readonly Draft[] = [copper, code, sleep, wetlands, reading, hypertension]
