import type { Command } from 'commander'
import type { Finding } from '../../src/core/audit/index.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { buildInput, standing } from '../io/built.ts'
import { openProject, type Project } from '../io/project.ts'
import { auditChanges } from '../site/audit.ts'
import { type Built, type Checks, makeSite } from '../site/build.ts'
import { readRecord } from '../site/record.ts'
import { auditDir, printFindings } from './audit.ts'

/** `npm run build` */
export function register(program: Command): void {
  program
    .command('build')
    .description('Audit the content, then build the site into dist/.')
    .option('--content <folder>', 'another content folder')
    .option('--force', 'build the whole site, although nothing or little changed since the last build')
    .action(async (options: { content?: string; force?: boolean }) => {
      const built = await build(openProject(options), options.force)
      if (built === null) console.log('Nothing changed since the last build.')
      else if (built.incremental)
        console.log(`${built.rendered} files were made again; the site has ${built.pages} pages.`)
    })
}

/**
 * Audits content, then builds the site and its search index: whole, or only what changed since the site that stands in the
 * dist folder. Where nothing that it reads has changed and that site is untouched, there is nothing to do and the result is
 * null. `force` builds the whole site in any case; `check` may refuse what was built before it is published.
 * @throws TouchstoneError `audit-failed` where a rule is broken: nothing is built then
 */
export async function build(
  project: Project,
  force = false,
  check: Checks['built'] = async () => {},
): Promise<Built | null> {
  const input = buildInput(project)
  const { what, files } = await standing(project, input)
  if (what === 'built' && !force) return null
  const record = what === 'older' && !force ? await readRecord(project, input.program) : null
  const audit = async () =>
    refuse(record ? await auditChanges(project, input, record) : await auditDir(project.content), project)
  return makeSite(project, input, record && { record, files }, { audit, built: check })
}

function refuse(findings: readonly Finding[], { content }: Project): void {
  const errors = findings.filter((finding) => finding.severity === 'error')
  if (errors.length === 0) return
  printFindings(errors)
  throw new TouchstoneError('audit-failed', `${errors.length} integrity rules are broken, so nothing was built`, {
    where: content,
    next: 'Run npm run generate; npm run audit -- --rules explains each rule.',
  })
}
