import { cp, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { seededRandom } from '../scripts/evaluate/random.ts'
import { spreadHash } from '../src/core/hash.ts'
import { inFolder, snapshot } from './helpers/folders.ts'
import { touchstone } from './helpers/touchstone.ts'

const generate = ['generate', '--offline', '--date', '2026-01-15']
/** How many runs are killed, each at a moment of its own; a nightly job asks for 200, at other moments each night. */
const kills = Number(process.env.KILLS ?? 3)
const random = seededRandom(spreadHash(`killed ${process.env.KILL_SEED ?? ''}`))
/** A run that is faster than the one before may end before it is killed: then another one is. */
const mostAttempts = 3 * kills + 3
/** Before this share of a run nothing is written yet in any of them. */
const earliest = 0.3

it(
  'writes the same bytes whenever it was killed before, and nothing in a second run',
  () =>
    inFolder(async (folder) => {
      const input = resolve('tests/golden/disagreement/input')
      const fresh = async () => {
        await rm(`${folder}/content`, { recursive: true, force: true })
        await rm(`${folder}/cache`, { recursive: true, force: true })
        await cp(input, `${folder}/content`, { recursive: true })
      }
      // What Node makes of the program is made now, so that the next run takes as long as those that are killed.
      await touchstone(folder, ['generate', '--help'])
      await fresh()
      let whole = await timed(async () => expect(await touchstone(folder, generate)).toMatchObject({ code: 0 }))
      const undisturbed = await snapshot(`${folder}/content`)
      expect(await touchstone(folder, generate)).toMatchObject({ code: 0 })
      expect(await snapshot(`${folder}/content`)).toEqual(undisturbed)
      let cut = 0
      for (let attempt = 0; cut < kills && attempt < mostAttempts; attempt++) {
        await fresh()
        // The first is killed while it writes; the rest whenever.
        const moment = attempt === 0 ? 0.85 : earliest + (1 - earliest) * random()
        const last: { code?: number | null } = {}
        const took = await timed(async () => Object.assign(last, await touchstone(folder, generate, whole * moment)))
        if (last.code === null) cut++
        // It ended before it was killed: the machine has more time for it now, and the next is killed in the time that this one took.
        else whole = took
        expect(await touchstone(folder, generate), `after a kill at ${moment}`).toMatchObject({ code: 0 })
        const after = await snapshot(`${folder}/content`)
        const left = Object.keys(after).filter((name) => !name.endsWith('.tmp'))
        expect(Object.fromEntries(left.map((name) => [name, after[name]])), `after a kill at ${moment}`).toEqual(
          undisturbed,
        )
      }
      expect(cut).toBeGreaterThan(kills / 3)
    }),
  7_200_000,
)

/** Milliseconds that something takes. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
