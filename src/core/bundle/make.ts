import type { Bundle } from '../../schemas/bundle.ts'
import type { Content } from '../audit/content.ts'
import { sha256 } from '../hash.ts'
import { stableJson } from '../stable-json.ts'

/** What a bundle is made of, besides content. */
export type Answers = Bundle['parts']['answers']

/** Packs a report of content. The same content gives the same bundle. Null where there is no such report. */
export function makeBundle(content: Content, slug: string, answers: Answers): Bundle | null {
  const report = content.reports.get(slug)
  const claims = content.claims.get(slug)
  if (!report || !claims) return null
  const ledger = content.ledgers.get(slug) ?? null
  const parts = {
    question: content.questions.get(slug) ?? null,
    ...{ report, claims, ledger },
    papers: usedPapers(content, slug),
    answers: [...answers].sort((a, b) => (a.request < b.request ? -1 : 1)),
  }
  return { schema: 1, kind: 'touchstone-bundle', slug, parts, hashes: hashesOf(parts) }
}

/** Hashes of the parts of a bundle, of each stored text, of what each source gave, and of all of these. */
export function hashesOf(parts: Bundle['parts']): Bundle['hashes'] {
  const each = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, sha256(stableJson(part))]))
  const texts = Object.fromEntries(
    parts.papers.flatMap(({ id, text }) => (text ? [[id, sha256(stableJson(text))]] : [])),
  )
  const rows = Map.groupBy(parts.ledger?.records ?? [], ({ source }) => source)
  const sources = Object.fromEntries([...rows].map(([source, list]) => [source, sha256(stableJson(list))]))
  return { parts: each, texts, sources, whole: sha256(stableJson({ parts: each, texts, sources })) }
}

function usedPapers(content: Content, slug: string): Bundle['parts']['papers'] {
  const claims = content.claims.get(slug)?.claims ?? []
  const ids = [
    ...(content.ledgers.get(slug)?.records ?? []).map(({ paper }) => paper),
    ...claims.flatMap(({ sources, evidence, leaveOneOut }) =>
      [...sources, ...evidence, ...leaveOneOut].map(({ paper }) => paper),
    ),
    ...(content.reports.get(slug)?.references ?? []).map(({ paper }) => paper),
  ]
  return [...new Set(ids)].sort().flatMap((id) => content.papers.get(id) ?? [])
}
