import { readFile } from 'node:fs/promises'
import { type Features, readFeatures, textReader } from '../../src/core/engines/lexical/features.ts'
import { buildLexical, type LexicalModel } from '../../src/core/engines/lexical/index.ts'
import { readerFor, readNets } from '../../src/core/engines/lexical/learned.ts'
import { runNet } from '../../src/core/engines/lexical/net.ts'
import { standardised } from '../../src/core/engines/lexical/stages.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { splitSentences } from '../../src/core/text/sentences.ts'
import { readContent } from '../../src/reader/content.ts'
import { openProject } from '../io/project.ts'
import type { BenchContext, Benchmark, BenchRow } from './benchmark.ts'

interface Pair {
  claim: string
  title: string
  sentences: string[]
}

const weights = new URL('../../src/core/engines/lexical/weights.json', import.meta.url)
const pairsWanted = 3000
const rounds = 3
/** So many sentences of the sample have as many words as an abstract of SciFact, about 200. */
const abstractLength = 11
/** Pairs a second of one core that a build of many questions needs. */
const least = { 'passages of up to three sentences': 5000, 'texts of the length of an abstract': 2500 } as const

/** The lexical engine on claims of the project's own content and sentences of its papers. */
export const verify: Benchmark = {
  name: 'verify',
  about: 'pairs of a claim and a text that the lexical engine reads and judges in a second of one core',
  async run(context) {
    const model = JSON.parse(await readFile(weights, 'utf8')) as LexicalModel
    const engine = buildLexical(model)
    const { claims, sentences } = await readTexts()
    const passages = pairsOf(claims, sentences, (at) => 1 + (at % 3))
    const whole = pairsOf(claims, sentences, () => abstractLength)
    const rows: BenchRow[] = []
    for (const [name, pairs] of [
      ['passages of up to three sentences', passages],
      ['texts of the length of an abstract', whole],
    ] as const) {
      const read = ({ claim, title, sentences }: Pair) =>
        readFeatures(claim, title, sentences, textReader(engine.weigh))
      const figures = {
        pairs: pairs.length,
        'words a text': words(pairs),
        'features a second': speed(context, `${name}: features`, pairs, read),
        'networks a second': nets(context, `${name}: networks`, model, pairs, read),
        'judged a second': speed(context, `${name}: judged`, pairs, (pair) => engine.assess(pair.claim, pair)),
      }
      const check = { what: `pairs a second, features of ${name}`, value: figures['features a second'] }
      rows.push({ name, figures, checks: [{ ...check, atLeast: least[name] }] })
    }
    return rows
  },
}

/** Claims of the project's content, and the sentences of its papers. They come round again: most words are met before. */
async function readTexts() {
  const { content } = openProject()
  const { claims, papers } = await readContent(content)
  const texts = [...papers.values()].flatMap(({ text }) => text?.sections.map((section) => section.text) ?? [])
  const said = [...claims.values()].flatMap((file) => file.claims.map((claim) => claim.text))
  const sentences = texts.flatMap((text) => splitSentences(text).map((sentence) => sentence.text))
  if (said.length === 0 || sentences.length === 0)
    throw new TouchstoneError('file-missing', 'there are no claims and papers to measure on', { where: content })
  return { claims: said, sentences }
}

/** Each claim in turn with so many sentences, one after the other as the papers have them. */
function pairsOf(claims: readonly string[], sentences: readonly string[], length: (at: number) => number): Pair[] {
  let next = 0
  const taken = () => sentences[next++ % sentences.length]!
  return Array.from({ length: pairsWanted }, (_, at) => ({
    claim: claims[at % claims.length]!,
    title: '',
    sentences: Array.from({ length: length(at) }, taken),
  }))
}

function words(pairs: readonly Pair[]): number {
  const all = pairs.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.split(/\s+/)))
  return all.length / pairs.length
}

function nets(
  context: BenchContext,
  name: string,
  model: LexicalModel,
  pairs: readonly Pair[],
  read: (pair: Pair) => Features,
): number {
  const reader = readerFor(model)
  const used = readNets(model.nets)
  const known = pairs.map((pair) => ({ pair, features: read(pair) }))
  return speed(context, name, known, ({ pair, features }) => {
    const input = { ...reader.read(pair.claim, features), features: standardised(model.stages, features.row) }
    for (const { shape, weights } of used) runNet(shape, weights, input)
  })
}

/** Items a second of processor time: the best of some rounds, for the first ones still compile. */
function speed<T>(context: BenchContext, name: string, items: readonly T[], work: (item: T) => unknown): number {
  let best = 0
  for (let round = 0; round < rounds; round++) {
    context.log(`${name}, round ${round + 1}`)
    const before = process.cpuUsage()
    for (const item of items) work(item)
    const { user, system } = process.cpuUsage(before)
    best = Math.max(best, items.length / ((user + system) / 1e6))
  }
  return best
}
