import { type Verdict, verdicts } from '../../schemas/claim.ts'
import { databases } from '../../schemas/databases.ts'
import type { Site } from '../../schemas/site.ts'
import { shown } from '../content/shown.ts'
import { questionStateWords, sentence, verdictWords } from '../words.ts'
import { holdingWords } from './holding.ts'
import { type CalibrationView, calibrations, type MeasuredSets, measuredSets } from './measured.ts'
import { type ModelSection, modelSection, type ReportWithModel } from './model.ts'
import { type CatchRates, catchRates, type DamageTable, damageTables } from './panel-measured.ts'
import { type SampleVerdicts, sampleWords } from './sample-verdicts.ts'
import { ceilingRows, reviewerRows, type ScoreRow, scoreRows } from './score.ts'

/** A section of the methods page: its name in addresses, heading and first words (`rich.ts`). */
interface Section {
  id: string
  heading: string
  lead: string
}

/** The complete model of the methods page, in the order of its sections. */
export interface MethodsPage {
  title: string
  heading: string
  description: string
  steps: Section & { rows: string[] }
  verdicts: Section & {
    columns: readonly string[]
    rows: { verdict: Verdict; word: string; when: string; about: string; number: boolean }[]
  }
  states: Section & { rows: { word: string; when: string }[] }
  engines: Section & {
    rows: { name: string; words: string; calibration: CalibrationView | null; sets: MeasuredSets | null }[]
    /** How right the verdicts of the sample are; empty where it is not there. */
    sample: string
  }
  model: Section & ModelSection
  score: Section & {
    columns: readonly string[]
    rows: ScoreRow[]
    ceilings: { lead: string; columns: readonly string[]; rows: ScoreRow[] }
    reviewers: { lead: string; rows: { label: string; duty: string; steps: ScoreRow[] }[] }
    damage: { lead: string; tables: DamageTable[] }
  }
  canaries: Section & { columns: readonly string[]; rates: CatchRates | null; note: string }
  sources: Section & { library: string; databases: { label: string; href: string }[] }
  gate: Section
  limits: Section & { rows: string[] }
  licence: Section
}

const steps = [
  '**Search.** Databases or a library of records are searched with the question’s terms. Each query is kept as it was run.',
  '**Merge.** Records of the same work become one paper. Which record joined which, and by what, stands in the ledger.',
  '**Screen.** Every record is held against the question’s criteria. What is set aside keeps its reason.',
  '**Extract.** Sentences that state a result become claims. Each keeps its words, its paper and its place in the text.',
  '**Check against the source.** Digits, units, direction, negation and hedging of a claim are compared with the sentence it comes from. A claim that says something else is dropped, with the reason.',
  '**Check against others.** The other papers are searched for passages that speak to the claim, and on purpose for passages against it. Papers that share authors, a cohort or data count once. A claim’s own source never supports it.',
  '**Review.** Reviewers with different duties score the report by written rubrics and name the claims they speak of. The score is their median, under ceilings that are principles.',
  '**Compose.** The text is written from claims and counts. Nothing stands in it that none of them carries.',
]

const limits = [
  'It reads what was found. A paper that no search brought is not weighed.',
  'Most texts are abstracts or reading notes; what stands only in a full text is missing.',
  'Comparing by words misses what is said in other words, and sometimes takes one thing for another. That is why a contradiction by words alone is called a possible conflict.',
  'A reading note is in our own words. A verdict that rests on one is checked against the note, not the paper.',
  'It does not judge whether a study was done well beyond what its text says of its design and size.',
]

/** The model of the methods page. */
export function methodsPage(
  { engine, gate, licence }: Site,
  reports: readonly ReportWithModel[] = [],
  sample: SampleVerdicts | null = null,
): MethodsPage {
  const section = (id: string, heading: string, lead = ''): Section => ({ id, heading, lead })
  return {
    title: 'Methods',
    heading: 'How this is made, and what it cannot do',
    description: 'How reports are made here, what a verdict means, and what cannot be known this way.',
    steps: { ...section('steps', 'The steps'), rows: steps },
    verdicts: verdictSection(
      section(
        'verdicts',
        'What a verdict means',
        'No verdict says that a claim is true. It says what the papers read here say of it.',
      ),
    ),
    states: {
      ...section(
        'states',
        'When a question is settled, disputed or thin',
        'A finding is checked where an independent paper speaks to it. None of these words says that the answer is true.',
      ),
      rows: Object.values(questionStateWords),
    },
    engines: {
      ...section(
        'engines',
        'What compares claims with papers',
        `${engineWords(engine)} A percentage comes from its calibration: how often answers that looked like this one were right on labelled data.`,
      ),
      rows: calibrations().map(engineRow),
      sample: sampleWords(sample),
    },
    model: {
      ...section(
        'model',
        'What a language model may do',
        'Where a site has a language model, it proposes and the rules dispose: nothing that it says stands in a report unless the rules let it through. Each report says in its methods which model took part, how much of what it said did not count, and why.',
      ),
      ...modelSection(reports),
    },
    score: scoreSection(
      section(
        'score',
        'What a score means',
        'Reviewers with different duties each give 1 to 10 by a written rubric. The score is their median, and no more than the lowest ceiling that the report is under: tidy counts and exact quotes do not make up for what no second paper finds.',
      ),
    ),
    canaries: canarySection(
      section(
        'canaries',
        'Does the checking work?',
        'Errors of known kinds are planted into good reports and single claims, and it is counted how many of them the audit, the panel or the exact comparison names. What is put in comes from elsewhere: antonyms of WordNet, neighbours in the tree of medical subject headings, stems of drug names, shapes of results as papers print them.',
      ),
    ),
    sources: {
      ...section(
        'sources',
        'Where papers come from',
        'A question names its sources; each query stands in the ledger as it was run. What can be asked:',
      ),
      library: 'A library of records that somebody brings: RIS, BibTeX, CSL-JSON, PubMed, CSV.',
      databases: Object.values(databases).map(({ label, docs }) => ({ label, href: docs })),
    },
    gate: section(
      'gate',
      'When a report is approved',
      `From a panel score of ${gate.minScore} on, with at least ${gate.minSupported} findings that independent papers support. What falls short stays visible as not approved, with the reasons.`,
    ),
    limits: { ...section('limits', 'What this cannot do'), rows: [...limits, holdingWords()] },
    licence: section(
      'licence',
      'Licence',
      `Text and data of the reports are under ${shown(licence)}. Quotations and bibliographic facts belong to their sources; pages show short quotations, never whole abstracts of others.`,
    ),
  }
}

/** Which engine the settings name; the report of a question says which worked on it. */
function engineWords(engine: string): string {
  return engine === 'auto'
    ? 'Reports of this site are made with the engine **lexical**, and a local model beside it where one is installed; each report says which.'
    : `Reports of this site are made with the engine **${shown(engine)}**.`
}

function verdictSection(section: Section): MethodsPage['verdicts'] {
  const rows = verdicts.map((verdict) => {
    const { word, sentence: when, about } = verdictWords[verdict]
    return { verdict, word, when, about: about || 'No number is shown.', number: about !== '' }
  })
  return { ...section, columns: ['Verdict', 'When', 'Its percentage is the probability'], rows }
}

/** What an engine is; one that nobody measured is not drawn, and the command that measures it is named. */
function engineRow(calibration: CalibrationView): MethodsPage['engines']['rows'][number] {
  const { engine, version, method, source, measured } = calibration
  const command = `npm run evaluate -- verify FILE --engine ${engine === 'voting' ? 'lexical,nli' : engine}`
  return {
    name: engine,
    words: measured
      ? `${sentence(method)} ${sentence(source)} Version ${version}.`
      : `${sentence(method)} \`${command}\` measures it on labelled data.`,
    calibration: measured ? calibration : null,
    sets: measuredSets(engine),
  }
}

function scoreSection(section: Section): MethodsPage['score'] {
  return {
    ...section,
    columns: ['Score', 'What it says of a report'],
    rows: scoreRows,
    ceilings: {
      lead: 'Whatever the reviewers say, a report gets at most',
      columns: ['At most', 'Where'],
      rows: ceilingRows(),
    },
    reviewers: { lead: 'What each reviewer means by each score', rows: reviewerRows() },
    damage: {
      lead: 'Reports are damaged on purpose, more at each step. The score has to fall. Each figure is the mean over the libraries named.',
      tables: damageTables(),
    },
  }
}

function canarySection(section: Section): MethodsPage['canaries'] {
  const rates = catchRates()
  return {
    ...section,
    columns: ['Planted error', 'Planted', 'Caught', 'Rate'],
    rates,
    note: rates?.alarms ?? 'No measurement is kept here yet. `npm run evaluate -- panel` makes one.',
  }
}
