import type { ChangesFile } from '../../schemas/change.ts'
import type { ClaimsFile } from '../../schemas/claim.ts'
import type { Ledger } from '../../schemas/ledger.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Question } from '../../schemas/question.ts'
import type { Report } from '../../schemas/report.ts'
import type { Site } from '../../schemas/site.ts'

/** How grave a finding is: errors stop a build, warnings do so with `--strict`, notes only inform. */
export type Severity = 'error' | 'warning' | 'note'

/** One fault of content: the permanent id of the rule, where it is, and what to do about it. */
export interface Finding {
  rule: string
  severity: Severity
  /** Path inside the content folder, as in `claims/coffee-sleep.json`, or the name of a report file. */
  file: string
  /** Place in the file, as in `claims[3].confidence` or `line 12`. */
  field: string
  message: string
}

/** A content folder in memory. Keys are slugs, for papers their ids. */
export interface Content {
  questions: Map<string, Question>
  papers: Map<string, Paper>
  claims: Map<string, ClaimsFile>
  reports: Map<string, Report>
  ledgers: Map<string, Ledger>
  changes: Map<string, ChangesFile>
  site: Site
  /** What reading found: files that do not fit their schema. They are missing from the maps above. */
  problems?: Finding[]
  /** Files that were changed since the program wrote them: their seal does not hold. */
  edited?: readonly string[]
  /** Files in folders of generated content that are none of it. */
  strays?: readonly string[]
  /** Whether only part of the folder was read, so that what is absent proves nothing. */
  partial?: boolean
  /** Whether history is not part of it, as in a bundle. */
  withoutHistory?: boolean
}
