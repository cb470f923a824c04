import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { abstractFeatures } from '../../src/core/extract/features.ts'
import { roles } from '../../src/core/papers/headings.ts'
import { writeAtomic } from '../io/files.ts'
import { type Example, keptForClaims, labelledAbstracts, paragraphs, roleFile } from './extract-data.ts'

const epochs = 12
const rate = 0.25
const decay = 2e-6
const seen = 12

/** Small deterministic generator (xorshift32), so that the same files give the same weights. */
function shuffler(seed: number) {
  let state = seed
  return <T>(items: T[]): T[] => {
    for (let at = items.length - 1; at > 0; at--) {
      state ^= state << 13
      state ^= state >>> 17
      state ^= state << 5
      const other = (state >>> 0) % (at + 1)
      ;[items[at], items[other]] = [items[other]!, items[at]!]
    }
    return items
  }
}

interface Sample {
  features: Uint32Array
  allowed: readonly number[]
  weight: number
}

function vocabulary(abstracts: readonly string[][][]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const abstract of abstracts)
    for (const features of abstract) for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1)
  const kept = [...counts].filter(([name, count]) => !/^[w^]/.test(name) || count >= seen).map(([name]) => name)
  return new Map(kept.sort().map((name, at) => [name, at]))
}

function probabilities(weights: Float64Array, sample: Sample): number[] {
  const sums = roles.map(() => 0)
  for (const feature of sample.features)
    for (let role = 0; role < roles.length; role++) sums[role]! += weights[feature * roles.length + role]!
  const top = Math.max(...sums)
  const powers = sums.map((sum) => Math.exp(sum - top))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / total)
}

/** Adagrad on the log-likelihood of the allowed roles: where a set does not part result from conclusion, both are allowed. */
function learn(samples: Sample[], size: number): Float64Array {
  const weights = new Float64Array(size * roles.length)
  const history = new Float64Array(size * roles.length).fill(1)
  const shuffle = shuffler(20240229)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const sample of shuffle(samples)) {
      const found = probabilities(weights, sample)
      const mass = sample.allowed.reduce((sum, role) => sum + found[role]!, 0)
      for (let role = 0; role < roles.length; role++) {
        const target = sample.allowed.includes(role) ? found[role]! / mass : 0
        const gradient = (target - found[role]!) * sample.weight
        if (Math.abs(gradient) < 1e-3) continue
        for (const feature of sample.features) {
          const at = feature * roles.length + role
          const step = gradient - decay * weights[at]! * samples.length * 0.001
          history[at]! += step * step
          weights[at]! += (rate * step) / Math.sqrt(history[at]!)
        }
      }
    }
  }
  return weights
}

function toSamples(
  examples: readonly Example[],
  features: readonly string[][][],
  index: ReadonlyMap<string, number>,
): Sample[] {
  return examples.flatMap((example, which) =>
    example.allowed.flatMap((allowed, at) =>
      allowed.length === 0
        ? []
        : [
            {
              allowed: allowed.map((role) => roles.indexOf(role)),
              weight: example.weight,
              features: Uint32Array.from(features[which]![at]!.flatMap((name) => index.get(name) ?? [])),
            },
          ],
    ),
  )
}

/** Ids to leave out: a list, or the keys of a file of claim labels. */
function idsOf(path: string): string[] {
  const found = JSON.parse(readFileSync(path, 'utf8')) as unknown[] | { claims: object }
  return Array.isArray(found) ? found.map(String) : Object.keys(found.claims)
}

/** Learns the sentence roles from labelled files and writes `src/core/extract/roles.weights.json`. */
export async function trainExtraction(options: {
  roles: string[]
  corpus: string[]
  paragraphs: string[]
  without: string[]
  out: string
}): Promise<string> {
  const without = new Set(options.without.flatMap(idsOf))
  const examples = [
    ...options.roles.flatMap((file) => roleFile(readFileSync(file, 'utf8'))),
    ...options.corpus.flatMap((file) =>
      labelledAbstracts(readFileSync(file, 'utf8'), without).filter(({ id }) => !keptForClaims(id)),
    ),
    ...options.paragraphs.flatMap((file) => paragraphs(readFileSync(file, 'utf8'))),
  ]
  const features = examples.map(({ sentences }) => abstractFeatures(sentences))
  const index = vocabulary(features)
  const weights = learn(toSamples(examples, features, index), index.size)
  const rows: Record<string, number[]> = {}
  for (const [name, at] of index) {
    const row = roles.map((_, role) => Math.round(weights[at * roles.length + role]! * 100))
    if (Math.max(...row.map(Math.abs)) >= 8) rows[name] = row
  }
  const model = {
    version: '1',
    provenance: `${examples.length} abstracts: roles of CSAbstruct (train split); headings of structured abstracts in the SciFact corpus, two screening sets and PubMedQA (train split). Learned by scripts/train/extract.ts.`,
    threshold: 0.42,
    resultShare: 0.15,
    weights: rows,
  }
  await writeAtomic(options.out, `${JSON.stringify(model).replace(/("[^"]+":\[[^\]]*\],?)/g, '\n$1')}\n`)
  return `${examples.length} abstracts, ${index.size} features, ${Object.keys(rows).length} kept`
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({
    options: {
      roles: { type: 'string', multiple: true, default: [] },
      corpus: { type: 'string', multiple: true, default: [] },
      paragraphs: { type: 'string', multiple: true, default: [] },
      without: { type: 'string', multiple: true, default: [] },
      out: { type: 'string', default: resolve(import.meta.dirname, '../../src/core/extract/roles.weights.json') },
    },
  })
  process.stdout.write(`${await trainExtraction(values)}\n`)
}
