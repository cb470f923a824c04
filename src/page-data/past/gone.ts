import type { SiteIndex } from '../content/site-index.ts'
import { topicSlug } from '../links.ts'

/** What once had a page and is no longer in content: each keeps its address and says there what became of it. */
export interface Gone {
  /** The question of each claim. */
  claims: Map<string, string>
  /** The question of each finding. */
  findings: Map<string, string>
  /** Questions whose report was taken down. */
  reports: string[]
  /** Questions whose history names each paper. */
  papers: Map<string, string[]>
  /** Present id of each paper that was found to be the same work as another. */
  joined: Map<string, string>
  /** Topics that list no question now, by the name in their address. */
  topics: Map<string, { name: string; slugs: string[] }>
}

/** All that the histories name and the site no longer holds. A report without any history leaves nothing behind. */
export function goneOf({ reports, claims, findings, papers, joined, histories }: SiteIndex): Gone {
  const gone: Gone = {
    ...{ claims: new Map(), findings: new Map(), reports: [] },
    ...{ papers: new Map(), joined: new Map(), topics: new Map() },
  }
  const topics = new Set([...reports.values()].map(({ topic }) => topicSlug(topic)))
  for (const [slug, history] of histories) {
    if (!reports.has(slug)) gone.reports.push(slug)
    for (const [id] of history.claims) if (!claims.has(id) && !gone.claims.has(id)) gone.claims.set(id, slug)
    for (const id of history.findings) if (!findings.has(id) && !gone.findings.has(id)) gone.findings.set(id, slug)
    for (const id of history.papers) {
      const now = joined.get(id)
      if (papers.has(id)) continue
      if (now) gone.joined.set(id, now)
      else gone.papers.set(id, [...(gone.papers.get(id) ?? []), slug])
    }
    for (const name of history.topics) {
      const key = topicSlug(name)
      if (topics.has(key)) continue
      const row = gone.topics.get(key) ?? { name, slugs: [] }
      gone.topics.set(key, { name, slugs: [...row.slugs, slug] })
    }
  }
  return gone
}
