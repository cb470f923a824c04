/** Least letters and digits of a name that can be looked up; shorter ones stand for too many things. */
const shortest = 3

/** A text prepared for looking names up in it. */
export interface NamePool {
  /** Its words in small letters, without what parts them. */
  words: ReadonlySet<string>
  /** First letters of its words in order, numbers whole. */
  initials: string
}

/** Prepares a text, once for many names. */
export function namePool(text: string): NamePool {
  const all = latin(text).match(/[\p{L}\d]+(?:[-‐‑/][\p{L}\d]+)*/gu) ?? []
  const parts = all.flatMap((word) => word.split(/[-‐‑/]|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/u)).filter(Boolean)
  return {
    words: new Set([...all.map(bare), ...all.flatMap((word) => word.split(/[-‐‑/]/).map(bare))]),
    initials: parts.map((part) => (/^\d/.test(part) ? part : part[0]!)).join(''),
  }
}

/**
 * Whether a text has a name, in any of the ways in which texts write one: as a part of a longer name, joined or parted, as the
 * initials of words, or as its long form (interleukin-2, IL-2). A name that is too short to tell counts as there.
 */
export function hasName(name: string, { words, initials }: NamePool): boolean {
  const own = bare(latin(name))
  if (own.length < shortest || words.has(own) || words.has(own.replace(/s$/, '')) || initials.includes(own)) return true
  const parts = latin(name)
    .split(/[-‐‑/]/)
    .map(bare)
  if (parts.length > 1 && parts.every((part) => words.has(part) || affix.test(part))) return true
  for (const word of words)
    if (isWithin(own, word) || isWithin(word, own) || isShort(own, word) || isShort(word, own)) return true
  return false
}

const affix =
  /^(?:anti|pro|pre|post|non|like|type|null|cre|derived|dependent|deficient|positive|negative|specific|expressing|mediated|induced|associated|related|driven|based|and|\d{1,2}|\p{L})$/u

const greek: Readonly<Record<string, string>> = {
  α: 'a',
  β: 'b',
  γ: 'g',
  δ: 'd',
  ε: 'e',
  κ: 'k',
  ζ: 'z',
  μ: 'u',
  µ: 'u',
  ω: 'o',
  λ: 'l',
}

function latin(text: string): string {
  return text
    .toLowerCase()
    .replace(/[αβγδεκζμµωλ]/g, (letter) => greek[letter]!)
    .replace(/alpha|beta|gamma|delta|kappa|zeta/g, (name) => name[0]!)
}

/** Letters and digits; a nought behind a letter is the letter O. */
function bare(word: string): string {
  return word.replace(/[^\p{L}\d]/gu, '').replace(/(?<=\p{L})0(?!\d)/gu, 'o')
}

/** Whether a name is the greater part of a longer one; with other digits it is another name. */
function isWithin(short: string, long: string): boolean {
  const letters = short.replace(/\d+/g, '')
  // A text may leave the number of a name away.
  if (!/\d/.test(long) && letters.length >= 4 && letters.length < short.length && long.includes(letters)) return true
  if (short.length < shortest || short.length >= long.length || !long.includes(short)) return false
  const other = long.replace(short, '')
  return 2 * short.length >= long.length && !(/\d/.test(other) && /\d/.test(short))
}

/** Whether a name is a word written short: the same digits, the first letter, the others in their order. */
function isShort(short: string, long: string): boolean {
  const digits = (text: string) => text.replace(/\D+/g, '')
  const letters = (text: string) => text.replace(/\d+/g, '')
  const [few, many] = [letters(short), letters(long)]
  // One letter tells enough with a number of two digits: K17, KRT17.
  if (
    few.length < (digits(short).length > 1 ? 1 : 2) ||
    many.length < 2 * few.length ||
    few[0] !== many[0] ||
    digits(short) !== digits(long)
  )
    return false
  if (digits(short) === '' && few.length < 4) return false
  let at = 0
  for (const letter of many) if (letter === few[at]) at++
  return at === few.length
}
