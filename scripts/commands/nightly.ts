import { appendFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { openProject } from '../io/project.ts'
import { type NightOptions, nightly } from '../nightly/night.ts'
import { printFindings } from './print-findings.ts'

/** `npm run nightly` */
export function register(program: Command): void {
  program
    .command('nightly')
    .description(
      'Generate online, audit, build, and say what changed. A night that fails leaves content and site as they were.',
    )
    .argument('[slug...]', 'questions; all where absent')
    .option('--offline', 'send no request')
    .option('--commit', 'commit what changed in content, one commit a question')
    .option('--allow-shrink', 'publish a site that is much smaller than the last')
    .option('--scheduled', 'ask nobody on nights that nightly.schedule of content/site.yaml leaves out')
    .option('--parts <folder>', 'take what other machines left in the folders below (generate --shard i/n --keep)')
    .option('--wait', 'wait for another run to end')
    .option('--date <day>', 'take this day, YYYY-MM-DD, for today')
    .option('--content <folder>', 'another content folder')
    .action((slugs: string[], options: NightOptions & { content?: string }) => {
      const log = (line: string) => console.log(line)
      return nightly(openProject(options), slugs, options, { log, sum: printSummary, tell: printFindings })
    })
}

async function printSummary(markdown: string): Promise<void> {
  console.log(markdown)
  const file = process.env.GITHUB_STEP_SUMMARY
  if (file) await appendFile(file, markdown)
}
