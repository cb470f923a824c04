import { escapeMarkdown } from '../../core/text/escape-markdown.ts'
import { shown } from '../content/shown.ts'

/** A text of others within Markdown: nothing in it is markup. */
export const plain = (text: string): string => escapeMarkdown(shown(text))
