import { shown } from '../content/shown.ts'

/** A text of others within Markdown: nothing in it is markup (https://spec.commonmark.org/0.31.2/#backslash-escapes). */
export function plain(text: string): string {
  return shown(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .trim()
    .replace(/^([-+=])(?=\s|$|[-+=])/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
}
