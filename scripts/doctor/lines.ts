import type { Examined } from './examination.ts'

/** Whether every step that was asked came out as expected. */
export function isWell({ outcomes, key }: Examined): boolean {
  return key !== 'refused' && outcomes.every(({ state }) => state === 'well' || state === 'not asked')
}

/** What is known of a source, in one line: reachable, key, budget, and what was not as expected. */
export function sourceLine(examined: Examined): string {
  const { label, reachable, key, keyName, budget, outcomes } = examined
  const asked = outcomes.filter(({ state }) => state !== 'not asked')
  if (asked.length === 0) return `${label}: not asked; ${outcomes[0]?.fault ?? 'nothing to ask'}`
  const parts = [reachable ? 'reachable' : 'not reachable', ...keyWords(key, keyName), ...(budget ? [budget] : [])]
  const wrong = outcomes.filter(({ state }) => state === 'fault' || state === 'unreachable')
  const well = outcomes.filter(({ state }) => state === 'well').map(({ step }) => step)
  if (well.length > 0) parts.push(`${well.join(', ')} as expected`)
  if (asked.every(({ step }) => step !== 'page two') && well.includes('search') && asked.length > 0)
    parts.push('all on one page')
  parts.push(...wrong.map(({ step, fault }) => `${step}: ${fault?.split('\n')[0] ?? 'no answer'}`))
  return `${label}: ${parts.join('; ')}`
}

function keyWords(key: Examined['key'], name: string | null): string[] {
  if (name === null) return []
  if (key === 'none') return ['no key']
  return [key === 'unknown' ? 'key not tried' : `key ${key}${key === 'refused' ? ` (${name})` : ''}`]
}

/** Whether nobody could be reached at all: this machine has no network, or something stands in between. */
export function nobodyAnswered(all: readonly Examined[]): boolean {
  return all.length > 0 && all.every(({ reachable }) => !reachable)
}
