import { addressesIn, idsOfReference } from './addresses.ts'
import { unspaced } from './author-year.ts'
import type { Reference } from './model.ts'
import type { Passage } from './passages.ts'
import { titleOf } from './titles.ts'

/** A passage read as an entry of a list of sources, with what speaks for its being one. */
export interface Entry {
  passage: Passage
  /** What marks call it by: a number, key or code; null where it bears none. */
  label: string | null
  text: string
  urls: string[]
  ids: Pick<Reference, 'doi' | 'pmid' | 'pmcid' | 'arxiv' | 'isbn' | 'nct'>
  title: string | null
  author: string | null
  year: number | null
  /** Words beside title of a link and addresses. */
  words: number
  /** Whether it reads like a bibliography: people, a year, words that lists have. */
  listed: boolean
  /** How strongly its shape is that of a source, 0 to 3. */
  shape: number
}

const labels =
  /^\s*(?:\\bibitem(?:\[[^\]]*\])?\{([^{}]+)\}|\[\^?([\w.@:/-]{1,60})\]:?|\(([\w.-]{1,8})\)|【(\d{1,3})】|(\d{1,3})[.):\]]|(\d{1,3})\s+(?=\p{Lu}|https?:|\[)|([A-Z]{1,3}-?\d{1,3})(?:[.):]|\s+[–—|-]|\s+\|)|\^?([¹²³⁴-⁹⁰]+))\s*/u
const wordsOfLists =
  /\b(?:accessed|retrieved|available (?:at|from|online)|vol\.|no\.|pp\.|ed(?:s)?\.|in press|preprint|proceedings|proc\.|journal|university|press|isbn|doi|pmid|arxiv|conference|thesis|report|abgerufen|zugriff|consulté|consultado|disponible|访问|閲覧)\b|\b\d{1,4}\s*\(\d{1,4}\)|[;,:]\s*\d+[–-]\d+\b|\b\d+:\s?[eE]?\d+/iu
const people =
  /^(?:["“]?(?:(?:van|von|de|der|den|del|della|di|da|du|la|le|el|al|bin|ten|ter)\s+){0,3}\p{Lu}[\p{L}\p{M}’'‐ -]{1,30},?\s+(?:\p{Lu}\.?[\s‐-]?){1,4}(?:[,.;&]|and\b|et\b|\s|$)|(?:\p{Lu}\.\s?){1,3}\p{Lu}[\p{L}’'-]+[,. ]|\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}.’'-]*){0,3}\s+et al|\p{Lu}[\p{L}’'-]+(?:\s+(?:and|&)\s+\p{Lu}[\p{L}’'-]+)?\s*\(?(?:19|20)\d\d)/u

/** Names of scripts without spaces, behind which a list goes on. */
const unspacedPeople = new RegExp(
  `^([${unspaced}]{2,12}?)(?:\\s?[,，、·・;；&]\\s?[${unspaced}]{2,12})*\\s?(?:等人?|外|ら|他|외|등)?\\s?[.．,，:：(（]`,
  'u',
)

/** A note that stands for the work of the note before it. */
export const sameAgain = /^\W*(?:ibid|ibidem|ebd|ebda|ebenda|idem|loc\. ?cit|там же|tamże|同上|위의 책|前掲)(?!\p{L})/iu

/** Reads a passage as an entry. */
export function readEntry(passage: Passage): Entry {
  const found = passage.label === null ? labels.exec(passage.text) : null
  const label = passage.label?.replace(/^[\^@]/, '') ?? cleanLabel(found?.slice(1).find((one) => one !== undefined))
  const text = passage.text
    .slice(found?.[0].length ?? 0)
    .replace(/^\s*\|\s*/, '')
    .replace(/\s+/g, ' ')
    .trim()
  const links = passage.spans.filter(({ kind, target }) => kind === 'link' && /^(?:https?|ftp|file|doi):/i.test(target))
  const bare = addressesIn(passage.text)
  const urls = [
    ...new Set([
      ...links.map(({ target }) => target),
      ...bare.filter((url) => !links.some((link) => passage.text.slice(link.start, link.end).includes(url))),
    ]),
  ]
  const ids = idsOfReference(`${text} ${urls.filter((url) => /^doi:/i.test(url)).join(' ')}`, urls)
  const linked = links.find(({ bare: same, start, end }) => !same && /\p{L}{3}/u.test(passage.text.slice(start, end)))
  const linkText = linked ? passage.text.slice(linked.start, linked.end).trim() : null
  const rest = links
    .reduce((all, { start, end }) => all.replace(passage.text.slice(start, end), ' '), text)
    .replace(/https?:\/\/\S+/gi, ' ')
  const words = rest.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length
  const year = yearOf(text)
  return {
    ...{ passage, label, text, urls, ids, words, year },
    title: titleOf(passage.kind === 'row' ? fullestCell(text) : text, linkText),
    author: authorOf(text),
    listed: traitsOf(rest.trim(), year) > 0,
    shape: shapeOf(text, urls.length > 0 || Object.values(ids).some(Boolean), year, words, linkText),
  }
}

/** The cell of a row with most words: a table of studies has columns for other things too. */
function fullestCell(row: string): string {
  const words = (cell: string) => cell.match(/\p{L}{3,}/gu)?.length ?? 0
  return row.split(' | ').reduce((best, cell) => (words(cell) > words(best) ? cell : best))
}

function cleanLabel(label: string | undefined): string | null {
  if (label === undefined) return null
  const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
  return label.replace(/[⁰¹²³⁴-⁹]/g, (char) => String(digits.indexOf(char))).replace(/^@/, '')
}

/** How many of the traits of a bibliography an entry has. */
function traitsOf(text: string, year: number | null): number {
  return (
    (year !== null ? 1 : 0) +
    (people.test(text) || unspacedPeople.test(text) ? 1 : 0) +
    (wordsOfLists.test(text) ? 1 : 0)
  )
}

function shapeOf(
  text: string,
  addressed: boolean,
  year: number | null,
  words: number,
  linkText: string | null,
): number {
  const bibliographic = traitsOf(text, year)
  // A sentence that cites in passing has many words of its own and its link in brackets at the end.
  const prose = addressed && bibliographic < 2 && words > 30
  const cited = linkText !== null && words >= 8 && /[(（]\s*$/.test(text.slice(0, Math.max(0, text.indexOf(linkText))))
  if (prose || cited) return 0
  if (addressed) return 2 + (bibliographic > 0 || words <= 25 ? 1 : 0)
  return Math.min(bibliographic, 2)
}

function yearOf(text: string): number | null {
  const plain = text
    .replace(/https?:\/\/\S+|\b10\.\d{4,}\/\S+/gi, ' ')
    .replace(/\b(?:accessed|retrieved|abgerufen(?: am)?|zugriff|consult\w+)\b[^.;]*/gi, ' ')
  const found =
    /\(((?:1[6-9]|20)\d\d)[a-z]?(?:,[^)]*)?\)/.exec(plain) ??
    /(?<![\d–-])((?:1[6-9]|20)\d\d)[a-z]?(?=[\s.,;:)]|$)/.exec(plain)
  return found ? Number(found[1]) : null
}

/** The family name of the first author, where a reference begins with names. */
function authorOf(text: string): string | null {
  const unspacedName = unspacedPeople.exec(text)?.[1]
  if (unspacedName) return unspacedName
  if (!people.test(text)) return null
  const plain = text.replace(/^["“]/, '')
  const initialsFirst = /^(?:\p{Lu}\.\s?-?){1,3}\s*(\p{Lu}[\p{L}’'-]+)/u.exec(plain)
  if (initialsFirst) return initialsFirst[1]!
  const found =
    /^((?:(?:van|von|de|der|den|del|di|da|du|la|le|el|al)\s+)*\p{Lu}[\p{L}\p{M}’'‐-]+(?:\s+\p{Lu}[\p{L}’'-]{2,})?)/iu.exec(
      plain,
    )
  return found?.[1]?.trim() ?? null
}
