/** What hostile or careless tools leave in files: signs of every format, control characters, endings, lengths. */
const pieces: readonly string[] = [
  '\u0000',
  '\ufeff',
  '\u202e',
  '\ud800',
  '\r',
  '\n\n\n',
  '\t',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  '<!--',
  '<![CDATA[',
  '&lt;b&gt;',
  '&#0;',
  '</',
  '<a><a><a>',
  '\\',
  '\\begin{',
  '${',
  '@article{',
  'ER  - ',
  'TY  - JOUR\n',
  'PMID- ',
  '---\n',
  '- &a [*a]',
  '!!js/function ',
  '10.1000/',
  'doi:',
  '|---|',
  '[^1]:',
  '【1†L2】',
  '1e999',
  '-0',
  '9'.repeat(400),
  'é'.repeat(300),
  '('.repeat(600),
  '*'.repeat(600),
  '> '.repeat(300),
  'a,'.repeat(600),
  ' '.repeat(3000),
]

/** Changes a text in some places: cut, doubled, spliced with another, letters exchanged, pieces set in. `random` gives 0 to 1. */
export function mutate(text: string, other: string, random: () => number): string {
  let changed = text
  const times = 1 + Math.floor(random() * 6)
  for (let time = 0; time < times; time++) changed = once(changed, other, random)
  return changed
}

function once(text: string, other: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1))
  const end = Math.min(text.length, at + Math.floor(random() * 80))
  const place = Math.floor(random() * (other.length + 1))
  const ways = [
    () => text.slice(0, at),
    () => text.slice(at),
    () => text.slice(0, at) + text.slice(end),
    () => text.slice(0, end) + text.slice(at),
    () => text.slice(0, at) + other.slice(place, place + 200) + text.slice(end),
    () => text.slice(0, at) + String.fromCharCode(Math.floor(random() * 0x250)) + text.slice(at + 1),
    () => text.slice(0, at) + pieces[Math.floor(random() * pieces.length)]! + text.slice(at),
    () => text.slice(0, at) + text.slice(at, end).toUpperCase() + text.slice(end),
    () => text.replaceAll('\n', random() < 0.5 ? '\r\n' : ' '),
  ]
  return ways[Math.floor(random() * ways.length)]!()
}
