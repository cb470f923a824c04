/** A stretch of text on a page, as it is drawn. Places are in points from the left and the bottom. */
export interface Piece {
  text: string
  x: number
  y: number
  width: number
  height: number
  /** Whether its text is Markdown already. */
  ready?: boolean
}

/** An area of a page that leads to an address. `rect` is left, bottom, right, top. */
export interface Area {
  url?: string
  rect: readonly number[]
}

/**
 * Pieces of text that lead to an address, as links of Markdown. Where the text is the address itself it is written whole, letter
 * by letter, however its lines were broken.
 */
export function withAddresses(pieces: readonly Piece[], areas: readonly Area[]): Piece[] {
  const leading = areas.filter(({ url }) => url !== undefined && /^https?:/i.test(url))
  if (leading.length === 0) return [...pieces]
  const told = new Set<string>()
  let last: string | null = null
  return pieces
    .flatMap((piece) => partsOf(piece, leading))
    .flatMap((piece): Piece[] => {
      if (piece.text.trim() === '') return [piece]
      const url = leading.find((area) => isIn(piece, area))?.url ?? null
      const goesOn = url !== null && url === last
      last = url
      if (url === null) return [piece]
      if (goesOn && told.has(url) && url.includes(piece.text.trim())) return []
      if (!isPartOf(piece.text, url)) return [{ ...piece, text: linked(piece.text, url), ready: true }]
      told.add(url)
      return [{ ...piece, text: url, ready: true }]
    })
}

/** A piece cut where areas begin and end inside it. Letters have no places of their own, so whole words are taken. */
function partsOf(piece: Piece, areas: readonly Area[]): Piece[] {
  const { text, x, width } = piece
  if (width <= 0 || text.length < 2) return [piece]
  const edges = areas
    .filter((area) => isOn(piece, area))
    .flatMap(({ rect }) => stretchOf(text, (rect[0]! - x) / width, (rect[2]! - x) / width) ?? [])
  const cuts = [...new Set([0, ...edges, text.length])].sort((a, b) => a - b)
  return cuts.slice(1).map((to, at) => {
    const from = cuts[at]!
    const [left, right] = [shareUntil(text, from), shareUntil(text, to)]
    return { ...piece, text: text.slice(from, to), x: x + width * left, width: width * (right - left) }
  })
}

function isOn({ x, y, width, height }: Piece, { rect: [left = 0, bottom = 0, right = 0, top = 0] }: Area): boolean {
  const base = y + height / 3
  return left < x + width - 1 && right > x + 1 && base >= bottom - 1 && base <= top + 1
}

/** Words, short brackets and marks of a text. */
const tokens = /\[[^\]\s]{0,5}\]|\([^)\s]{0,5}\)|[^\s()[\].,;]+(?:[.,](?=\S)[^\s()[\].,;]+)*|\S/g

/** The stretch of whole words whose middles lie between two shares of the width; null where there is none. */
function stretchOf(text: string, left: number, right: number): [number, number] | null {
  const own = [...text.matchAll(tokens)].filter(({ 0: token, index }) => {
    const middle = (shareUntil(text, index) + shareUntil(text, index + token.length)) / 2
    return middle >= left && middle <= right
  })
  const [first] = own
  const last = own.findLast(({ 0: token, index }) => !(/^[.,;:]$/.test(token) && /[)\]]/.test(text[index - 1] ?? '')))
  return first && last ? [first.index, last.index + last[0].length] : null
}

/** Share of the width of a text before a place, by the usual widths of letters. */
function shareUntil(text: string, place: number): number {
  const widths = [...text].map(widthOf)
  const sum = (all: readonly number[]) => all.reduce((one, two) => one + two, 0)
  return sum([...text.slice(0, place)].map(widthOf)) / sum(widths)
}

function widthOf(char: string): number {
  if (/[iljtfrI.,;:'’|![\]() -]/.test(char)) return 0.6
  if (/[mwMW%@—]/.test(char)) return 1.6
  return /\p{Lu}/u.test(char) ? 1.3 : 1
}

function isIn({ x, y, width, height }: Piece, { rect: [left = 0, bottom = 0, right = 0, top = 0] }: Area): boolean {
  const [middle, base] = [x + width / 2, y + height / 3]
  return middle >= left - 1 && middle <= right + 1 && base >= bottom - 1 && base <= top + 1
}

/** Whether a text is a stretch of an address of at least four letters, or the whole without its scheme. */
function isPartOf(text: string, url: string): boolean {
  const bare = (value: string) =>
    value
      .trim()
      .replace(/^https?:\/\//i, '')
      .replace(/\/$/, '')
  return bare(text).length >= 4 && /[./\d]/.test(text) && bare(url).includes(bare(text))
}

function linked(text: string, url: string): string {
  const [, before = '', body = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? []
  return `${before}[${body.replace(/[[\]\\<*`#]/g, '\\$&')}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)${after}`
}
