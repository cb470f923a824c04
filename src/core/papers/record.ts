import type { CslItem, Ids, PaperText, Standing } from '../../schemas/paper.ts'
import type { Notice } from './said-standing.ts'

/** What one source returned for one work, normalised and plain: no markup, no control characters, valid identifiers only. */
export interface SourceRecord {
  /** Place in the source, unique within a run: `library:sleep.ris#12`, `crossref:10.1000/x`. */
  id: string
  /** Name of the source: `library`, `openalex` … */
  source: string
  /** Bibliographic facts without an id. */
  csl: Omit<CslItem, 'id'>
  ids: Ids
  /** Abstract, full text or reading note; null where the source gave none. */
  text: PaperText | null
  /** Set where the source itself says so: a retraction flag, an article that supersedes this preprint. */
  standing?: Standing
  /** Set where the record is a notice of a retraction, correction or concern; it has no standing of its own then. */
  notice?: Notice
  /** DOI of the article of this preprint, or of the preprint of this article, where the source says so. */
  versions?: { doi: string; relation: 'preprint-of' | 'article-of' }[]
  /** Of a record made again from the ledger: how it was found to be of its work. */
  merged?: { rule: string; reason: string }
  openCopy?: string
  readAt?: string[]
}

/** An entry of a source that cannot be used, and why. `line` is its first line in the file, counted from 1. */
export interface Rejection {
  file: string
  line: number
  reason: string
}
