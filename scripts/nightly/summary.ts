import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { escapeMarkdown } from '../../src/core/text/escape-markdown.ts'
import { readChanges, readClaims } from '../../src/reader/entries.ts'
import type { Change, ChangeKind } from '../../src/schemas/change.ts'
import { absent } from '../io/files.ts'

/** The entries of each question's history. */
export type Histories = ReadonlyMap<string, readonly Change[]>

/** All histories of content. */
export async function histories(content: string): Promise<Histories> {
  const names = (await readdir(join(content, 'changes')).catch(absent([])))
    .filter((name) => name.endsWith('.json'))
    .sort()
  const found = new Map<string, readonly Change[]>()
  for (const name of names) found.set(name.slice(0, -5), (await readChanges(content, name.slice(0, -5)))?.changes ?? [])
  return found
}

/** What a run added to each history, the questions without news left out. */
export function news(before: Histories, after: Histories): [slug: string, changes: readonly Change[]][] {
  return [...after]
    .map(([slug, changes]): [string, readonly Change[]] => [
      slug,
      changes.slice(0, changes.length - (before.get(slug)?.length ?? 0)),
    ])
    .filter(([, changes]) => changes.length > 0)
}

/** Texts of the claims that news speak of, by their ids; a claim that is gone is named by its change. */
export async function claimTexts(
  content: string,
  told: readonly (readonly [string, readonly Change[]])[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>()
  for (const [slug] of told)
    for (const { id, text } of (await readClaims(content, slug))?.claims ?? []) texts.set(id, text)
  return texts
}

const words: Readonly<Record<ChangeKind, [one: string, many: string]>> = {
  'report-added': ['new report', 'new reports'],
  'report-removed': ['report taken down', 'reports taken down'],
  'report-changed': ['report brought up to date', 'reports brought up to date'],
  'paper-retracted': ['paper retracted', 'papers retracted'],
  'paper-corrected': ['paper corrected', 'papers corrected'],
  'paper-concern': ['expression of concern', 'expressions of concern'],
  'paper-superseded': ['preprint superseded', 'preprints superseded'],
  'paper-cleared': ['notice withdrawn', 'notices withdrawn'],
  'paper-added': ['paper added', 'papers added'],
  'paper-removed': ['paper removed', 'papers removed'],
  'verdict-changed': ['verdict changed', 'verdicts changed'],
  'claim-recomputed': ['claim computed again', 'claims computed again'],
  'finding-changed': ['finding changed', 'findings changed'],
  'finding-added': ['finding added', 'findings added'],
  'finding-removed': ['finding taken apart', 'findings taken apart'],
  'claim-added': ['claim added', 'claims added'],
  'claim-removed': ['claim removed', 'claims removed'],
  'claim-reworded': ['claim reworded', 'claims reworded'],
  'confidence-moved': ['confidence moved', 'confidences moved'],
  'score-changed': ['score changed', 'scores changed'],
  'approval-changed': ['approval changed', 'approvals changed'],
}

/** The news of a question in one line: "coffee-sleep: 1 paper retracted, 3 verdicts changed". */
export function headline(slug: string, changes: readonly Change[]): string {
  const counts = (Object.keys(words) as ChangeKind[]).flatMap((kind) => {
    const n = changes.filter((change) => change.kind === kind).length
    return n === 0 ? [] : [`${n} ${words[kind][n === 1 ? 0 : 1]}`]
  })
  return `${slug}: ${counts.join(', ')}`
}

/** The message of the commit of a question: the headline and every entry with its cause. */
export function commitMessage(slug: string, changes: readonly Change[], texts: ReadonlyMap<string, string>): string {
  return `${headline(slug, changes)}\n\n${changes.map((change) => `- ${line(change, texts)}`).join('\n')}\n`
}

/** The summary of a night in Markdown; `sources` says a line of each source that was asked. */
export function summaryMarkdown(
  day: string,
  told: readonly (readonly [string, readonly Change[]])[],
  notes: readonly string[],
  texts: ReadonlyMap<string, string>,
  sources: readonly string[] = [],
): string {
  const parts = told.flatMap(([slug, changes]) => [
    `### ${escapeMarkdown(headline(slug, changes))}`,
    changes
      .slice(0, 40)
      .map((change) => `- ${escapeMarkdown(line(change, texts))}`)
      .join('\n'),
    ...(changes.length > 40 ? [`… and ${changes.length - 40} more, in content/changes/${slug}.json`] : []),
  ])
  const body = parts.length > 0 ? parts : ['Nothing changed.']
  const asked =
    sources.length > 0 ? ['### Sources', sources.map((source) => `- ${escapeMarkdown(source)}`).join('\n')] : []
  return `${[`## Night of ${day}`, ...notes.map((note) => `> ${escapeMarkdown(note)}`), ...body, ...asked].join('\n\n')}\n`
}

/** "verdict changed from supported to disputed: “It works.” (c-12). Why" */
function line({ kind, before, after, cause, subject }: Change, texts: ReadonlyMap<string, string>): string {
  const turn = before !== null && after !== null && kind !== 'claim-reworded' ? ` from ${before} to ${after}` : ''
  const said = texts.get(subject) ?? (/-(?:added|removed)$/.test(kind) ? (after ?? before) : null)
  return `${words[kind][0]}${turn}: ${said ? `“${said}” (${subject})` : subject}. ${cause}`
}
