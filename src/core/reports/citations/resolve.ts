import { fragmentText, idsOfAddress, idsOfReference, samePage } from './addresses.ts'
import { plainName, unspaced } from './author-year.ts'
import { citedAgain } from './cited-again.ts'
import type { Entry } from './entry.ts'
import type { SourceList } from './lists.ts'
import type { Mark } from './mark.ts'
import type { Reference, RefIds } from './model.ts'
import { titleOf } from './titles.ts'

/** What a citation key stands for, where a bibliography or a table of keys is at hand. */
export type KeyTable = ReadonlyMap<string, KnownKey>

/** A work that a key stands for. */
export type KnownKey = Partial<Record<keyof RefIds | 'title' | 'author' | 'url', string>> & { year?: number }

const noIds: RefIds = { doi: null, pmid: null, pmcid: null, arxiv: null, isbn: null, nct: null }

/** The references of a report and where its marks lead. Marks of links and keys add references that no list has. */
export class References {
  readonly all: Reference[] = []
  readonly #lists: readonly SourceList[]
  readonly #keys: KeyTable
  readonly #byLabel = new Map<string, Reference[]>()
  readonly #byPage = new Map<string, Reference>()
  readonly #restarts: boolean
  /** What the last note stood for. */
  #noted: Reference | null = null

  constructor(lists: readonly SourceList[], keys: KeyTable = new Map()) {
    this.#lists = lists
    this.#keys = keys
    const entries = lists.flatMap((list, at) => list.entries.map((entry) => ({ entry, at })))
    const numbers = entries.map(({ entry }) => entry.label).filter((label): label is string => label !== null)
    this.#restarts = new Set(numbers).size < numbers.length
    const borne =
      numbers.length === entries.length && !this.#restarts && numbers.every((label) => /^\d{1,4}$/.test(label))
    for (const { entry, at } of entries) {
      const again = entry.label === null ? null : citedAgain(entry, this.all, this.#noted)
      if (again) this.#bear(entry.label!, again)
      else this.#add(referenceOf(entry, borne ? Number(entry.label) : this.all.length + 1, at))
    }
  }

  get numbered(): boolean {
    return this.all.some(({ list, key }) => list !== null && key !== null && /^\d+$/.test(key))
  }

  /** Whether any list bears this label. */
  has(label: string): boolean {
    return this.#byLabel.has(label)
  }

  /** The highest number that a list bears; 0 where none bears numbers. */
  get highest(): number {
    return this.all.reduce(
      (most, { key, list }) =>
        list !== null && key !== null && /^\d+$/.test(key) ? Math.max(most, Number(key)) : most,
      0,
    )
  }

  /** Whether a link leads to a source that a list has. */
  knows(mark: Mark): boolean {
    return (
      mark.url !== null &&
      (this.#byPage.has(samePage(mark.url)) || this.all.some((one) => sameWork(one, idsOfAddress(mark.url!))))
    )
  }

  /** Whether a list has every work that a mark names by author and year. */
  lists({ labels }: Mark): boolean {
    return labels.every((label) => this.signs(label))
  }

  /** Whether a list has the work of a label `family name|year`. */
  signs(label: string): boolean {
    return (this.#byAuthor(label)?.list ?? null) !== null
  }

  /** Where the marks of a line lead: numbers of references, and the labels that lead nowhere. */
  follow(mark: Mark, line: number): { targets: number[]; missing: string[]; pointers: { n: number; text: string }[] } {
    const found = mark.labels.map((label) => ({ label, reference: this.#target(mark, label, line) }))
    const byLink = mark.url
      ? this.#ofLink(
          mark,
          mark.url,
          line,
          found.every(({ reference }) => reference === null),
        )
      : null
    const targets = [
      ...found.flatMap(({ reference }) => reference?.n ?? []),
      ...(byLink && found.length === 0 ? [byLink.n] : []),
    ]
    const rescued = byLink !== null && found.length === 1 && found[0]!.reference === null
    const passage = mark.url ? fragmentText(mark.url) : null
    return {
      targets: rescued ? [byLink.n] : [...new Set(targets)],
      missing: rescued ? [] : found.filter(({ reference }) => reference === null).map(({ label }) => label),
      pointers: passage !== null && byLink ? [{ n: byLink.n, text: passage }] : [],
    }
  }

  #target(mark: Mark, label: string, line: number): Reference | null {
    if (mark.kind === 'author-year') return this.#byAuthor(label)
    if (mark.kind === 'key') return this.#ofKey(label, line)
    const bearers = this.#byLabel.get(label) ?? []
    if (bearers.length <= 1 && !(this.#restarts && mark.kind === 'number')) return bearers[0] ?? null
    const scope = this.#scope(line)
    return bearers.find(({ list }) => list === scope) ?? null
  }

  /** The list that marks on a line lead to where numbering starts again: the first behind it, else the last. */
  #scope(line: number): number {
    const behind = this.#lists.findIndex((list) => (list.passages.at(-1)?.lastLine ?? 0) >= line)
    return behind < 0 ? this.#lists.length - 1 : behind
  }

  #byAuthor(label: string): Reference | null {
    const [name = '', printed = ''] = label.split('|')
    const year = /\d{4}/.exec(printed)?.[0]
    const letter = /\d{4}([a-z])/.exec(printed)?.[1]
    const ofYear = this.all.filter((one) => year === undefined || one.year === null || String(one.year) === year)
    // A capital in front may begin the sentence and not the name: "In Smith (2011)".
    const same =
      [name, name.replace(/^\S+\s+/, ''), name.replace(/^.*\s/, '')]
        .map((form) => this.#signedBy(plainName(form), ofYear))
        .find((found) => found.length > 0) ?? []
    if (letter)
      return (
        same.find(({ text }) => new RegExp(`\\b${year}${letter}\\b`).test(text)) ??
        same[letter.charCodeAt(0) - 97] ??
        same[0] ??
        null
      )
    return same[0] ?? null
  }

  /** References whose first author this is; else those that name it, or the last word of it, before their year. */
  #signedBy(wanted: string, all: readonly Reference[]): Reference[] {
    if (isUnspaced.test(wanted)) return all.filter(({ author }) => author !== null && endsInName(wanted, author))
    const first = all.filter(({ author, text }) => {
      const own = plainName(author ?? text.slice(0, 60))
      return own.startsWith(wanted) || (author !== null && own.endsWith(wanted))
    })
    if (first.length > 0 || wanted.length < 3) return first
    return all.filter(({ text, year }) => {
      const names = text.slice(0, 160)
      const end = year === null ? 60 : names.indexOf(String(year))
      return plainName(names.slice(0, end < 0 ? 60 : end)).includes(wanted)
    })
  }

  /** The reference of a key: of the list, of the bibliography, or what the key itself names, as `doi:10.…`. */
  #ofKey(key: string, line: number): Reference | null {
    const known = this.#byLabel.get(key)?.[0] ?? this.#byLabel.get(key.toLowerCase())?.[0]
    if (known) return known
    const given = this.#keys.get(key) ?? this.#keys.get(key.replace(/^tag:/, ''))
    const ids = { ...noIds, ...idsOfKey(key), ...given }
    const { title = null, author = null, year = null, url = null } = given ?? {}
    const address = url ?? (/^(?:url:)?(https?:\S+)$/i.exec(key)?.[1] || null)
    const { doi, pmid, pmcid, arxiv, isbn, nct } = ids
    if (
      this.#keys.size > 0 &&
      !given &&
      Object.values({ doi, pmid, pmcid, arxiv, isbn, nct, address }).every((one) => !one)
    )
      return null
    return this.#add({
      n: this.all.length + 1,
      key,
      ...{ doi, pmid, pmcid, arxiv, isbn, nct },
      url: address,
      title,
      author,
      year,
      text: `@${key}`,
      line,
      list: null,
    })
  }

  #ofLink(mark: Mark, url: string, line: number, alone: boolean): Reference | null {
    const ids = idsOfAddress(url)
    const listed = this.#byPage.get(samePage(url)) ?? this.all.find((one) => sameWork(one, ids)) ?? null
    if (listed || !alone) return listed
    const title = mark.title ? titleOf(mark.title, mark.title) : null
    return this.#add({
      ...this.#blank(line),
      ...idsOfReference('', [url]),
      url,
      title,
      text: [mark.title, url].filter(Boolean).join(' '),
    })
  }

  #blank(line: number): Reference {
    const n = this.all.reduce((most, one) => Math.max(most, one.n), 0) + 1
    return { n, key: null, ...noIds, url: null, title: null, author: null, year: null, text: '', line, list: null }
  }

  #bear(label: string, reference: Reference): void {
    this.#noted = reference
    const same = this.#byLabel.get(label)
    if (same) same.push(reference)
    else this.#byLabel.set(label, [reference])
  }

  #add(reference: Reference): Reference {
    this.all.push(reference)
    if (reference.key !== null) this.#bear(reference.key, reference)
    if (reference.url && !this.#byPage.has(samePage(reference.url)))
      this.#byPage.set(samePage(reference.url), reference)
    return reference
  }
}

const isUnspaced = new RegExp(`^[${unspaced}]+$`, 'u')

/**
 * Whether words without spaces end in a name, whole or its first two letters or more: the family name alone, as
 * Japanese cites, or a name behind other words.
 */
function endsInName(wanted: string, author: string): boolean {
  const name = plainName(author)
  if (!isUnspaced.test(name)) return false
  for (let length = name.length; length >= 2; length--) if (wanted.endsWith(name.slice(0, length))) return true
  return false
}

function referenceOf(entry: Entry, n: number, list: number): Reference {
  const { label, text, urls, ids, title, author, year, passage } = entry
  return { n, key: label, ...ids, url: urls[0] ?? null, title, author, year, text, line: passage.line, list }
}

/** Whether two bear the same identifier. */
export function sameWork(a: RefIds, b: RefIds): boolean {
  return (['doi', 'pmid', 'pmcid', 'arxiv', 'isbn', 'nct'] as const).some((id) => a[id] !== null && a[id] === b[id])
}

/** Keys of manubot that name an identifier (https://manubot.org/citations): `doi:`, `pmid:`, `pmcid:`, `arxiv:`, `isbn:`. */
function idsOfKey(key: string): Partial<RefIds> {
  const [, prefix = '', rest = ''] = /^(doi|pmid|pmcid|pmc|arxiv|isbn|clinicaltrials|url)\s*:(.+)$/i.exec(key) ?? []
  const ids = idsOfReference(/^url$/i.test(prefix) ? '' : `${prefix}: ${rest}`, /^(?:https?:)/.test(rest) ? [rest] : [])
  return prefix === '' && /^10\.\d{4,}\//.test(key) ? idsOfReference(key, []) : ids
}
