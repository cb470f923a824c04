import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readLibraryFile } from '../../scripts/formats/read.ts'
import { htmlMarkdown } from '../../scripts/io/report-html.ts'
import { adapters, parseBody } from '../../scripts/sources/index.ts'
import { findDois, normaliseDoi } from '../../src/core/papers/doi.ts'
import { reportFaults } from '../../src/core/reports/faults/index.ts'
import { importReport } from '../../src/core/reports/import-report.ts'
import { plainText } from '../../src/core/text/plain-text.ts'
import { locateQuote } from '../../src/core/text/quote-location.ts'
import { splitSentences } from '../../src/core/text/sentences.ts'
import { parseDecisions } from '../../src/reader/decisions-file.ts'
import { parseQuestion } from '../../src/reader/question-file.ts'
import { recordedBodies, refusedBodies, writtenBodies } from '../databases/bodies.ts'

/** Something that reads text from outside, and texts of its kind to be damaged. */
export interface Parser {
  name: string
  /** Where these are files, their names: an ending belongs to the text. */
  texts: readonly { name: string; text: string }[]
  /** Reads a damaged text; `folder` is its own, for readers that take a path. */
  read(text: string, name: string, folder: string): unknown
}

const root = join(import.meta.dirname, '../..')
const largest = 60_000

function filesIn(folder: string): { name: string; text: string }[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => ({ name, text: readFileSync(join(root, folder, name), 'utf8') }))
    .filter(({ text }) => text.length < largest)
}

const bodiesOf = (source: string) =>
  [...writtenBodies(source), ...refusedBodies(), ...recordedBodies()]
    .filter((one) => one.source === source && one.body.length < largest)
    .slice(0, 30)
    .map(({ name, body }) => ({ name, text: body }))

const libraries: Parser = {
  name: 'library files',
  texts: filesIn('tests/fixtures/library'),
  async read(text, name, folder) {
    const path = join(folder, name)
    await writeFile(path, text)
    return readLibraryFile(path, name)
  },
}

const reports = filesIn('tests/reports/clean').filter(({ name }) => name.endsWith('.md'))
const questions = filesIn('content/questions').filter(({ name }) => name.endsWith('.md'))

/** Every parser of what comes from outside. */
export const parsers: readonly Parser[] = [
  ...adapters.map(
    ({ id }): Parser => ({
      name: `bodies of ${id}`,
      texts: bodiesOf(id),
      read: (text, name) => parseBody(id, text, name),
    }),
  ),
  libraries,
  {
    name: 'finished reports',
    texts: reports,
    read(text, name) {
      const { report, claims } = importReport(text, name, '2026-01-01')
      return reportFaults(report, claims.claims, '2026-01-01')
    },
  },
  { name: 'reports in HTML', texts: reports.map(asHtml), read: (text) => htmlMarkdown(text) },
  { name: 'questions', texts: questions, read: (text, name) => parseQuestion(text, name) },
  {
    name: 'decisions',
    texts: [
      {
        name: 'sleep.decisions.yaml',
        text: 'screening:\n  - paper: 10.1000-abc\n    decision: include\n    by: Ann Lee\n    date: 2026-01-02\n    reason: It measures sleep.\n',
      },
    ],
    read: (text, name) => parseDecisions(text, name),
  },
  {
    name: 'DOIs',
    texts: [
      {
        name: 'text',
        text: 'See https://doi.org/10.1002/(SICI)1096-8644(199706)103:2<219::AID-AJPA8>3.0.CO;2-O and doi:10.1000/abc.',
      },
    ],
    read: (text) => [findDois(text), normaliseDoi(text)],
  },
  {
    name: 'texts and quotes',
    texts: reports,
    read: (text) => [plainText(text), splitSentences(text), locateQuote(text, text.slice(40, 160))],
  },
]

function asHtml({ name, text }: { name: string; text: string }) {
  const lines = text
    .split('\n')
    .map((line) => (line.startsWith('#') ? `<h2>${line}</h2>` : `<p>${line}<sup>1</sup></p>`))
  return { name, text: `<!doctype html><html><body><main>${lines.join('\n')}</main></body></html>` }
}
