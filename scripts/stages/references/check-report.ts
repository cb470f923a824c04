import PQueue from 'p-queue'
import { frameReader } from '../../../src/core/frames/reader.ts'
import type { CitedReport } from '../../../src/core/reports/citations/index.ts'
import { type CheckFinding, checkFindings, summaryOf } from '../../../src/core/reports/hold/findings.ts'
import type { SourceText } from '../../../src/core/reports/hold/index.ts'
import { type OtherPaper, othersOf } from '../../../src/core/reports/hold/others.ts'
import { type HeldSentence, holdReport, sourceText } from '../../../src/core/reports/hold/report.ts'
import type { Standing } from '../../../src/schemas/paper.ts'
import { openLanguage } from '../../io/frames.ts'
import type { Asking } from '../look-up.ts'
import { type LibraryWork, shelfOf, standingsOfLibrary, textsOfLibrary } from './library-texts.ts'
import { type LookedUp, lookUpReference } from './look-up-reference.ts'

/** Where the texts of sources come from: registries, a library, or both. */
export interface Checking {
  /** Null where nobody may be asked. */
  asking: Asking | null
  library: readonly LibraryWork[] | null
}

/** A report held against its sources. */
export interface CheckedReport {
  lookups: ReadonlyMap<number, LookedUp>
  /** What the library says of references, by number; empty without a library. */
  standings: ReadonlyMap<number, Standing>
  /** In the order of the citing sentences; empty where there was nothing to hold them against. */
  held: HeldSentence[]
  /** What papers of the library say that a sentence does not cite, in the same order; empty without a library. */
  others: OtherPaper[][]
  findings: CheckFinding[]
  summary: string
}

/** References asked about at once; the transport keeps each registry's own pace. */
const atOnce = 4

/** Looks references up, and holds each citing sentence against the texts that are at hand. */
export async function checkReport(cited: CitedReport, { asking, library }: Checking): Promise<CheckedReport> {
  const lookups = asking ? await lookUpAll(cited, asking) : new Map<number, LookedUp>()
  const standings = library ? standingsOfLibrary(cited, library) : new Map<number, Standing>()
  const texts = new Map<number, SourceText>(library ? textsOfLibrary(cited, library) : [])
  for (const [n, { record, outcome }] of lookups)
    if (record?.text && outcome !== 'other-work' && !texts.has(n))
      texts.set(n, sourceText(record.csl.title, record.text.sections))
  const reader = asking || library ? frameReader(openLanguage()) : null
  const held = reader ? holdReport(cited, texts, reader) : []
  const shelf = library ? shelfOf(cited, library) : []
  const others = reader && library ? cited.sentences.map((sentence) => othersOf(sentence, shelf, reader)) : []
  return {
    lookups,
    standings,
    held,
    others,
    findings: checkFindings(cited, held, lookups, standings),
    summary: summaryOf(cited, held, lookups),
  }
}

async function lookUpAll(cited: CitedReport, asking: Asking): Promise<Map<number, LookedUp>> {
  const queue = new PQueue({ concurrency: atOnce })
  const found = await Promise.all(
    cited.references.map(async (one) => [one.n, await queue.add(() => lookUpReference(one, asking))] as const),
  )
  return new Map(found)
}
