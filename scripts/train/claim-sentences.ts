import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { abstractClaimFeatures, claimScore } from '../../src/core/extract/claim-sentences.ts'
import { writeAtomic } from '../io/files.ts'
import { keptForClaims, labelledAbstracts } from './extract-data.ts'

const shrinkage = 1
const steps = 500
const folds = 5
/** What an abstract labelled by its headings counts beside one labelled by hand. */
const headedWeight = 0.4
const threshold = 0.38

/** An abstract with the features of each sentence and whether it states a claim. */
interface Labelled {
  /** Labelled by a person; otherwise by the headings of the abstract. */
  byHand: boolean
  weight: number
  features: Record<string, number>[]
  claims: boolean[]
}

/** Reads the abstracts that `claim-labels.json` speaks of from a corpus of rows `{doc_id, abstract}`. */
function labelled(corpus: string): Labelled[] {
  const path = resolve(import.meta.dirname, 'claim-labels.json')
  const { claims } = JSON.parse(readFileSync(path, 'utf8')) as { claims: Record<string, number[]> }
  return readFileSync(corpus, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { doc_id: number; abstract: string[] })
    .flatMap(({ doc_id, abstract }) => {
      const at = claims[String(doc_id)]
      if (!at) return []
      const claimed = abstract.map((_, place) => at.includes(place))
      return [{ byHand: true, weight: 1, features: abstractClaimFeatures(abstract), claims: claimed }]
    })
}

/** Abstracts whose headings say which sentences conclude; the headings are taken off. Calls for further work are no claims. */
function headed(corpus: string, without: ReadonlySet<string>): Labelled[] {
  return labelledAbstracts(readFileSync(corpus, 'utf8'), without)
    .filter(({ id, sentences }) => keptForClaims(id) && sentences.every(({ section }) => section === null))
    .map(({ sentences, allowed }) => {
      const features = abstractClaimFeatures(sentences.map(({ text }) => text))
      const claimed = allowed.map((roles, at) => roles.includes('conclusion') && !features[at]!.future)
      return { byHand: false, weight: headedWeight, features, claims: claimed }
    })
}

/** Logistic regression with a quadratic penalty on all weights but the bias, by Adagrad over whole passes. */
function learn(abstracts: readonly Labelled[]): Record<string, number> {
  const weights: Record<string, number> = {}
  const history: Record<string, number> = {}
  for (let step = 0; step < steps; step++) {
    const gradient: Record<string, number> = {}
    for (const { features, claims, weight } of abstracts)
      features.forEach((each, at) => {
        const error = weight * ((claims[at] ? 1 : 0) - claimScore(each, weights))
        for (const [name, value] of Object.entries(each)) gradient[name] = (gradient[name] ?? 0) + error * value
      })
    for (const [name, sum] of Object.entries(gradient)) {
      const slope = sum - (name === 'bias' ? 0 : shrinkage * (weights[name] ?? 0))
      history[name] = (history[name] ?? 1) + slope * slope
      weights[name] = (weights[name] ?? 0) + slope / Math.sqrt(history[name]!)
    }
  }
  return weights
}

/** F1 of claim sentences by cross-validation: each abstract is judged by weights learned without it. */
function crossValidated(abstracts: readonly Labelled[], byHand: boolean): number {
  let [hits, found, wanted] = [0, 0, 0]
  for (let fold = 0; fold < folds; fold++) {
    const weights = learn(abstracts.filter((_, at) => at % folds !== fold))
    for (const { features, claims } of abstracts.filter((each, at) => at % folds === fold && each.byHand === byHand)) {
      const scores = features.map((each) => claimScore(each, weights))
      const top = Math.max(...scores)
      scores.forEach((score, at) => {
        const taken = score >= threshold || score === top
        hits += Number(taken && claims[at])
        found += Number(taken)
        wanted += Number(claims[at])
      })
    }
  }
  return (2 * hits) / (found + wanted)
}

/** Learns the choice of claim sentences and writes `src/core/extract/claim-sentences.weights.json`. */
export async function trainClaimSentences(corpus: string, heldOut: string, out: string): Promise<string> {
  const hand = labelled(corpus)
  const without = new Set((JSON.parse(readFileSync(heldOut, 'utf8')) as unknown[]).map(String))
  const abstracts = [...hand, ...headed(corpus, without)]
  const f1 = [crossValidated(abstracts, true), crossValidated(abstracts, false)].map((each) => each.toFixed(3))
  const weights = Object.entries(learn(abstracts))
    .map(([name, weight]) => [name, Math.round(weight * 1000) / 1000] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const model = {
    version: '1',
    provenance: `Abstracts of the SciFact corpus: ${hand.length} labelled by hand in scripts/train/claim-labels.json, ${abstracts.length - hand.length} by their headings; F1 ${f1.join(' and ')} in ${folds}-fold cross-validation. Learned by scripts/train/claim-sentences.ts.`,
    threshold,
    weights: Object.fromEntries(weights),
  }
  await writeAtomic(out, `${JSON.stringify(model, null, 2)}\n`)
  return model.provenance
}

if (process.argv[1] === import.meta.filename) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: {
        type: 'string',
        default: resolve(import.meta.dirname, '../../src/core/extract/claim-sentences.weights.json'),
      },
    },
  })
  process.stdout.write(`${await trainClaimSentences(positionals[0]!, positionals[1]!, values.out)}\n`)
}
