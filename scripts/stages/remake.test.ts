import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealed } from '../../src/core/audit/seal.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { nightOffline, sampleProject } from '../../tests/helpers/project.ts'
import { auditDir } from '../audit-content.ts'

const day = '2026-11-24'
const paper = 'papers/doi_10.1086__670207.json'
const other = 'papers/doi_10.1016__j.ajic.2016.03.053.json'
const [claims, report, ledger, changes] = ['claims', 'reports', 'ledger', 'changes'].map(
  (kind) => `${kind}/copper.json`,
)

// biome-ignore lint/suspicious/noExplicitAny: errors are planted in the files as they lie on disk, whatever their form
type Json = any

let folder = ''
let clean = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planted-'))
  process.env.TOUCHSTONE_CACHE = join(folder, 'cache')
  const project = await sampleProject(folder, ['copper'])
  clean = project.content
  expect((await nightOffline(project, day)).errors).toEqual([])
}, 60_000)
afterAll(async () => {
  delete process.env.TOUCHSTONE_CACHE
  await rm(folder, { recursive: true, force: true })
})

/** The first claim with a figure, and a unit where one is asked for. */
const measured = (claims: Json[], unit = false): Json =>
  claims.find(({ quantities }) => quantities[0] && (!unit || quantities[0].unit !== undefined))!

/** What the audit says of the content after a change to one file; `again` seals the file as the program would. */
async function planted(file: string, change: (json: Json) => void, again = false): Promise<string[]> {
  const content = join(folder, 'planted')
  await rm(content, { recursive: true, force: true })
  await cp(clean, content, { recursive: true })
  const path = join(content, file)
  const json: Json = JSON.parse(await readFile(path, 'utf8'))
  change(json)
  await writeFile(path, stableJson(again ? sealed(json) : json))
  return told(content)
}

async function told(content: string): Promise<string[]> {
  // Whether the panel's gate is passed is no fault of a file.
  const findings = (await auditDir(content, [], day)).filter(({ rule }) => rule !== 'gate-not-passed')
  return findings.map((one) => `${one.severity} ${one.file} ${one.field} [${one.rule}]`)
}

describe('an error planted in generated content', () => {
  it.each<[string, string, RegExp, (json: Json) => void]>([
    [
      'the name of an author',
      paper,
      /csl\.author\[5\]\.family \[record-differs\]/,
      (p) => void (p.csl.author[5].family = 'Friedman'),
    ],
    ['an initial', paper, /csl\.author\[0\]\.given \[record-differs\]/, (p) => void (p.csl.author[0].given = 'X.')],
    ['the year', paper, /csl\.issued.* \[record-differs\]/, (p) => void (p.csl.issued['date-parts'][0][0] = 2014)],
    ['the pages', paper, /csl\.page \[record-differs\]/, (p) => void (p.csl.page = '480-487')],
    [
      'a letter of a text outside all quotes',
      paper,
      /text\.sections\[1\]\.text \[record-differs\]/,
      (p) => void (p.text.sections[1].text = p.text.sections[1].text.replace(/\w(?=\w{4})/, 'q')),
    ],
    [
      'the name of a section',
      paper,
      /text\.sections\[1\]\.name \[record-differs\]/,
      (p) => void (p.text.sections[1].name = 'Funding'),
    ],
    [
      'a version that is none',
      paper,
      /versions\[0\] \[record-differs\]/,
      (p) => void p.versions.push({ doi: '10.1/x', relation: 'article-of' }),
    ],
    [
      'the record it comes from',
      paper,
      /provenance\[0\] \[provenance-differs\]/,
      (p) => void (p.provenance[0].record = 'library:x#1'),
    ],
    [
      'a value',
      claims!,
      /claims\[\d+\]\.quantities\[0\]\.value \[quantity-mismatch\]/,
      ({ claims: all }) => void (measured(all).quantities[0].value *= 100),
    ],
    [
      'a unit',
      claims!,
      /claims\[\d+\]\.quantities\[0\]\.unit \[quantity-mismatch\]/,
      ({ claims: all }) => void (measured(all, true).quantities[0].unit = 'furlong'),
    ],
    [
      'a design',
      claims!,
      /claims\[0\]\.design \[claim-differs\]/,
      ({ claims: [c] }) => void (c.design = 'case report'),
    ],
    [
      'a word of a claim',
      claims!,
      /claims\[0\]\.text \[claim-differs\]/,
      ({ claims: [c] }) => void (c.text = c.text.replace(/ (\w+) /, ' strongly $1 ')),
    ],
    [
      'the relevance',
      claims!,
      /claims\[0\]\.relevance \[claim-differs\]/,
      ({ claims: [c] }) => void (c.relevance = 0.99),
    ],
    ['a claim left out', claims!, /claims \[claim-differs\]/, (file) => void file.claims.splice(5, 1)],
    [
      'the reason of a row',
      ledger!,
      /records\[0\]\.reason \[ledger-differs\]/,
      ({ records: [row] }) => void (row.reason = 'It was interesting.'),
    ],
    [
      'a row overruled by nobody',
      ledger!,
      /records\[0\]\.overruled \[ledger-differs\]/,
      ({ records: [row] }) => void (row.overruled = { by: 'A', day, reason: 'So', was: 'excluded' }),
    ],
    [
      'why a sentence was dropped',
      ledger!,
      /dropped\[0\]\.reason \[ledger-differs\]/,
      (file) => void (file.dropped[0].reason = 'It is long'),
    ],
    ['the query', ledger!, /queries\[0\]\.text \[ledger-differs\]/, (file) => void (file.queries[0].text = '"silver"')],
    [
      'an author of the report',
      report!,
      /authors\[0\] \[report-differs\]/,
      (file) => void file.authors.push('A. Nobody'),
    ],
    [
      'why it was approved',
      report!,
      /gate\.reasons \[gate-differs\]/,
      (file) => void (file.gate.reasons = ['Everybody likes it.']),
    ],
    ['the origin', report!, /origin \[origin-unfounded\]/, (file) => void (file.origin = 'imported')],
    [
      'a change of nothing',
      changes!,
      /changes\[0\]\.subject \[history-differs\]/,
      (file) => void file.changes.unshift({ ...file.changes[0], kind: 'claim-added', subject: 'c-0123456789abcdef' }),
    ],
    [
      'a verdict that never changed',
      changes!,
      /changes\[0\]\.after \[history-differs\]/,
      (file) => void file.changes.unshift({ ...file.changes[0], kind: 'score-changed', after: '9.5 of 10' }),
    ],
    [
      'the day of a change',
      changes!,
      /changes\[0\]\.day \[history-differs\]/,
      (file) => void (file.changes[0].day = '2026-11-01'),
    ],
    [
      'a state that a claim never had',
      changes!,
      /versions\.c-0123456789abcdef\[0\]\.hash \[history-differs\]/,
      (file) =>
        void (file.versions['c-0123456789abcdef'] = [
          {
            hash: '0123456789ab',
            from: day,
            until: day,
            claim: { text: 'So.', verdict: 'reported', confidence: null, sources: [], evidence: [] },
          },
        ]),
    ],
    [
      'a notice',
      changes!,
      /papers\/.* standing\.state \[standing-untold\]/,
      (file) => void (file.basis.standings['doi_10.1086__670207'] = 'retracted'),
    ],
  ])('%s', async (_, file, expected, change) => {
    // As if whoever did it knew of the seals: the other rules have to find it.
    expect((await planted(file, change, true)).join('\n')).toMatch(expected)
  })

  it.each<[string, string, (json: Json) => void]>([
    ['the cause of a change', changes!, (file) => void (file.changes[0].cause = 'no cause')],
    ['the address of a copy', paper, (file) => void (file.openCopy = 'https://example.org/x.pdf')],
    ['the hash of the input', report!, (file) => void (file.inputHash = 'b'.repeat(64))],
    ['a calibration', claims!, (file) => void (file.claims[0].calibration = 'other-1')],
    ['the seal', ledger!, (file) => void delete file.seal],
  ])('%s, by the seal alone', async (_, file, change) => {
    expect(await planted(file, change)).toEqual([`error ${file}  [edited-by-hand]`])
  })

  it('two DOIs that changed places', async () => {
    const [own, its] = await Promise.all(
      [paper, other].map(async (file) => JSON.parse(await readFile(join(clean, file), 'utf8')).ids.doi),
    )
    const swapped = await planted(
      paper,
      (p) => Object.assign(p, { ids: { doi: its }, csl: { ...p.csl, DOI: its } }),
      true,
    )
    expect(swapped).toEqual(
      expect.arrayContaining([`error ${paper} ids.doi [doi-differs]`, `error ${paper} csl.URL [doi-differs]`]),
    )
    expect(own).not.toBe(its)
  })

  it('files that are gone, and files that nothing names', async () => {
    for (const [gone, where] of [
      [report, changes],
      [changes, report],
      [report, claims],
    ]) {
      await planted(paper, () => {})
      await rm(join(folder, 'planted', gone!))
      expect(await told(join(folder, 'planted'))).toContain(`error ${where}  [file-missing]`)
    }
    await planted(paper, () => {})
    await cp(join(folder, 'planted', paper), join(folder, 'planted/papers/doi_10.1__x.json'))
    await writeFile(join(folder, 'planted/claims/notes.txt'), 'x')
    const findings = await told(join(folder, 'planted'))
    expect(findings).toContain('warning papers/doi_10.1__x.json  [paper-unused]')
    expect(findings).toContain('warning claims/notes.txt  [file-stray]')
  })
})

describe('what people may change', () => {
  it('is told as a reason to run again, and is no error', async () => {
    expect(await planted(paper, () => {})).toEqual([])
    const content = join(folder, 'planted')
    await appendFile(join(content, 'library/copper/reading-notes.json'), '\n')
    expect(await told(content)).toEqual(['warning library/copper/reading-notes.json  [input-changed]'])
    await writeFile(
      join(content, 'questions/copper.decisions.yaml'),
      'screening: []\nverdicts:\n  - {claim: c-0123456789abcdef, verdict: disputed, who: A. Reader, when: 2026-11-24, why: read the article}\n',
    )
    expect(await told(content)).toContain('warning questions/copper.decisions.yaml  [input-changed]')
    await writeFile(join(content, 'questions/copper.decisions.yaml'), 'verdicts: 3\n')
    expect(await told(content)).toEqual(['error questions/copper.decisions.yaml  [question-invalid]'])
  })
})
