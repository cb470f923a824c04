import { join } from 'node:path'
import type { BenchContext, Benchmark, BenchRow } from './benchmark.ts'
import { generateQuestion } from './generated-content.ts'
import { buildSite, writeQuestion } from './generated-site.ts'
import type { Usage } from './measure-child.ts'

/** Questions of the site, of which one in a hundred changes in a night. */
const questions = 100

/** What a night costs, beside the whole build of the same site. */
export const nights: Benchmark = {
  name: 'nights',
  about: 'builds after a change of 1 % of generated questions and after none, beside the whole build',
  async run(context) {
    return [await measure(context)]
  },
}

async function measure(context: BenchContext): Promise<BenchRow> {
  const home = join(context.folder, 'nights')
  const build = () => buildSite(context, home)
  for (let number = 1; number <= questions; number++) await write(number, home)
  context.log(`nights: ${questions} questions, whole`)
  const whole = await build()
  context.log('nights: none changed')
  const still = await build()
  context.log('nights: 1 % changed')
  for (let number = 1; number <= questions / 100; number++) await write(number, home, 'a new wording')
  const changed = await build()
  const share = (one: Usage) => one.cpu / whole.cpu
  return {
    name: `${questions} questions`,
    figures: {
      'whole cpu s': whole.cpu,
      '1 % cpu s': changed.cpu,
      'none cpu s': still.cpu,
      '1 % seconds': changed.seconds,
      '1 % peak MiB': changed.peakMiB,
      'files made again': Number(/^(\d+) files/m.exec(changed.stdout)?.[1]),
    },
    checks: [
      { what: 'a night with 1 % changed, cpu against the whole build', value: share(changed), atMost: 0.08 },
      { what: 'a night without change, cpu against the whole build', value: share(still), atMost: 0.025 },
    ],
  }
}

/** Writes a generated question, with another wording of it where one is given: its report, its claims and papers print it. */
async function write(number: number, home: string, wording?: string): Promise<void> {
  const made = generateQuestion(number)
  if (wording) made.question.question = made.question.question.replace(/\?$/, `, in ${wording}?`)
  await writeQuestion(home, made)
}
