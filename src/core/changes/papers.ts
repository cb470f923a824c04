import type { Basis, Change, ChangeKind } from '../../schemas/change.ts'
import type { LedgerRecord } from '../../schemas/ledger.ts'
import type { Paper } from '../../schemas/paper.ts'
import type { Edition, Pair } from './edition.ts'
import { generalCause } from './general-cause.ts'
import { paperName, pastPaper } from './naming.ts'

type Draft = Omit<Change, 'day'>
type Noted = Basis['standings'][string]

const noticeKinds: Readonly<Record<Noted, ChangeKind>> = {
  retracted: 'paper-retracted',
  corrected: 'paper-corrected',
  concern: 'paper-concern',
  superseded: 'paper-superseded',
}

/** Papers that came, went, or got a notice. A paper counts as there once it passed the screening. */
export function paperChanges(pair: Pair): Draft[] {
  const { before, after } = pair
  const old = kept(before)
  const now = kept(after)
  return [
    ...[...now].filter(([id]) => !old.has(id)).flatMap(([id, row]) => added(id, row, pair)),
    ...[...old].filter(([id]) => !now.has(id)).flatMap(([id, row]) => removed(id, row, pair)),
    ...noticeChanges(pair),
  ]
}

/** The papers of an edition that passed the screening, with the row that says so; of an import, those that it lists. */
export function kept({ ledger, report }: Edition): Map<string, LedgerRecord | null> {
  if (ledger === null) return new Map(report.references.map(({ paper }) => [paper, null]))
  const rows = ledger.records.filter(({ state }) => state !== 'duplicate' && state !== 'excluded')
  return new Map(rows.map((row) => [row.paper, row]))
}

/** Papers of an edition that stand under a notice. */
export function standings(papers: Iterable<Paper>): Basis['standings'] {
  const rows = [...papers].flatMap(({ id, standing }): [string, Noted][] =>
    standing.state === 'current' || standing.state === 'unchecked' ? [] : [[id, standing.state]],
  )
  return Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What a notice says of a paper, as the end of a sentence. */
export function noticeWords(state: Noted, { standing }: Paper): string {
  const where = standing.notice ? ` ${standing.notice}` : ''
  const by = standing.source
    ? ` (according to ${standing.source === 'library' ? 'the library file' : standing.source})`
    : ''
  if (state === 'superseded') return `is a preprint whose article is here now${where && `:${where}`}`
  const said = {
    retracted: `was retracted${where && `, notice${where}`}`,
    corrected: `was corrected${where && `, notice${where}`}`,
    concern: `is under an expression of concern${where && `, notice${where}`}`,
  }
  return `${said[state]}${by}`
}

function added(id: string, row: LedgerRecord | null, pair: Pair): Draft[] {
  const paper = pair.after.papers.get(id)
  if (!paper) return []
  const earlier = pair.before.ledger?.records.find((one) => one.paper === id && one.state !== 'duplicate')
  const why = earlier
    ? `it had been set aside (${earlier.reason.replace(/\.$/, '')}); ${generalCause(pair)}`
    : row
      ? `${foundBy(row)}; ${outcomeWords[row.state]}`
      : 'the report lists it now'
  return [{ kind: 'paper-added', subject: id, cause: why, before: null, after: paper.csl.title }]
}

const outcomeWords: Readonly<Record<LedgerRecord['state'], string>> = {
  included: 'the report rests on it',
  'no-claim': 'it was read and nothing in the report rests on it',
  'no-text': 'no text of it was found, so it says nothing here',
  excluded: 'it was screened out',
  duplicate: 'it was there already',
}

function foundBy({ id, source }: LedgerRecord): string {
  return source === 'library'
    ? `it is in the library (${id.replace(/^library:/, '')})`
    : `a search of ${source} found it`
}

function removed(id: string, row: LedgerRecord | null, pair: Pair): Draft[] {
  const title = pair.before.papers.get(id)?.csl.title ?? row?.title ?? id
  return [{ kind: 'paper-removed', subject: id, cause: whyGone(id, pair), before: title, after: null }]
}

/** Why a paper no longer takes part. */
export function whyGone(id: string, pair: Pair): string {
  const { after } = pair
  const row = after.ledger?.records.find((one) => one.paper === id && one.state !== 'duplicate')
  if (row?.state === 'excluded') return `it is screened out now: ${row.reason.replace(/\.$/, '')}`
  const joined = [...after.papers.values()].find(({ aliases }) => aliases.includes(id))
  if (joined) return `it turned out to be the same work as ${paperName(pastPaper(joined))}`
  return `it is no longer among the records; ${generalCause(pair)}`
}

function noticeChanges({ before, after }: Pair): Draft[] {
  const told = before.basis?.standings ?? standings(before.papers.values())
  return [...kept(after).keys()].flatMap((id): Draft[] => {
    const paper = after.papers.get(id)
    const now = paper?.standing.state
    const was = told[id]
    if (!paper || now === was) return []
    if (now === 'current' || now === 'unchecked' || now === undefined)
      return was === undefined || now !== 'current'
        ? []
        : [
            {
              kind: 'paper-cleared',
              subject: id,
              cause: `${paper.standing.source ?? 'the registry'} no longer lists the notice`,
              before: was,
              after: 'current',
            },
          ]
    // A paper that comes in with its notice is told as added; the notice is told all the same.
    const cause = `${paperName(pastPaper(paper))} ${noticeWords(now, paper)}`
    return [{ kind: noticeKinds[now], subject: id, cause, before: was ?? 'no notice', after: now }]
  })
}
