import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { paper as paperSchema } from '../../../schemas/paper.ts'
import { independenceGroups } from '../independence.ts'
import { sharedStudies, studiesOf } from './index.ts'

interface Told {
  title: string
  text: string
  keyword?: string
  URL?: string
  /** A group among the authors. */
  author?: string
}

let made = 0
function paper({ title, text, author: group, ...record }: Told) {
  const id = `work_${++made}`
  const author = [{ family: `Author${made}`, given: 'A' }, ...(group ? [{ literal: group }] : [])]
  return paperSchema.parse({
    ...{ id, ids: {}, standing: { state: 'unchecked' } },
    csl: { id, type: 'article-journal', title, author, ...record },
    text: { kind: 'abstract', sections: [{ name: 'abstract', text }] },
  })
}

interface Pair {
  id: string
  same: boolean
  one: Told
  other: Told
}

const pairsOf = (name: string): Pair[] =>
  readFileSync(`tests/studies/${name}.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

describe.each([
  ['learned-from', 1],
  ['further', 0.85],
] as const)('pairs of papers, %s', (name, least) => {
  const joined = ({ one, other }: Pair) => new Set(independenceGroups([paper(one), paper(other)]).values()).size === 1
  const pairs = pairsOf(name)

  it('joins those that report one study', () => {
    const missed = pairs.filter((pair) => pair.same && !joined(pair)).map(({ id }) => id)
    expect(missed.length, missed.join()).toBeLessThanOrEqual((1 - least) * pairs.filter(({ same }) => same).length)
  })

  it('leaves apart those that cite, list or pool a study, or share a common word', () => {
    expect(pairs.filter((pair) => !pair.same && joined(pair)).map(({ id }) => id)).toEqual([])
  })
})

describe('studiesOf', () => {
  const namesIn = (title: string, text = '-') => studiesOf(paper({ title, text })).map(({ name }) => name)

  it('tells each name and number of a study as the paper writes it', () => {
    expect(
      namesIn(
        'Naps of toddlers',
        'Toddlers enrolled in the NAPTIME 2 trial slept at noon. Registered as NCT 02345678.',
      ),
    ).toEqual(['NAPTIME 2', 'NCT 02345678'])
  })

  it('takes a name and its short form for one', () => {
    const [long, short] = [
      paper({ title: 'Rye', text: 'The Great Plains Rye Study (GRAPRYE) was a field experiment at nine sites.' }),
      paper({ title: 'Rye and frost in the GRAPRYE trial', text: 'Frost killed rye.' }),
    ]
    expect(sharedStudies([long, short])).toEqual(['GRAPRYE'])
  })

  it('believes a review its own registration only', () => {
    const text = 'We searched MEDLINE for trials, among them NCT03456789. The review is registered as CRD42020123456.'
    expect(namesIn('Naps: a systematic review', text)).toEqual(['CRD42020123456'])
  })

  it('takes labels of an abstract, registers of trials and scales for no studies', () => {
    const text = `METHODS Trial of naps. INTERVENTION Cohort members slept. SETTING Registry of nurseries. Mood was taken by the Short Form
      Health Survey. Registered in the Pan African Clinical Trials Registry. Effects were low- and late-onset (LLO).`
    expect(namesIn('Naps of toddlers', text.replace(/\s+/g, ' '))).toEqual([])
  })

  it('finds none where a paper names more than it can have done', () => {
    expect(namesIn('Pooling', 'Data came from NCT01111111, NCT02222222, NCT03333333, and NCT04444444.')).toEqual([])
  })
})

it('shares no study where each paper names another', () => {
  const of = (name: string) => paper({ title: `Frost in the ${name} trial`, text: 'Rye died.' })
  expect(sharedStudies([of('GRAPRYE'), of('GRAPRYE-2')])).toEqual([])
})
