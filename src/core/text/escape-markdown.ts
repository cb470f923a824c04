/**
 * A text of others within Markdown: it shows exactly this text on one line, and nothing in it is markup
 * (https://spec.commonmark.org/0.31.2/#backslash-escapes).
 */
export function escapeMarkdown(text: string): string {
  return escapeInline(text)
    .trim()
    .replace(/^([-+=])(?=\s|$|[-+=])/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
}

/** The same for a text that follows another on its line, with the space at its ends. */
export function escapeInline(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
}
