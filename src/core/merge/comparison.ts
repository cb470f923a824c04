import { sharedText } from './abstract.ts'
import type { Fingerprint } from './keys.ts'
import { sameFamily } from './people.ts'
import { sameJournal, samePages } from './place.ts'
import { likenessInPrint } from './title-likeness.ts'

/** One thing that was compared: whether it agrees, and both values where it does not. */
interface Compared {
  name: string
  agrees: boolean
  values?: readonly [string, string]
}

/** From this likeness on two titles differ in spelling or in a subtitle only. */
const nearly = 0.9
const copied = 0.6

/** What agrees between two records and what does not, in words, from the comparison itself. What one of them lacks was not compared. */
export function describeAgreement(a: Fingerprint, b: Fingerprint): string {
  const all = compared(a, b)
  const agreeing = all.filter(({ agrees }) => agrees).map(({ name }) => name)
  const apart = all.filter(({ agrees }) => !agrees)
  const differing = apart.map(({ name, values }) => (values ? `${name} (${values[0]}, here ${values[1]})` : name))
  return [
    agreeing.length > 0 ? `${listed(agreeing)} agree${ending(agreeing)}` : 'nothing printed agrees',
    ...(apart.length > 0 ? [`${listed(differing)} differ${ending(apart.map(({ name }) => name))}`] : []),
  ].join('; ')
}

/** Of the verb behind these names: one thing "agrees", several and "authors" agree. */
function ending(names: readonly string[]): string {
  return names.length > 1 || /(?:authors|pages)$/.test(names[0]!) ? '' : 's'
}

function compared(a: Fingerprint, b: Fingerprint): Compared[] {
  return [title, authors, year, journal, volume, issue, pages, abstract].flatMap((one) => one(a, b) ?? [])
}

function title(a: Fingerprint, b: Fingerprint): Compared | null {
  if (a.tight === '' || b.tight === '') return null
  const likeness = likenessInPrint(a, b)
  if (likeness === 1) return { name: 'title', agrees: true }
  if (likeness < nearly) return { name: 'title', agrees: false }
  const part = a.tight.includes(b.tight) || b.tight.includes(a.tight)
  return { name: part ? 'title but for a part of it' : 'title but for its spelling', agrees: true }
}

function authors(a: Fingerprint, b: Fingerprint): Compared | null {
  const [one, two] = [a.families, b.families]
  if (one.length === 0 || two.length === 0) return null
  const shared = one.filter((family) => two.some((other) => sameFamily(family, other))).length
  const most = Math.min(one.length, two.length)
  if (shared === most)
    return { name: most === 1 ? 'first author' : 'authors', agrees: sameFamily(one[0]!, two[0]!) || most > 1 }
  return shared === 0 ? { name: 'authors', agrees: false } : { name: `${shared} of ${most} authors`, agrees: true }
}

function year(a: Fingerprint, b: Fingerprint): Compared | null {
  return plain('year', a.year === null ? '' : String(a.year), b.year === null ? '' : String(b.year))
}

function journal(a: Fingerprint, b: Fingerprint): Compared | null {
  const agrees = sameJournal(a, b)
  return agrees === null ? null : { name: 'journal', agrees }
}

const volume = (a: Fingerprint, b: Fingerprint) => plain('volume', a.volume, b.volume)
const issue = (a: Fingerprint, b: Fingerprint) => plain('issue', a.issue, b.issue)

function pages(a: Fingerprint, b: Fingerprint): Compared | null {
  const agrees = samePages(a, b)
  if (agrees === null) return null
  return { name: 'pages', agrees, values: [a.record.csl.page ?? a.firstPage, b.record.csl.page ?? b.firstPage] }
}

function abstract(a: Fingerprint, b: Fingerprint): Compared | null {
  const share = sharedText(a.record, b.record)
  return share === null ? null : { name: 'abstract', agrees: share >= copied }
}

function plain(name: string, one: string, two: string): Compared | null {
  return one === '' || two === '' ? null : { name, agrees: one === two, values: [one, two] }
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
