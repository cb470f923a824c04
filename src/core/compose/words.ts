const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** A count in running text: words up to ten, digits from 11, thousands parted. */
export function number(value: number): string {
  return small[value] ?? String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A count with its noun, as in `three papers`, `one claim`, `no record`. */
export function counted(value: number, noun: string, plural = `${noun}s`): string {
  return `${number(value)} ${value === 1 ? noun : plural}`
}

/** `a`, `a and b`, `a, b and c`. */
export function list(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** With a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A sentence without its closing full stop, to be continued. Other closing marks stay. */
export function open(text: string): string {
  return text.trim().replace(/(?<!\.\.)\.$/, '')
}

/** Ends a sentence with a full stop unless it already ends with a closing mark. */
export function closed(text: string): string {
  const trimmed = text.trim()
  return /[.!?][)\]"'”’]*$/.test(trimmed) ? trimmed : `${trimmed}.`
}

/**
 * Text of others as Markdown that shows exactly this text: what Markdown, HTML or citation syntax would read as theirs is escaped.
 * An `@` that citation syntax would take for a key is written as its full-width form.
 */
export function escapeMarkdown(text: string): string {
  const plain = text.replace(/\s+/g, ' ')
  const safe = /\[[^\]]*@|(^|[\s\-([{])@/.test(plain) ? plain.replaceAll('@', '\uff20') : plain
  return safe
    .replace(/[\\`*_{}[\]<>#|~&$]/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s)/, '$1\\$2')
    .replace(/^([+-])(?=\s)/, '\\$1')
}

/** A citation of several keys in Markdown, `[@a; @b]`. */
export function cite(keys: readonly (string | undefined)[]): string {
  const known = [...new Set(keys)].filter((key) => key !== undefined)
  return known.length === 0 ? '' : `[${known.map((key) => `@${key}`).join('; ')}]`
}
