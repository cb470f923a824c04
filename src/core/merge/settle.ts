import type { Paper } from '../../schemas/paper.ts'
import { besides, withoutQuestion } from '../papers/question-text.ts'
import { gravest, settleStanding } from '../papers/standing-rank.ts'

/**
 * Brings a paper as a question's run found it together with the paper as it is stored.
 * Where other questions rest on the stored one, its facts and text stay as they are, so that no run moves the ground
 * under another question's quotes, and only facts that it lacks are added; where none does, the run's own finding stands. Aliases and standing are kept.
 * Where its library brought another text, that is kept beside the stored one and read for this question. `owners` says which work of this run has or goes by a name: no other one goes by it.
 */
export function settlePaper(
  found: Paper,
  stored: Paper | undefined,
  question: string,
  owners: ReadonlyMap<string, string> = new Map(),
): Paper {
  if (stored === undefined) return { ...found, provenance: ordered(found.provenance) }
  const others = stored.provenance.filter((entry) => entry.question !== question)
  const own = found.provenance.filter((entry) => entry.question === question)
  const provenance = ordered([...others, ...own])
  const aliases = [...new Set([...stored.aliases, ...found.aliases])]
    .filter((alias) => alias !== found.id && (owners.get(alias) ?? found.id) === found.id)
    .sort(compare)
  const registryAsked = [stored.standing, found.standing].some(({ checked }) => checked !== undefined)
  // What only another question's library says of a shared paper must not be undone by one that says nothing.
  const standing =
    others.length > 0 && !registryAsked
      ? gravest([stored.standing, found.standing])!
      : settleStanding(found.standing, stored.standing)
  const asked = {
    ...(stored.registry && !found.registry ? { registry: stored.registry } : {}),
    ...(stored.openCopy && !found.openCopy ? { openCopy: stored.openCopy } : {}),
  }
  if (others.length === 0) return { ...found, ...asked, aliases, standing, provenance }
  const notice = stored.notice ?? found.notice
  const text = stored.text && found.text ? besides(stored.text, found.text, question) : (stored.text ?? found.text)
  return {
    ...stored,
    csl: filledUp(stored.csl, found.csl),
    ...(notice ? { notice } : {}),
    aliases,
    standing,
    provenance,
    text,
  }
}

/** A paper of which this question's run no longer speaks: without its share, or null where nobody else rests on it. */
export function releasePaper(stored: Paper, question: string): Paper | null {
  const provenance = stored.provenance.filter((entry) => entry.question !== question)
  if (provenance.length === 0) return null
  return { ...stored, provenance, text: stored.text && withoutQuestion(stored.text, question) }
}

/** Facts of the stored item with those that only the found one has. */
function filledUp(stored: Paper['csl'], found: Paper['csl']): Paper['csl'] {
  const lacking = Object.entries(found).filter(
    ([field, value]) => !isFilled(stored[field as keyof Paper['csl']]) && isFilled(value),
  )
  const { dated, ...facts } = { ...stored, ...Object.fromEntries(lacking) }
  return dated === undefined || facts.issued ? facts : { ...facts, dated }
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
}

function ordered(provenance: Paper['provenance']): Paper['provenance'] {
  return [...provenance].sort((a, b) => compare(a.question, b.question) || compare(a.record, b.record))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
