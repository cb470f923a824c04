import { tidy } from '../../src/core/text/plain-text.ts'

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i
const longestStem = 80

/**
 * A name for a file that came from outside: letters, digits, `.`, `_`, `-` and spaces only, no folder, no leading dot,
 * no name that a system keeps for itself, one of `endings` (else the first of them). Applying it twice changes nothing.
 */
export function safeFileName(name: string, endings: readonly string[]): string {
  const last = tidy(name).split(/[/\\]/).at(-1) ?? ''
  const dot = last.lastIndexOf('.')
  const ending = dot >= 0 ? last.slice(dot).toLowerCase() : ''
  const known = endings.includes(ending)
  const stem = stemOf(known || /^\.\w{1,8}$/.test(ending) ? last.slice(0, dot) : last)
  return `${stem}${known ? ending : endings[0]}`
}

function stemOf(text: string): string {
  const plain = text
    .replace(/[^\p{L}\p{M}\p{N}._ -]+/gu, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/-{2,}/g, '-')
  let stem = ''
  for (const letter of plain) {
    if (Buffer.byteLength(stem + letter) > longestStem) break
    stem += letter
  }
  stem = stem.replace(/^[\s.-]+|[\s.-]+$/g, '')
  if (stem === '') return 'library'
  return reserved.test(stem.split('.')[0]!) ? `library-${stem}` : stem
}

/** The n-th name beside `name`: `library.ris`, `library-2.ris`, `library-3.ris`. */
export function numbered(name: string, n: number): string {
  const dot = name.lastIndexOf('.')
  return n === 1 ? name : `${name.slice(0, dot)}-${n}${name.slice(dot)}`
}
