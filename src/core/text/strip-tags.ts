import { activeTags, inlineTags, knownTags, mutedTags, textPrefixes, wordJoiningTags } from './markup-tags.ts'

/** A tag as sources write them: a name, attributes with values; nothing that could be "p < 0.05 and n > 3". */
const tag =
  /<[?!][a-z][^<>]*>|<(\/?)([a-z][\w.-]*(?::[a-z][\w.-]*)?)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))*)\s*(\/?)>/gi

interface Tag {
  local: string
  closing: boolean
  empty: boolean
}

interface State {
  source: string
  out: string
  /** Open elements of MathML with the number of children seen. */
  open: { name: string; children: number }[]
  /** Name of the element whose content is skipped. */
  muted: string
  /** Place in `out` at which the open superscript begins, or -1. */
  raised: number
  hasMath: boolean
  unclosed: Set<string>
}

/** Removes tags that format a text, and comments; entities, tags that do something in a page and all else stay as they are. */
export function stripTags(markup: string): string {
  if (!markup.includes('<')) return markup
  const source = withoutComments(markup)
  const hasMath = /<(?:mml:)?math[\s>]/i.test(source)
  const state: State = { source, out: '', open: [], muted: '', raised: -1, hasMath, unclosed: new Set() }
  let at = 0
  for (const found of source.matchAll(tag)) {
    const name = (found[2] ?? '').toLowerCase()
    const local = name.slice(name.indexOf(':') + 1)
    if (name && !isMarkup(name, local)) continue
    if (!state.muted) state.out += source.slice(at, found.index)
    at = found.index + found[0].length
    if (name) take(state, { local, closing: found[1] === '/', empty: found[4] === '/' }, at)
  }
  return state.muted ? state.out : state.out + source.slice(at)
}

function isMarkup(name: string, local: string): boolean {
  if (name === local) return knownTags.has(local)
  return textPrefixes.test(name.slice(0, -local.length - 1)) || !activeTags.has(local)
}

function withoutComments(text: string): string {
  return without(
    without(text, '<!--', '-->', () => ''),
    '<![CDATA[',
    ']]>',
    (inner) => inner,
  )
}

function without(text: string, opens: string, closes: string, keep: (inner: string) => string): string {
  let out = ''
  let at = 0
  for (;;) {
    const from = text.indexOf(opens, at)
    const to = from < 0 ? -1 : text.indexOf(closes, from + opens.length)
    if (to < 0) return out + text.slice(at)
    out += text.slice(at, from) + keep(text.slice(from + opens.length, to))
    at = to + closes.length
  }
}

function take(state: State, tag: Tag, at: number): void {
  const { local, closing } = tag
  if (state.muted) {
    if (closing && local === state.muted) state.muted = ''
  } else if (mutedTags.has(local)) {
    if (!closing && !tag.empty && mutes(state, local, at)) state.muted = local
  } else if (local === 'sup') {
    if (!closing) state.raised = state.out.length
    else if (state.raised >= 0) raise(state)
  } else if (wordJoiningTags.has(local)) {
    formula(state, tag)
  } else if ((local === 'title' && closing) || (/subtitle$/.test(local) && !closing)) {
    const before = state.out.trimEnd()
    state.out = before + (/[.:;?!]$/.test(before) || before === '' ? ' ' : ': ')
  } else if (!inlineTags.has(local)) {
    state.out += ' '
  }
}

/** TeX beside MathML says the same twice; alone it is the only text of the formula. */
function mutes(state: State, local: string, at: number): boolean {
  if (state.unclosed.has(local)) return false
  if ((local === 'tex-math' || local.startsWith('annotation')) && !state.hasMath) return false
  const closes = state.source.slice(at).search(new RegExp(`</(?:[a-z][\\w.-]*:)?${local}\\s*>`, 'i')) >= 0
  if (!closes) state.unclosed.add(local)
  return closes
}

function formula(state: State, tag: Tag): void {
  if (tag.closing) {
    state.open.pop()
    return
  }
  const parent = state.open.at(-1)
  if (parent) {
    parent.children += 1
    if (parent.children === 2 && parent.name === 'mfrac') state.out += '/'
    if (parent.children === 2 && parent.name === 'msup' && /[\d)]$/.test(state.out)) state.out += '^'
  }
  if (tag.local === 'mspace') state.out += ' '
  if (!tag.empty) state.open.push({ name: tag.local, children: 0 })
}

const raisedMarks: Record<string, string> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  '–': '⁻',
}

function raise(state: State): void {
  const base = state.out.slice(0, state.raised)
  const top = state.out.slice(state.raised).trim()
  state.raised = -1
  if (!/[\d)]$/.test(base) || !/^[-+−–]?\d+$/.test(top)) return
  state.out = base + [...top].map((mark) => raisedMarks[mark] ?? mark).join('')
}
