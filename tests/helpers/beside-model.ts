import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { auditDir } from '../../scripts/audit-content.ts'
import { generate } from '../../scripts/generate.ts'
import type { ClaimsFile } from '../../src/schemas/claim.ts'
import type { Report } from '../../src/schemas/report.ts'
import { snapshot } from './folders.ts'
import { type AskedModel, openModel, type Said } from './loopback-model.ts'

/** The day of every such run. */
export const day = '2026-03-01'
export const papers: readonly (readonly [title: string, abstract: string])[] = [
  [
    'Zinc in acute diarrhoea of children',
    'We randomised 120 children. Zinc reduced the duration of diarrhoea in children by 20 hours compared with placebo.',
  ],
  [
    'Zinc syrup for diarrhoea: a trial',
    'A trial in 200 children. Zinc reduced the duration of diarrhoea in children by 18 hours compared with placebo.',
  ],
  [
    'Zinc and vomiting',
    'Zinc increased vomiting in children with diarrhoea compared with placebo in this trial of 90 children.',
  ],
  ['Zinc for diarrhoea in Kenya', 'Zinc did not reduce the duration of diarrhoea in infants compared with placebo.'],
  [
    'Micronutrients for infants',
    'Several micronutrients were given to infants with loose stools. Weight was measured.',
  ],
  ['Galvanised roofs', 'Zinc coatings on roofs were weighed after ten years. Rain washed them off.'],
]
const question = `---
question: "Does zinc shorten diarrhoea in children?"
created: 2026-03-01
facets:
  - { id: zinc, label: Zinc, role: subject, terms: [zinc] }
  - { id: diarrhoea, label: Diarrhoea, role: subject, terms: [diarrhoea, diarrhea] }
  - { id: duration, label: Duration, terms: [duration, shorten*] }
exclude:
  - { id: roofs, reason: About buildings, terms: [roofing felt] }
threshold: THRESHOLD
---
`

/** What came of a question that a model was asked about. */
export interface Made {
  report: Report
  asked: AskedModel[]
  log: string[]
  states: Record<string, { state: string; rule: string }>
  errors: string[]
  claims: ClaimsFile
  content: string
  again: () => Promise<{ asked: number; same: boolean }>
}

/** Generates the question with a model that says what it is told to, within `timeout` seconds, and audits what came out. */
export async function made(
  folder: string,
  say: ((asked: AskedModel) => Said) | null,
  stages: string[],
  threshold = '0.5',
  { timeout = 30, ...options }: { engine?: string; timeout?: number } = {},
): Promise<Made> {
  const content = join(folder, 'content')
  const project = { root: process.cwd(), content, cache: join(folder, 'cache'), dist: join(folder, 'dist') }
  const library = papers.map(([title, abstract], at) => ({
    ...{ id: `p${at}`, type: 'article-journal', title, abstract },
    author: [{ family: `Author${'abcdef'[at]}`, given: 'A' }],
    issued: { 'date-parts': [[2010 + at]] },
  }))
  await mkdir(join(content, 'questions'), { recursive: true })
  await mkdir(join(content, 'library', 'zinc'), { recursive: true })
  await writeFile(join(content, 'library', 'zinc', 'papers.json'), JSON.stringify(library))
  await writeFile(join(content, 'questions', 'zinc.md'), question.replace('THRESHOLD', threshold))
  const { baseUrl, asked } = say ? await openModel(say) : { baseUrl: '', asked: [] }
  const llm = { provider: 'openai-compatible', model: 'small', baseUrl, timeout, stages, reviewers: ['skeptic'] }
  await writeFile(join(content, 'site.yaml'), JSON.stringify({ engine: 'lexical', ...(say ? { llm } : {}) }))
  const log: string[] = []
  const run = () => generate(project, ['zinc'], { offline: true, date: day, ...options }, (line) => log.push(line))
  const [outcome] = await run()
  const ledger = JSON.parse(await readFile(join(content, 'ledger', 'zinc.json'), 'utf8'))
  const errors = (await auditDir(content, [], day)).filter(({ severity }) => severity === 'error')
  return {
    report: outcome!.report,
    claims: JSON.parse(await readFile(join(content, 'claims', 'zinc.json'), 'utf8')) as ClaimsFile,
    ...{ asked, log, content },
    states: Object.fromEntries(
      ledger.records.map(({ title, state, rule }: Record<string, string>) => [title, { state, rule }]),
    ),
    errors: errors.map(({ rule, file, message }) => `${rule} ${file} ${message}`),
    again: async () => {
      const [before, count] = [await snapshot(content), asked.length]
      await rm(project.cache, { recursive: true })
      await run()
      return { asked: asked.length - count, same: JSON.stringify(await snapshot(content)) === JSON.stringify(before) }
    },
  }
}
