import { expect, it } from 'vitest'
import { seededRandom } from '../../scripts/evaluate/random.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { spreadHash } from '../../src/core/hash.ts'
import { inFolder } from '../helpers/folders.ts'
import { mutate } from './mutate.ts'
import { parsers } from './parsers.ts'

/** Cases over all parsers; a nightly job asks for more by `FUZZ_CASES`. */
const cases = Number(process.env.FUZZ_CASES ?? 5000)
/** Other cases each night: the job gives the day. */
const seed = process.env.FUZZ_SEED ?? ''
const mostMilliseconds = 1000

it.each(parsers.map((parser) => [parser.name, parser] as const))(
  'damaged %s are read or refused by name, each within a second',
  async (name, { texts, read }) => {
    const random = seededRandom(spreadHash(name + seed))
    const pick = () => texts[Math.floor(random() * texts.length)]!
    expect(texts.length).toBeGreaterThan(0)
    await inFolder(async (folder) => {
      for (let made = 0; made < cases / parsers.length; made++) {
        const { name: file, text } = pick()
        const damaged = mutate(text, pick().text, random)
        const started = process.cpuUsage()
        const thrown = await refusalOf(() => read(damaged, file, folder))
        const took = millisecondsSince(started)
        if (thrown !== null || took > mostMilliseconds)
          expect.fail(
            `case ${made} of ${file} (${Math.round(took)} ms): ${thrown}\n${JSON.stringify(damaged.slice(0, 2000))}`,
          )
      }
    })
  },
  600_000,
)

/** What this process worked since, so that a busy machine makes no case slow. */
function millisecondsSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** What is thrown that has no name of ours; null where nothing is. */
async function refusalOf(run: () => unknown): Promise<string | null> {
  try {
    await run()
    return null
  } catch (error) {
    if (error instanceof TouchstoneError && error.message.length > 10) return null
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}
