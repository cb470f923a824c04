import { join } from 'node:path'
import type { Document } from 'yaml'
import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import { TouchstoneError } from '../core/errors.ts'
import type { Decisions } from '../schemas/decisions.ts'
import { decisions } from '../schemas/decisions.ts'
import { textOf } from './text.ts'

/**
 * What people overruled for a question: `questions/<slug>.decisions.yaml` in the folder of content, empty where there is none.
 * @throws TouchstoneError `content-invalid` naming file, line, field and what was expected
 */
export async function readDecisions(content: string, slug: string): Promise<Decisions> {
  const path = join(content, 'questions', `${slug}.decisions.yaml`)
  const text = textOf(path)
  return text === null ? { screening: [], verdicts: [] } : parseDecisions(text, path)
}

/** Reads the text of a decisions file; `path` is for messages only. */
export function parseDecisions(text: string, path: string): Decisions {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'core' })
  const broken = document.errors[0]
  if (broken) throw invalid(`${path}:${lines.linePos(broken.pos[0]).line}`, broken.message.split('\n')[0]!)
  const parsed = decisions.safeParse(plainValue(document, path))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const offset = offsetOf(document, issue.path)
  const line = offset === null ? '' : `:${lines.linePos(offset).line}`
  throw invalid(`${path}${line}`, `${issue.path.join('.') || 'the file'}: ${issue.message}`)
}

function plainValue(document: Document, path: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 }) ?? {}
  } catch {
    throw invalid(path, 'too many aliases (*name), or one that leads nowhere')
  }
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number | null {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
    if ((isScalar(node) || isMap(node) || isSeq(node)) && node.range) return node.range[0]
  }
  return null
}

function invalid(where: string, what: string): TouchstoneError {
  return new TouchstoneError('content-invalid', what, {
    where,
    next: 'An entry of screening is {paper or doi, decision: include|exclude, who, when: YYYY-MM-DD, why}; of verdicts {claim, verdict, who, when, why}.',
  })
}
