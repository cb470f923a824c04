import { mkdir, readdir, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomic } from '../io/files.ts'
import type { BenchContext, Benchmark, BenchRow } from './benchmark.ts'
import { buildEleventy, eleventyMissing } from './eleventy.ts'
import { generateQuestion } from './generated-content.ts'
import { buildSite, writeQuestion } from './generated-site.ts'
import { measureChild, type Usage } from './measure-child.ts'

interface Built extends Usage {
  pages: number
  /** Bytes of all pages. */
  bytes: number
}

const sizes = [1000, 10_000]
/** Pages of a generated question: its papers, its claims and their permalinks, the report and its ledger, and a share of the lists. */
const pagesAQuestion = 144

/** The site in the sample's proportions beside as many bare Astro pages. */
export const site: Benchmark = {
  name: 'site',
  about:
    'the site over generated content with its PDFs, images, texts, feeds and search index, counted in HTML pages, beside as many bare Astro pages of the same size, and Eleventy over the Markdown of the same pages',
  async run(context) {
    const rows: BenchRow[] = []
    for (const size of sizes) rows.push(await measure(size, context))
    return rows
  },
}

async function measure(size: number, context: BenchContext): Promise<BenchRow> {
  const questions = Math.max(1, Math.round(size / pagesAQuestion))
  context.log(`site: ${questions} questions`)
  const ours = await buildOurs(questions, context)
  context.log(`site: ${ours.pages} bare pages`)
  const bare = await buildBare(ours.pages, Math.round(ours.bytes / ours.pages), context)
  const eleventy = await buildEleventy(ours.dist, context)
  if (!eleventy) context.log(eleventyMissing)
  const ratio = ours.cpu / ours.pages / (bare.cpu / bare.pages)
  return {
    name: `${ours.pages.toLocaleString('en')} pages`,
    figures: {
      'cpu s': ours.cpu,
      'bare cpu s': bare.cpu,
      seconds: ours.seconds,
      'cpu ms a page': (1000 * ours.cpu) / ours.pages,
      'kB a page': ours.bytes / ours.pages / 1000,
      'peak MiB': ours.peakMiB,
      'bare peak MiB': bare.peakMiB,
      ...(eleventy ? { 'Eleventy seconds': eleventy.seconds, 'Eleventy cpu s': eleventy.cpu } : {}),
    },
    checks: [
      { what: 'cpu a page against bare Astro', value: ratio, atMost: 2.5 },
      ...(eleventy ? [againstEleventy(ours, eleventy)] : []),
      { what: 'peak MiB', value: ours.peakMiB, atMost: 1024 },
    ],
  }
}

const againstEleventy = (ours: Built, eleventy: Usage & { pages: number }) => ({
  what: 'seconds a page against Eleventy',
  value: ours.seconds / ours.pages / (eleventy.seconds / eleventy.pages),
  atMost: 1,
})

async function buildOurs(questions: number, context: BenchContext): Promise<Built & { dist: string }> {
  const home = join(context.folder, `site-${questions}`)
  for (let number = 1; number <= questions; number++) await writeQuestion(home, generateQuestion(number))
  const { dist, ...usage } = await buildSite(context, home)
  return { ...usage, dist, ...(await pagesIn(dist)) }
}

/** A project that holds one route and the text of its pages, and nothing else. */
async function buildBare(pages: number, bytes: number, context: BenchContext): Promise<Built> {
  const home = join(context.folder, `bare-${pages}`)
  await mkdir(join(home, 'src', 'pages'), { recursive: true })
  await symlink(join(context.root, 'node_modules'), join(home, 'node_modules'))
  await writeAtomic(join(home, 'package.json'), '{"type":"module"}')
  await writeAtomic(join(home, 'astro.config.mjs'), 'export default { build: { format: "directory" } }')
  await writeAtomic(join(home, 'src', 'pages', '[id].astro'), barePage(pages, bytes))
  const astro = join(context.root, 'node_modules', 'astro', 'bin', 'astro.mjs')
  const usage = await measureChild({ ...context, root: home }, [astro, 'build', '--root', home, '--silent'])
  return { ...usage, ...(await pagesIn(join(home, 'dist'))) }
}

function barePage(pages: number, bytes: number): string {
  return `---
export function getStaticPaths() {
  const text = 'A sentence of a bare page that has nothing to compute. '.repeat(${Math.max(1, Math.round(bytes / 55))})
  return Array.from({ length: ${pages} }, (_, at) => ({ params: { id: 'p' + at }, props: { title: 'Page ' + at, text } }))
}
const { title, text } = Astro.props
---
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>{title}</title></head>
  <body><h1>{title}</h1><p>{text}</p></body>
</html>
`
}

async function pagesIn(dist: string): Promise<{ pages: number; bytes: number }> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
      .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  )
  return { pages: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}
