import type { Finding } from '../../src/core/audit/index.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { sha256 } from '../../src/core/hash.ts'
import { auditDir } from '../audit-content.ts'
import { alone } from '../io/lock.ts'
import type { Project } from '../io/project.ts'
import { auditChanges } from './audit.ts'
import { type Built, type Checks, makeSite } from './build.ts'
import { buildInput, standing } from './built.ts'
import { readRecord } from './record.ts'

/** How a site is built, and who is told what. */
export interface BuildOptions {
  /** Build the whole site in any case. */
  force?: boolean
  /** May refuse what was built before it is published. */
  check?: Checks['built']
  /** Told once where another build of the same site is waited for. */
  log?: (line: string) => void
  /** Told the errors for which nothing is built. */
  tell: (errors: readonly Finding[]) => void
}

/**
 * Audits content, then builds the site and its search index: whole, or only what changed since the site that stands in the
 * dist folder. Where nothing that it reads has changed and that site is untouched, there is nothing to do and the result is
 * null. Of several builds of one site at once, each waits for the one before.
 * @throws TouchstoneError `audit-failed` where a rule is broken: nothing is built then
 */
export function buildSite(project: Project, options: BuildOptions): Promise<Built | null> {
  let waits = false
  const busy = () => {
    if (!waits) options.log?.('Another build of this site is at work; this one waits for it.')
    waits = true
  }
  return alone(project.cache, `site-${sha256(project.dist).slice(0, 16)}`, busy, () => build(project, options))
}

async function build(
  project: Project,
  { force = false, check = async () => {}, tell }: BuildOptions,
): Promise<Built | null> {
  const input = buildInput(project)
  const { what, files } = await standing(project, input)
  if (what === 'built' && !force) return null
  const record = what === 'older' && !force ? await readRecord(project, input.program) : null
  const audit = async () =>
    refuse(record ? await auditChanges(project, input, record) : await auditDir(project.content), project, tell)
  return makeSite(project, input, record && { record, files }, { audit, built: check }, force)
}

function refuse(findings: readonly Finding[], { content }: Project, tell: BuildOptions['tell']): void {
  const errors = findings.filter((finding) => finding.severity === 'error')
  if (errors.length === 0) return
  tell(errors)
  throw new TouchstoneError('audit-failed', `${errors.length} integrity rules are broken, so nothing was built`, {
    where: content,
    next: 'Run npm run generate; npm run audit -- --rules explains each rule.',
  })
}
