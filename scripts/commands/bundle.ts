import { resolve } from 'node:path'
import type { Command } from 'commander'
import { makeBundle } from '../../src/core/bundle/make.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import type { Bundle } from '../../src/schemas/bundle.ts'
import { keptAnswers } from '../engines/llm/answers.ts'
import { readContent } from '../io/content.ts'
import { writeAtomic } from '../io/files.ts'
import { openProject, type Project } from '../io/project.ts'
import { depositArchive } from '../stages/deposit.ts'

interface Options {
  out?: string
  deposit?: boolean
  content?: string
}

/** `npm run bundle -- SLUG` */
export function register(program: Command): void {
  program
    .command('bundle')
    .description('Pack a report so that anyone can check it again offline.')
    .argument('<slug>', 'name of the question')
    .option('--out <file>', 'where to write it; SLUG.bundle.json or SLUG.deposit.zip here where absent')
    .option('--deposit', 'an archive for a repository such as Zenodo: the files, their description, checksums')
    .option('--content <folder>', 'another content folder')
    .action(async (slug: string, options: Options) => {
      const project = openProject(options)
      const packed = await packReport(project, slug)
      const text = stableJson(packed)
      const path = resolve(options.out ?? (options.deposit ? `${slug}.deposit.zip` : `${slug}.bundle.json`))
      await writeAtomic(path, options.deposit ? await depositArchive(project, packed, text) : text)
      const { claims, papers, ledger } = packed.parts
      console.log(
        `${path}: ${claims.claims.length} claims, ${papers.length} papers, ${ledger?.records.length ?? 0} records`,
      )
      console.log('Nothing was sent anywhere. Check it with: npm run verify-bundle -- FILE')
    })
}

/** A report of content as a bundle. @throws TouchstoneError `question-unknown` */
export async function packReport(project: Project, slug: string): Promise<Bundle> {
  const content = await readContent(project.content, [slug])
  const engines =
    content.reports
      .get(slug)
      ?.engines.map(({ name }) => name)
      .join() ?? ''
  const models = content.reports.get(slug)?.panel?.reviews.some(({ kind }) => kind === 'model')
  const answers = engines.includes('llm') || models ? await keptAnswers(project.content) : []
  const packed = makeBundle(content, slug, answers)
  if (packed) return packed
  throw new TouchstoneError('question-unknown', 'there is no report of this name', {
    where: slug,
    next: `Make it with: npm run generate -- ${slug}`,
  })
}
