import type { Claim } from '../../../schemas/claim.ts'
import type { Paper } from '../../../schemas/paper.ts'
import { type FrameComparison, isAgreement } from '../../compare/frames/comparison.ts'
import { compareWithSentence } from '../../compare/frames/sentences.ts'
import type { FrameReader } from '../../frames/reader.ts'
import { wholeText } from '../../papers/whole-text.ts'
import { type Refusal, refused } from '../request.ts'
import { comparedApart, type NamedThings, namedThings, otherThing } from './named-things.ts'
import type { GroupsAnswer } from './request.ts'
import { triedApart } from './tried-things.ts'

/** A link between statements of two papers. */
export interface Link {
  one: string
  other: string
  stance: 'supports' | 'refutes' | 'no-difference'
}

/** A statement under the id that the model knows. */
export interface Statement {
  id: string
  claim: Claim
  paper: Paper
  /** What it says was tried or compared, and with what, in words of its paper, where a reader named it. */
  subject?: string
  comparator?: string
}

export interface CheckedGroups {
  links: Link[]
  /** The findings as far as their ids are known. */
  groups: GroupsAnswer['findings']
  refused: Refusal[]
}

/** Shares of the words of both statements from which their comparison slot by slot is believed against a model. */
const nearlyWhole = { there: 0.75, back: 0.5 }
const nearEnough = { there: 0.6, back: 0.4 }

/**
 * Links between the statements of a model's findings that the exact rules allow: both must be known and of two papers; they
 * must not name other drugs, types or stages, nor each a drug that the other leaves out (of the links between two drugs of one class
 * that a labelled library showed, 2 of 15 were right); their estimates must not lie on contrary sides, nor one word turn the one into the contrary
 * of the other; and what agrees in every slot is no contradiction.
 */
export function checkGroups(
  { findings }: GroupsAnswer,
  statements: ReadonlyMap<string, Statement>,
  reader: FrameReader,
): CheckedGroups {
  const things = new Map<string, NamedThings>()
  const thingsOf = (key: string, text: () => string) => {
    const known = things.get(key) ?? namedThings(text())
    things.set(key, known)
    return known
  }
  const links = new Map<string, Link>()
  const no: Refusal[] = []
  const groups = findings.map((group) => {
    const keep = (ids: readonly string[]) =>
      [...new Set(ids)].filter((id) => {
        if (statements.has(id)) return true
        no.push(refused(id, 'unknown'))
        return false
      })
    return { ...group, says: keep(group.says), contrary: keep(group.contrary), noDifference: keep(group.noDifference) }
  })
  for (const group of groups) {
    for (const { one, other, stance, none } of pairsOf(group)) {
      const [a, b] = [statements.get(one)!, statements.get(other)!]
      if (a.paper.id === b.paper.id || links.has(`${one} ${other}`)) continue
      const named = [a, b].map(({ id, claim }) => thingsOf(id, () => claim.text)) as [NamedThings, NamedThings]
      const papers = [a, b].map(({ paper }) => thingsOf(`paper ${paper.id}`, () => wholeText(paper))) as [
        NamedThings,
        NamedThings,
      ]
      const apart = otherThing(named[0], named[1], { one: papers[0], other: papers[1] })
      const why =
        apart || comparedApart(named[0].agents, named[1].agents) || isOfAnother(a, b, none, named, reader)
          ? 'slots'
          : contradiction(stance, compareWithSentence(a.claim.text, b.claim.text, reader))
      if (why) no.push(refused(`${a.claim.text} / ${b.claim.text}`, why))
      else links.set(`${one} ${other}`, { one, other, stance })
    }
  }
  return { links: [...links.values()], groups, refused: no }
}

/**
 * Whether two statements are about other things than each other's: of what finds no difference or contradicts, what was tried must be
 * the same; and what a statement leaves out, "both were well tolerated", is what its paper tried.
 */
function isOfAnother(
  one: Statement,
  other: Statement,
  none: boolean,
  named: readonly NamedThings[],
  reader: FrameReader,
): boolean {
  if (none && triedApart(one.subject, other.subject, reader)) return true
  const silent = named.some(({ agents }) => agents.size === 0)
  return (none || silent) && comparedApart(agentsOf(one), agentsOf(other))
}

/** Drugs that a statement names, or that a reader named as what it tried or compared. */
const agentsOf = ({ claim, subject = '', comparator = '' }: Statement) =>
  namedThings([claim.text, subject, comparator].join('\n')).agents

/** Pairs of a finding; `none` where one of them finds no difference, or they contradict each other: that holds of the very thing tried. */
function* pairsOf({ says, contrary, noDifference }: GroupsAnswer['findings'][number]) {
  for (const side of [says, contrary, noDifference])
    for (const [at, one] of side.entries())
      for (const other of side.slice(at + 1))
        yield { one, other, stance: 'supports' as const, none: side === noDifference }
  for (const one of says) {
    for (const other of contrary) yield { one, other, stance: 'refutes' as const, none: true }
    for (const other of noDifference) yield { one, other, stance: 'no-difference' as const, none: true }
  }
}

/** What the comparison slot by slot has against a stance; null where nothing. */
function contradiction(stance: Link['stance'], compared: FrameComparison): 'direction' | 'numbers' | null {
  const { there, back, slots, apartFromSize } = compared
  if (stance !== 'supports')
    return isAgreement(apartFromSize) && there >= nearlyWhole.there && back >= nearlyWhole.back ? 'direction' : null
  const contrary = new Set(slots.filter((slot) => slot.relation === 'contrary' && slot.certain).map(({ slot }) => slot))
  if (contrary.has('figures')) return 'numbers'
  return contrary.has('direction') && there >= nearEnough.there && back >= nearEnough.back ? 'direction' : null
}
