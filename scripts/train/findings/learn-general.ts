import { placeGrams, sentenceGrams, wordGrams } from '../../../src/core/findings/grams.ts'
import { type HashedWeights, packHashed, placesOf } from '../../../src/core/findings/hashed.ts'
import type { StoredGeneral } from '../../../src/core/findings/models.ts'
import { headingRole, withoutHeading } from '../../../src/core/papers/headings.ts'
import { analyse } from '../../../src/core/text/analyse.ts'
import { splitSentences } from '../../../src/core/text/sentences.ts'
import { jsonLines, trialAbstracts } from '../../evaluate/corpora.ts'
import { fitSparse } from './sparse-logistic.ts'

const sentencePlaces = 1 << 16
const wordPlaces = 1 << 15

interface Row {
  places: number[]
  truth: boolean
}

interface Trial {
  pmcid: string
  intervention: string
  comparator: string
  outcome: string
  label: 'up' | 'down' | 'none'
  evidence: string[]
}

/** Learns the models that know nothing of any library, from trial results and the roles of sentences of abstracts. */
export function learnGeneral(folder: string): Omit<StoredGeneral, 'version'> {
  const trials = jsonLines<Trial>(`${folder}/ico/train.jsonl`)
  const directed = trials.flatMap(({ label, evidence }) =>
    evidence.slice(0, 2).map((text) => ({ label, places: placesOf(sentenceGrams(analyse(text)), sentencePlaces) })),
  )
  const words = wordRows(trials)
  return {
    provenance: 'Evidence Inference 2.0 (training part) and CSAbstruct (training part)',
    role: learned(roleRows(folder), sentencePlaces, 2),
    none: learned(
      directed.map(({ label, places }) => ({ places, truth: label === 'none' })),
      sentencePlaces,
      3,
    ),
    down: learned(
      directed
        .filter(({ label }) => label !== 'none')
        .map(({ label, places }) => ({ places, truth: label === 'down' })),
      sentencePlaces,
      3,
    ),
    outcome: learned(
      words.map(({ places, kind }) => ({ places, truth: kind === 'outcome' })),
      wordPlaces,
      4,
    ),
    exposure: learned(
      words.map(({ places, kind }) => ({ places, truth: kind === 'exposure' })),
      wordPlaces,
      4,
    ),
  }
}

function learned(rows: readonly Row[], width: number, ridge: number): HashedWeights {
  const fitted = fitSparse(
    { places: rows.map(({ places }) => places), width },
    rows.map(({ truth }) => truth),
    ridge,
  )
  return packHashed(fitted.subarray(0, width), fitted[width]!)
}

function roleRows(folder: string): Row[] {
  const rows: Row[] = []
  const add = (text: string, place: number, of: number, heading: string, truth: boolean) =>
    rows.push({
      places: placesOf(
        [...sentenceGrams(analyse(withoutHeading(text).text)), ...placeGrams(place, of, heading)],
        sentencePlaces,
      ),
      truth,
    })
  for (const [at, { sections }] of trialAbstracts(folder).entries()) {
    const sentences = sections.flatMap(({ name, text }) =>
      splitSentences(text).map((sentence) => ({ text: sentence.text, heading: headingRole(name) ?? '' })),
    )
    const headed = at % 4 === 0
    for (const [place, { text, heading }] of sentences.entries())
      add(text, place, sentences.length, headed ? heading : '', heading === 'result' || heading === 'conclusion')
  }
  for (const { sentences, labels } of jsonLines<{ sentences: string[]; labels: string[] }>(
    `${folder}/roles/csabstruct_train.jsonl`,
  ))
    for (const [place, text] of sentences.entries()) add(text, place, sentences.length, '', labels[place] === 'result')
  return rows
}

/** Words of evidence sentences by what the prompts of their trial call them. */
function wordRows(trials: readonly Trial[]): { places: number[]; kind: 'outcome' | 'exposure' | 'other' }[] {
  const named = new Map<string, { text: string; outcome: Set<string>; exposure: Set<string> }>()
  for (const { pmcid, evidence, outcome, intervention, comparator } of trials)
    for (const text of evidence) {
      if (text.split(/\s+/).length <= 6) continue
      const key = `${pmcid} ${text}`
      const entry = named.get(key) ?? { text, outcome: new Set<string>(), exposure: new Set<string>() }
      named.set(key, entry)
      for (const stem of analyse(outcome).stems.keys()) entry.outcome.add(stem)
      for (const stem of analyse(`${intervention}. ${comparator}`).stems.keys()) entry.exposure.add(stem)
    }
  return [...named.values()].flatMap(({ text, outcome, exposure }) => {
    const { tokens } = analyse(text)
    if (!tokens.some(({ stem }) => outcome.has(stem))) return []
    return tokens.flatMap((token, at) => {
      if (token.stop || token.number) return []
      const kind = exposure.has(token.stem) ? 'exposure' : outcome.has(token.stem) ? 'outcome' : 'other'
      return [{ places: placesOf(wordGrams(tokens, at), wordPlaces), kind } as const]
    })
  })
}
