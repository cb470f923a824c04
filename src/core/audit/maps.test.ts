import { describe, expect, it } from 'vitest'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import type { EvidenceMap } from '../../schemas/evidence-map.ts'
import { auditContent } from './index.ts'

/** Findings of the audit on the sample with a map of one row and one column that a change spoils. */
function audited(change: (map: EvidenceMap) => void = () => {}): string[] {
  const content = sampleContent()
  const file = content.claims.get('tea')!
  const members = new Set(file.findings.flatMap((finding) => finding.members.map(({ claim }) => claim)))
  const alone = file.claims.filter(({ id }) => !members.has(id))
  const verdicts = [...file.findings, ...alone].map(({ verdict }) => verdict)
  const of = (...wanted: string[]) => verdicts.filter((verdict) => wanted.includes(verdict)).length
  const line = (id: string) => ({ id, label: id, names: [], kind: 'named' as const })
  const map: EvidenceMap = {
    ...{ rows: [line('tea')], columns: [line('sleep')] },
    cells: [
      {
        ...{ row: 'tea', column: 'sleep', papers: 2 },
        ...{ findings: file.findings.map(({ id }) => id), claims: alone.map(({ id }) => id) },
        ...{ support: of('supported'), dispute: of('disputed', 'contradicted'), single: of('reported', 'unverified') },
      },
    ],
  }
  change(map)
  content.claims.set('tea', { ...file, map })
  return auditContent(content).flatMap(({ rule, message }) => (rule === 'map-differs' ? [message] : []))
}

describe('the rules of maps', () => {
  it('find nothing wrong with a map that holds what is there', () => {
    expect(audited()).toEqual([])
  })

  it.each([
    ['there is no cell', (map) => map.cells.pop()],
    ['one too many', (map) => map.cells.push(map.cells[0]!)],
    ['appears twice', (map) => map.rows.push(map.rows[0]!)],
    ['names what is not there', (map) => map.cells[0]!.claims.push('c-0000000000000000')],
    ['as support', (map) => (map.cells[0]!.support += 1)],
    ['counts 0 papers', (map) => (map.cells[0]!.papers = 0)],
    ['no cell holds', (map) => map.cells[0]!.findings.pop()],
  ] as [string, (map: EvidenceMap) => void][])('find that %s', (words, change) => {
    expect(audited(change).join('\n')).toContain(words)
  })
})
