import { join, relative, sep } from 'node:path'
import { standings } from '../../src/core/changes/index.ts'
import { sha256 } from '../../src/core/hash.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import type { Basis } from '../../src/schemas/change.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import { type Run, runSettings } from '../run.ts'
import type { Protocol } from './protocol.ts'

/** What a run rests on, apart from papers and engine, for the next run to compare. */
export function basisOf(protocol: Protocol, papers: readonly Paper[], run: Run): Basis {
  const { question, sources, decisions, site, library } = protocol
  const { engine: _, ...settings } = runSettings(run, site) as Record<string, unknown>
  const root = join(run.project.content, 'library')
  return {
    question: sha256(stableJson({ ...question, sources })),
    decisions: sha256(stableJson(decisions)),
    settings: sha256(stableJson(settings)),
    library: Object.fromEntries(library.map(({ path, hash }) => [relative(root, path).split(sep).join('/'), hash])),
    standings: standings(papers),
  }
}
