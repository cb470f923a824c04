import type { Command } from 'commander'
import { openProject } from '../io/project.ts'
import { buildSite } from '../site/audited.ts'
import { printFindings } from './print-findings.ts'

/** `npm run build` */
export function register(program: Command): void {
  program
    .command('build')
    .description('Audit the content, then build the site into dist/.')
    .option('--content <folder>', 'another content folder')
    .option('--force', 'build the whole site, although nothing or little changed since the last build')
    .action(async (options: { content?: string; force?: boolean }) => {
      const log = (line: string) => console.log(line)
      const built = await buildSite(openProject(options), { force: options.force, log, tell: printFindings })
      if (built === null) console.log('Nothing changed since the last build.')
      else if (built.incremental)
        console.log(`${built.rendered} files were made again; the site has ${built.pages} pages.`)
    })
}
