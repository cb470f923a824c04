import lists from './lists/agent-endings.json' with { type: 'json' }
import { anyOf, wordsOf } from './word-list.ts'

/** Source of a pattern for the name of a drug or vaccine, known by its ending. */
export const agentName = String.raw`\b[A-Za-z]{2,}${anyOf(wordsOf(lists.endings))}s?\b`
