import { join } from 'node:path'
import { splitSentences } from '../../src/core/text/sentences.ts'
import { readContent } from '../../src/reader/content.ts'
import { writeAtomic } from '../io/files.ts'
import { openProject } from '../io/project.ts'
import type { BenchContext, Benchmark, BenchRow } from './benchmark.ts'
import { chooser } from './generated-words.ts'
import { measureChild } from './measure-child.ts'

/** Abstracts of a library, and seconds within which it is to be a report with its findings. */
const sizes = [
  { papers: 32, most: 5 },
  { papers: 500, most: 30 },
] as const
/** Sentences of an abstract. */
const length = 12
const slug = 'measured'
const day = ['--date', '2026-01-15']

/** From a library of abstracts, all of which answer the question, to claims that are compared with one another. */
export const findings: Benchmark = {
  name: 'findings',
  about: 'import of abstracts that answer one question, and the run to its findings',
  async run(context) {
    const { question, titles, sentences } = await readSample()
    const rows: BenchRow[] = []
    for (const { papers, most } of sizes) {
      context.log(`findings: ${papers} abstracts`)
      const items = abstractsOf(papers, titles, sentences)
      rows.push(await measure(items, question, most, context))
    }
    return rows
  },
}

/** The question of the project's own content with most claims, and the titles and sentences of the papers behind them. */
async function readSample() {
  const { content } = openProject()
  const { claims, papers, questions } = await readContent(content)
  const [name, file] = [...claims].sort(([, a], [, b]) => b.claims.length - a.claims.length)[0]!
  const own = new Set(file.claims.flatMap(({ sources }) => sources.map(({ paper }) => paper)))
  const read = [...papers.values()].filter(({ id }) => own.has(id))
  return {
    question: questions.get(name)!.question,
    titles: read.map(({ csl }) => csl.title),
    sentences: read.flatMap(({ text }) =>
      (text?.sections ?? []).flatMap((section) => splitSentences(section.text).map((sentence) => sentence.text)),
    ),
  }
}

/** Abstracts of sentences that are drawn anew, with other numbers in them. The same size gives the same abstracts. */
function abstractsOf(count: number, titles: readonly string[], sentences: readonly string[]) {
  const choose = chooser(count)
  const other = (text: string) => text.replace(/\d/g, (digit) => (digit === '0' ? digit : String(1 + choose.below(9))))
  return Array.from({ length: count }, (_, at) => ({
    id: `a${at}`,
    type: 'article-journal',
    title: `${choose.of(titles)}, part ${at + 1}`,
    author: [{ family: `Writer${at}`, given: 'A' }],
    issued: { 'date-parts': [[1990 + (at % 35)]] },
    abstract: Array.from({ length }, () => other(choose.of(sentences))).join(' '),
  }))
}

async function measure(items: readonly object[], question: string, most: number, context: BenchContext) {
  const home = join(context.folder, `findings-${items.length}`)
  const file = join(home, 'library.json')
  await writeAtomic(file, JSON.stringify(items))
  const env = { TOUCHSTONE_CONTENT: join(home, 'content'), TOUCHSTONE_CACHE: join(home, 'cache') }
  const create = ['--question', slug, '--create', question]
  const imported = await measureChild(context, ['scripts/cli.ts', 'import', file, ...create, ...day], env)
  const made = await measureChild(context, ['scripts/cli.ts', 'generate', slug, '--offline', ...day], env)
  const claims = (await readContent(env.TOUCHSTONE_CONTENT)).claims.get(slug)!
  const [seconds, peakMiB] = [imported.seconds + made.seconds, Math.max(imported.peakMiB, made.peakMiB)]
  return {
    name: `${items.length} abstracts`,
    figures: { seconds, 'cpu s': imported.cpu + made.cpu, 'peak MiB': peakMiB, claims: claims.claims.length },
    checks: [
      { what: 'cpu seconds from library to findings', value: imported.cpu + made.cpu, atMost: most },
      { what: 'peak MiB', value: peakMiB, atMost: 1024 },
    ],
  }
}
