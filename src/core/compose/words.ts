import { escapeMarkdown as escaped } from '../text/escape-markdown.ts'

export { countedInWords as counted, numberInWords as number } from '../text/counts.ts'

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

/** Text of others within the report's Markdown; an `@` that citation syntax would take for a key is written in its full-width form. */
export function escapeMarkdown(text: string): string {
  return escaped(/\[[^\]]*@|(^|[\s\-([{])@/.test(text) ? text.replaceAll('@', '\uff20') : text)
}

/** A citation of several keys in Markdown, `[@a; @b]`. */
export function cite(keys: readonly (string | undefined)[]): string {
  const known = [...new Set(keys)].filter((key) => key !== undefined)
  return known.length === 0 ? '' : `[${known.map((key) => `@${key}`).join('; ')}]`
}
