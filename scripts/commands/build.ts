import type { Command } from 'commander'
import { TouchstoneError } from '../../src/core/errors.ts'
import { buildSite } from '../io/astro.ts'
import { openProject, type Project } from '../io/project.ts'
import { indexSite } from '../io/search-index.ts'
import { auditDir, printFindings } from './audit.ts'

/** `npm run build` */
export function register(program: Command): void {
  program
    .command('build')
    .description('Audit the content, then build the site into dist/.')
    .option('--content <folder>', 'another content folder')
    .action((options: { content?: string }) => build(openProject(options)))
}

/**
 * Audits content, builds the site and its search index.
 * @throws TouchstoneError `audit-failed` where a rule is broken: nothing is built then
 */
export async function build(project: Project): Promise<void> {
  const findings = await auditDir(project.content)
  const errors = findings.filter((finding) => finding.severity === 'error')
  if (errors.length > 0) {
    printFindings(errors)
    throw new TouchstoneError('audit-failed', `${errors.length} integrity rules are broken, so nothing was built`, {
      where: project.content,
      next: 'Run npm run generate; npm run audit -- --rules explains each rule.',
    })
  }
  await buildSite(project)
  await indexSite(project)
}
