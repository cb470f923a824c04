import lists from './lists/stop-words.json' with { type: 'json' }
import { wordSet } from './word-list.ts'

/** English words that say nothing about a subject: function words, and those of questions. */
export const stopWords = wordSet(lists.everywhere, lists.subjects)

/** Words without content of their own where statements are compared: function words, and those with which papers report. */
export const emptyWords = wordSet(lists.everywhere, lists.statements)
