import { resolve } from 'node:path'
import type { Command } from 'commander'
import { stableJson } from '../../src/core/stable-json.ts'
import { depositArchive } from '../bundle/deposit.ts'
import { packReport } from '../bundle/pack.ts'
import { writeAtomic } from '../io/files.ts'
import { openProject } from '../io/project.ts'

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
