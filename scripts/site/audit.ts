import type { Finding } from '../../src/core/audit/index.ts'
import { type SiteState, siteState } from '../../src/page-data/content/site-index.ts'
import { auditDir } from '../audit-content.ts'
import type { Project } from '../io/project.ts'
import { settle } from './build.ts'
import type { BuildInput } from './built.ts'
import type { SiteRecord } from './record.ts'

/** Folders of content that the audit reads. */
const audited = /^(reports|claims|ledger|changes|questions|papers)\/(.+)$/

/**
 * What is wrong with content that changed since the last build, which was clean: the questions whose files or papers
 * changed are audited, and all others where an id is given twice or where something changed that belongs to no question.
 */
export async function auditChanges(project: Project, input: BuildInput, record: SiteRecord): Promise<Finding[]> {
  settle(project, input)
  const state = await siteState(input.content).catch(() => null)
  const slugs = state && changedQuestions(input.content, record.digests, state)
  if (slugs?.length === 0) return []
  return auditDir(project.content, slugs ?? [], undefined, [])
}

/** The questions to audit, or null where all are to be. */
function changedQuestions(
  now: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
  { index, doubled }: SiteState,
): string[] | null {
  const ids = [...index.papers.values()].flatMap(({ id, aliases }) => [id, ...aliases])
  if (doubled.length > 0 || new Set(ids).size < ids.length) return null
  const slugs = new Set<string>()
  for (const name of new Set([...now.keys(), ...before.keys()])) {
    const [, kind, id = ''] = audited.exec(name) ?? []
    if (kind === undefined || (now.get(name) ?? '') === (before.get(name) ?? '')) continue
    const found = kind === 'papers' ? questionsOf(id, index) : [id]
    if (found.length === 0 && now.has(name)) return null
    for (const slug of found) slugs.add(slug)
  }
  const kinds = ['reports', 'claims', 'ledger', 'questions']
  return [...slugs].filter((slug) => kinds.some((kind) => now.has(`${kind}/${slug}`))).sort()
}

/** The questions that met, cite or quote a paper. */
function questionsOf(paper: string, index: SiteState['index']): string[] {
  return [
    ...(index.questionsOfPaper.get(paper) ?? []).map(({ slug }) => slug),
    ...(index.reportsOfPaper.get(paper) ?? []),
    ...(index.claimsOfPaper.get(paper) ?? []).map((id) => index.claims.get(id)!.slug),
  ]
}
