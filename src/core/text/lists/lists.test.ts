import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../word-list.ts'

type Group = readonly string[] | { [name: string]: Group }

const folder = new URL('.', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const read = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, unknown>
const groupsOf = (group: Group): (readonly string[])[] =>
  Array.isArray(group) ? [group] : Object.values(group).flatMap(groupsOf)
/** A word may stand in two groups of these files, where that says two things of it. */
const shared: Readonly<Record<string, readonly string[]>> = {
  'contraries.json': ['gain/loss', 'before/after', 'always/never'],
  'map-words.json': ['practice', 'setting'],
}

/** Files whose groups are languages, places in a sentence, parts of speech, parts of one another or what bears another out: a word may be of several. */
const overlapping = new Set([
  'advice-words.json',
  'answer-words.json',
  'extents.json',
  'frame-words.json',
  'question-grammar.json',
  'reference-headings.json',
  'sentence-ends.json',
  'work-words.json',
])

describe.each(files)('%s', (name) => {
  const { use, source, ...groups } = read(name)
  const words = groupsOf(groups as Group).map((rows) => wordsOf(rows))

  it('says what it is for and where it comes from', () => {
    expect(use).toMatch(/^[A-Z].{20,}\.$/)
    expect(source).toMatch(/^[A-Z].{20,}\.$/)
  })

  it('holds words, and none twice in a group', () => {
    expect(words.length).toBeGreaterThan(0)
    for (const group of words) {
      expect(group.length).toBeGreaterThan(0)
      expect(group.filter((word, at) => group.indexOf(word) !== at)).toEqual([])
      expect(group.filter((word) => word !== word.trim() || /[\t\n;]|^\/|\/$/.test(word))).toEqual([])
    }
  })

  if (!overlapping.has(name))
    it('holds no word in two groups, but for what says two things', () => {
      const all = words.flat()
      const twice = all.filter((word, at) => all.indexOf(word) !== at)
      expect(twice.toSorted()).toEqual([...(shared[name] ?? [])].toSorted())
    })
})
