import type { Claim } from '../../schemas/claim.ts'
import type { Ledger } from '../../schemas/ledger.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { UnverifiedClaim } from '../verify/unverified-claim.ts'
import type { Content, Finding } from './content.ts'
import { firstDifference } from './difference.ts'
import { brief, claimsFileOf, ledgerFile, paperFile } from './family.ts'
import { rules } from './rules.ts'

/** What reading the library of a question gives again: its papers, its claims before they are verified, its ledger. */
export interface Remade {
  papers: readonly Paper[]
  claims: readonly UnverifiedClaim[]
  ledger: Ledger
}

/** Fields of a claim that follow from texts and question, before anything is verified. */
const extracted = ['text', 'sources', 'facet', 'relevance', 'imported'] as const

/** Where content says something else than what its library gives again, with the first place that differs in each file or claim. */
export function compareRemade(content: Content, slug: string, remade: Remade): Finding[] {
  return [
    ...remade.papers.flatMap((due) => comparePaper(content, due)),
    ...compareLedger(content.ledgers.get(slug), slug, remade.ledger),
    ...compareClaims(content.claims.get(slug)?.claims ?? [], slug, remade.claims),
  ]
}

function comparePaper(content: Content, due: Paper): Finding[] {
  const there = content.papers.get(due.id)
  if (!there) return []
  const { seal: _, ...shown } = there
  return differences('record-differs', paperFile(due.id), shown, plain(due), '', 'the records of the library give')
}

function compareLedger(there: Ledger | undefined, slug: string, due: Ledger): Finding[] {
  if (!there) return []
  const { seal: _, ...shown } = there
  return differences('ledger-differs', ledgerFile(slug), shown, plain(due), '', 'running it again gives')
}

function compareClaims(there: readonly Claim[], slug: string, due: readonly UnverifiedClaim[]): Finding[] {
  const file = claimsFileOf(slug)
  const byId = new Map(due.map((claim) => [claim.id, claim]))
  const ids = new Set(there.map(({ id }) => id))
  const fault = (field: string, message: string) => finding('claim-differs', file, field, message)
  return [
    ...there.flatMap((claim, at): Finding[] => {
      const wanted = byId.get(claim.id)
      if (!wanted) return [fault(`claims[${at}]`, `no text gives ${brief(claim.text)}: run generate again`)]
      const of = (one: UnverifiedClaim) => plain(Object.fromEntries(extracted.map((name) => [name, one[name]])))
      return differences('claim-differs', file, of(claim), of(wanted), `claims[${at}]`, 'the stored texts give')
    }),
    ...due
      .filter(({ id }) => !ids.has(id))
      .map(({ id, text }) => fault('claims', `${id} is missing, ${brief(text)}: run generate again`)),
  ]
}

function differences(
  rule: 'record-differs' | 'ledger-differs' | 'claim-differs',
  file: string,
  shown: unknown,
  due: unknown,
  field: string,
  giver: string,
): Finding[] {
  const found = firstDifference(shown, due, field, giver)
  return found ? [finding(rule, file, found.field.replace(/^\./, ''), `${found.message}: run generate again`)] : []
}

function finding(rule: keyof typeof rules, file: string, field: string, message: string): Finding {
  return { rule, severity: rules[rule].severity, file, field, message }
}

/** The value as a file would hold it. */
function plain(value: object): unknown {
  return JSON.parse(JSON.stringify(value))
}
