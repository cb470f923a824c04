import type { Standing } from '../../../schemas/paper.ts'
import type { Report } from '../../../schemas/report.ts'
import { readCitations } from '../citations/index.ts'
import type { KeyTable } from '../citations/resolve.ts'
import { normaliseLines } from '../read/parse.ts'
import { type CheckFinding, checkFindings, type LookupResult } from './findings.ts'
import type { HeldSentence } from './report.ts'

type Imported = NonNullable<Report['imported']>

/** What the registries and the sources showed of a report that was brought in, from what is kept of them. */
export function storedFindings(imported: Imported): CheckFinding[] {
  const cited = readCitations(normaliseLines(imported.source), new Map(Object.entries(imported.keys ?? {})) as KeyTable)
  return checkFindings(cited, heldOf(imported), lookupsOf(imported), standingsOf(imported))
}

function heldOf({ sentences = [] }: Imported): HeldSentence[] {
  return sentences.map(({ outcome = 'cannot-be-read', source }) => ({
    ...{ outcome, n: source?.n ?? null, quote: source?.quote ?? null, why: source?.why ?? '' },
    confidence: source?.confidence ?? null,
  }))
}

function lookupsOf({ references }: Imported): Map<number, LookupResult> {
  return new Map(
    references.flatMap(({ n, lookup }): [number, LookupResult][] => {
      if (n === undefined || !lookup) return []
      const { outcome, fields, standing } = lookup
      const state = standing as Standing['state'] | undefined
      return [[n, { outcome, fields, asked: ['the registries asked'], ...(state ? { standing: { state } } : {}) }]]
    }),
  )
}

function standingsOf({ references }: Imported): Map<number, Standing> {
  return new Map(
    references.flatMap(({ n, standing: state }): [number, Standing][] =>
      n === undefined || state === undefined ? [] : [[n, { state }]],
    ),
  )
}
