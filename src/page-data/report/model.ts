import type { Finding } from '../../core/audit/content.ts'
import type { Completeness } from '../../core/screen/completeness.ts'
import type { Claim } from '../../schemas/claim.ts'
import type { Ledger } from '../../schemas/ledger.ts'
import type { Report } from '../../schemas/report.ts'
import type { Distribution } from '../claim/confidence.ts'
import type { ChangeRow } from '../lists/changes.ts'
import type { CalibrationView } from '../methods/measured.ts'
import type { VerdictBar } from '../verdict-bar.ts'
import type { ReportText } from './cited.ts'
import type { CitedTextView } from './cited-text.ts'
import type { PrismaFlow } from './flow.ts'
import type { ForestView } from './forest.ts'
import type { Arranged } from './groups.ts'
import type { HowToCite } from './how-to-cite.ts'
import type { MapView } from './map.ts'
import type { Matrix } from './matrix.ts'
import type { Notice } from './notices.ts'
import type { PanelView } from './panel.ts'
import type { ProtocolView } from './protocol.ts'
import type { ResultsView } from './results.ts'
import type { Timeline } from './timeline.ts'
import type { ReportSection } from './words.ts'

/** A sentence of the answer with its sureness and the ways to its findings. */
export interface AnswerView {
  text: string
  /** The part of the question that it answers; empty where it answers the whole. */
  part: string
  verdict: Claim['verdict'] | null
  word: string
  sure: string | null
  /** How certain in words, of a sentence that tells a finding. */
  certainty: string
  cite: string
  findings: { href: string; words: string }[]
}

/** The complete model of a report's page. */
export interface ReportPage extends ReportText {
  slug: string
  title: string
  question: string | null
  topic: { name: string; href: string }
  imported: boolean
  /** The text of a report that was brought in, each citing sentence with what its source says; null where none cites. */
  cited: CitedTextView | null
  date: string
  /** When, on what and how well reviewed (`rich.ts`). */
  facts: string[]
  notices: Notice[]
  answer: AnswerView[]
  bar: VerdictBar
  /** The evidence map, where the findings have one. */
  map: MapView | null
  /** The findings in reading order: those that papers contest, then all others by row of the map or part of the question. */
  arranged: Arranged
  /** Of what nobody contests: how much was compared at all, and what lies near by words alone. */
  agreement: string
  /** Who says what, of the findings that several papers share. */
  matrix: Matrix | null
  flow: PrismaFlow | null
  /** What each source gave, and what all of them missed. */
  yields: Completeness | null
  protocol: ProtocolView | null
  queries: Ledger['queries']
  /** Entries of library files that are no records. */
  rejected: number
  ledgerHref: string
  limitations: Report['limitations']
  panel: PanelView | null
  faults: Finding[]
  howToCite: HowToCite
  downloads: { href: string; words: string; what: string; schema: string | null }[]
  contents: { id: ReportSection; label: string }[]
  changes: { rows: ChangeRow[]; more: number; href: string }
  sure: { distribution: Distribution; calibration: CalibrationView | null } | null
  timeline: Timeline | null
  /** Effects drawn together, results of benchmarks, and every outcome in numbers. */
  numbers: ResultsView & { forests: ForestView[] }
}
