import type { Command } from 'commander'
import { TouchstoneError } from '../../src/core/errors.ts'
import { buildSite } from '../io/astro.ts'
import { buildInput, isBuilt, noteBuilt } from '../io/built.ts'
import { openProject, type Project } from '../io/project.ts'
import { indexSite } from '../io/search-index.ts'
import { auditDir, printFindings } from './audit.ts'

/** `npm run build` */
export function register(program: Command): void {
  program
    .command('build')
    .description('Audit the content, then build the site into dist/.')
    .option('--content <folder>', 'another content folder')
    .option('--force', 'build although nothing changed since the last build')
    .action(async (options: { content?: string; force?: boolean }) => {
      if (!(await build(openProject(options), options.force))) console.log('Nothing changed since the last build.')
    })
}

/**
 * Audits content, builds the site and its search index. Where nothing that it reads has changed and the last site stands
 * untouched, there is nothing to do. Gives whether it built.
 * @throws TouchstoneError `audit-failed` where a rule is broken: nothing is built then
 */
export async function build(project: Project, force = false): Promise<boolean> {
  const input = await buildInput(project)
  if (!force && (await isBuilt(project, input))) return false
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
  await noteBuilt(project, input)
  return true
}
