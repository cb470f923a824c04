import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { topicSlug } from '../../src/page-data/links.ts'
import type { ChangesFile } from '../../src/schemas/change.ts'
import type { Claim, ClaimsFile } from '../../src/schemas/claim.ts'
import type { BuiltSite } from './built-sites.ts'

/** One address of every kind of page of a site: of findings and claims one of each verdict, of papers as many as `papers`. */
export async function pageKinds({ content, dist, base }: BuiltSite, papers = 2): Promise<string[]> {
  const slugs = await names(join(content, 'reports'))
  const claims = new Map<Claim['verdict'], string>()
  const findings = new Map<Claim['verdict'], string>()
  for (const slug of slugs) {
    const file = JSON.parse(await readFile(join(content, 'claims', `${slug}.json`), 'utf8')) as ClaimsFile
    for (const { id, verdict } of file.claims) if (!claims.has(verdict)) claims.set(verdict, id)
    for (const { id, verdict } of file.findings ?? []) if (!findings.has(verdict)) findings.set(verdict, id)
  }
  const ids = (await names(join(content, 'papers'))).slice(0, papers)
  const topics = (await readdir(join(dist, 'topics'), { withFileTypes: true })).filter((entry) => entry.isDirectory())
  const ledger = slugs.find((slug) => slug !== 'x' && !slug.includes('magnets'))
  return [
    '',
    ...slugs.map((slug) => `reports/${slug}/`),
    ...(ledger ? [`reports/${ledger}/ledger/`] : []),
    ...[...findings.values()].map((id) => `findings/${id}/`),
    ...[...claims.values()].map((id) => `claims/${id}/`),
    ...ids.map((id) => `papers/${encodeURIComponent(id)}/`),
    ...(await pastPages(content)),
    ...topics.slice(0, 1).map(({ name }) => `topics/${name}/`),
    ...[
      'questions/by/thin/',
      'references/title/',
      'topics/',
      'findings/',
      'claims/',
      'papers/',
      'references/',
      'changes/',
      'methods/',
      'search/',
      '404.html',
    ],
  ].map((path) => base + path)
}

/** Addresses of what is gone or was otherwise, where the content has a history of it. */
async function pastPages(content: string): Promise<string[]> {
  const pages: string[] = []
  for (const slug of await names(join(content, 'changes'))) {
    const file = JSON.parse(await readFile(join(content, 'changes', `${slug}.json`), 'utf8')) as ChangesFile
    const states = Object.entries(file.versions ?? {})
    if (states.length === 0) continue
    pages.push(`reports/${slug}/`, ...states.map(([id, [last]]) => `claims/${id}/${last!.hash}/`))
    pages.push(...states.map(([id]) => `claims/${id}/`))
    pages.push(...file.changes.flatMap(({ subject }) => (subject.startsWith('f-') ? [`findings/${subject}/`] : [])))
    pages.push(...(file.topics ?? []).map((topic) => `topics/${topicSlug(topic)}/`))
  }
  return [...new Set(pages)]
}

async function names(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch(() => [])
  return files
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5))
    .sort()
}
