import inn from './resources/inn-stems.json' with { type: 'json' }
import { anyOf, wordsOf } from './word-list.ts'

const stems = inn.stems.flatMap((row) => ('shared' in row ? [] : [row.stem]))

/** Source of a pattern for the name of a drug or vaccine, known by its ending. */
export const agentName = String.raw`\b[A-Za-z]{2,}${anyOf([...stems, ...wordsOf(inn.endings)])}s?\b`
