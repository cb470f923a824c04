import { headingRole, type Role, type SentenceView, withoutHeading } from '../../src/core/papers/headings.ts'
import { splitSentences } from '../../src/core/text/sentences.ts'

/** An abstract whose sentences have the roles that are allowed for them; none where nothing is known. */
export interface Example {
  id: string
  sentences: SentenceView[]
  allowed: (readonly Role[])[]
  weight: number
}

const lines = (text: string) => text.split('\n').filter(Boolean)

/** Rows `{id, sentences, labels}` with roles as labels. Their "result" covers conclusions too. */
export function roleFile(text: string): Example[] {
  const allowed: Record<string, readonly Role[]> = {
    background: ['background'],
    objective: ['objective'],
    method: ['method'],
    result: ['result', 'conclusion'],
  }
  return lines(text).map((line) => {
    const row = JSON.parse(line) as { id: string; sentences: string[]; labels: string[] }
    return {
      id: row.id,
      weight: 0.6,
      sentences: row.sentences.map((sentence) => ({ text: withoutHeading(sentence).text, section: null })),
      allowed: row.labels.map((label) => allowed[label] ?? []),
    }
  })
}

/** Is this abstract kept out of the roles, so that the choice of claim sentences can learn from roles it has not seen? */
export const keptForClaims = (id: string) => Number(id) % 4 === 0

/** Rows `{doc_id|id, abstract}`: the headings of structured abstracts are the labels. Each is learned with its headings and without. */
export function labelledAbstracts(text: string, without: ReadonlySet<string>): Example[] {
  return lines(text).flatMap((line) => {
    const row = JSON.parse(line) as { id?: string; doc_id?: number; abstract: string | string[] | null }
    const id = String(row.doc_id ?? row.id)
    if (!row.abstract || without.has(id)) return []
    const sentences = Array.isArray(row.abstract)
      ? row.abstract
      : splitSentences(row.abstract).map((sentence) => sentence.text)
    return structured(id, sentences)
  })
}

function structured(id: string, sentences: readonly string[]): Example[] {
  let role: Role | null = null
  const found: { text: string; role: Role | null }[] = []
  for (const sentence of sentences) {
    const { text, label } = withoutHeading(sentence.trim())
    if (label) role = headingRole(label)
    if (/^(?:TRIAL REGISTRATION|REGISTRATION|FUNDING)/i.test(label ?? '')) role = null
    if (text.trim()) found.push({ text, role })
  }
  const known = new Set(found.map((each) => each.role))
  if (!known.has('conclusion') || !known.has('result') || found.length < 4) return []
  const allowed = found.map((each) => (each.role ? [each.role] : []))
  const bare = { id, weight: 1, allowed, sentences: found.map(({ text }) => ({ text, section: null })) }
  return [bare, { id, weight: 0.3, allowed, sentences: found.map(({ text, role: section }) => ({ text, section })) }]
}

/** Rows `{id, evidence, evidence_sections, conclusion}`: paragraphs of structured abstracts under their headings, with the conclusion apart. */
export function paragraphs(text: string): Example[] {
  return lines(text).flatMap((line) => {
    const row = JSON.parse(line) as {
      id: string
      evidence: string[]
      evidence_sections?: string[]
      conclusion?: string
    }
    const parts = row.evidence.map((part, at) => `${(row.evidence_sections?.[at] ?? '').toUpperCase()}: ${part}`)
    if (!row.evidence_sections || !row.conclusion) return []
    const all = [...parts, `CONCLUSIONS: ${row.conclusion}`]
    return structured(
      row.id,
      all.flatMap((part) => splitSentences(part).map((sentence) => sentence.text)),
    )
  })
}
