import type { Command } from 'commander'
import { TouchstoneError } from '../../src/core/errors.ts'

interface Options {
  data: string
  date?: string
}

/** Every part that learns, by name. Each reads the labelled files of a folder and writes its weights into the project. */
const parts: Readonly<Record<string, () => Promise<(folder: string, date: string) => Promise<string>>>> = {
  verify: async () => (await import('../train/write-verify.ts')).writeVerify,
  'verify-whole': async () => {
    const { writeVerify } = await import('../train/write-verify.ts')
    return (folder, date) => writeVerify(folder, date, true)
  },
  'verify-claims': async () => (await import('../train/write-verify.ts')).writeClaims,
  'word-rarity': async () => (await import('../train/word-rarity.ts')).writeWordRarity,
  'verb-shares': async () => (await import('../train/verb-shares.ts')).writeVerbShares,
  answers: async () => (await import('../train/answers.ts')).writeAnswers,
  'findings-words': async () => (await import('../train/findings/write-findings.ts')).writeGeneral,
  findings: async () => (await import('../train/findings/write-findings.ts')).writeFindings,
  slots: async () => (await import('../train/frames/write-tagger.ts')).writeTagger,
  holding: async () => (await import('../train/holding.ts')).writeHolding,
  measurements: async () => (await import('../train/write-measurements.ts')).writeMeasurements,
}

/** `npm run train` */
export function register(program: Command): void {
  program
    .command('train')
    .description('Learn weights again from labelled files. Same files, same bytes.')
    .argument('<part>', Object.keys(parts).join(', '))
    .option('--data <folder>', 'folder with the labelled files', '../shared/data')
    .option('--date <day>', 'day to note in the weights, YYYY-MM-DD')
    .action(train)
}

async function train(name: string, { data, date }: Options): Promise<void> {
  const load = parts[name]
  if (!load)
    throw new TouchstoneError('usage', `there is nothing to train by the name "${name}"`, {
      next: `Parts: ${Object.keys(parts).join(', ')}`,
    })
  const day = date ?? new Date().toISOString().slice(0, 10)
  console.log(await (await load())(data, day))
}
