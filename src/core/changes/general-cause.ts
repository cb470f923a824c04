import type { Edition, Pair } from './edition.ts'
import { listed } from './naming.ts'

/**
 * Why a run came out otherwise than the last, as far as it holds for the whole report: the protocol, the library, the
 * engine, what the search found, notices. What is left when nothing of it differs is the program itself.
 */
export function generalCause({ before, after }: Pair): string {
  if (after.report.imported) return broughtCause(before, after)
  const reasons = [...inputs(before, after), ...engines(before, after), ...papers(before, after)]
  if (reasons.length > 0) return reasons.join('; ')
  return before.basis === null || after.basis === null
    ? 'the program or its input changed; the run before left no note of what it rested on'
    : 'the program was updated: question, library, papers and engine are the same'
}

/** Why an imported report came out otherwise: a newer file was brought, or its claims were held against a library. */
function broughtCause(before: Edition, after: Edition): string {
  if (before.report.imported?.source !== after.report.imported?.source)
    return `a newer version of ${after.report.imported?.file} was brought in`
  return ['its claims were compared with the papers of a library', ...engines(before, after)].join('; ')
}

/** The engines that changed, as in "lexical 1 → 2". */
export function engines(before: Edition, after: Edition): string[] {
  const old = new Map(before.report.engines.map(({ name, version }) => [name, version]))
  const now = new Map(after.report.engines.map(({ name, version }) => [name, version]))
  const moved = [...now].filter(([name, version]) => old.has(name) && old.get(name) !== version)
  const fresh = [...now.keys()].filter((name) => !old.has(name))
  const gone = [...old.keys()].filter((name) => !now.has(name))
  return [
    ...moved.map(([name, version]) => `engine ${name} ${old.get(name)} → ${version}`),
    ...(fresh.length > 0 ? [`engine ${fresh.join(', ')} came in${gone.length ? ` for ${gone.join(', ')}` : ''}`] : []),
    ...(fresh.length === 0 && gone.length > 0 ? [`engine ${gone.join(', ')} is no longer used`] : []),
  ]
}

function inputs({ basis: old }: Edition, { basis: now }: Edition): string[] {
  if (old === null || now === null) return []
  return [
    ...(old.question === now.question ? [] : ['the question file changed']),
    ...(old.decisions === now.decisions ? [] : ["a person's decisions on papers or verdicts changed"]),
    ...(old.settings === now.settings ? [] : ['the settings of the site changed']),
    ...libraries(old.library, now.library),
  ]
}

function libraries(old: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): string[] {
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort()
  const said = (what: string, chosen: string[]) =>
    chosen.length === 0 ? [] : [`the library file ${listed(chosen)} ${what}`]
  return [
    ...said(
      'was added',
      names.filter((name) => old[name] === undefined),
    ),
    ...said(
      'was removed',
      names.filter((name) => now[name] === undefined),
    ),
    ...said(
      'changed',
      names.filter((name) => old[name] !== undefined && now[name] !== undefined && old[name] !== now[name]),
    ),
  ]
}

function papers(before: Edition, after: Edition): string[] {
  const met = new Set(before.ledger?.records.map(({ paper }) => paper))
  const found = new Set(after.ledger?.records.map(({ paper }) => paper))
  const fresh = [...found].filter((id) => !met.has(id)).length
  const gone = [...met].filter((id) => !found.has(id)).length
  const texts = [...found].filter((id) => met.has(id) && textOf(before, id) !== textOf(after, id)).length
  const count = (n: number, words: string) => `${n} ${words}${n === 1 ? '' : 's'}`
  return [
    ...(fresh > 0 ? [`${count(fresh, 'new paper')} came in`] : []),
    ...(gone > 0
      ? [
          `${count(gone, 'paper')} that ${gone === 1 ? 'was' : 'were'} there before ${gone === 1 ? 'is' : 'are'} no longer found`,
        ]
      : []),
    ...(texts > 0 ? [`the stored text of ${count(texts, 'paper')} changed`] : []),
  ]
}

function textOf({ papers: all }: Edition, id: string): string {
  return JSON.stringify(all.get(id)?.text?.sections ?? null)
}
