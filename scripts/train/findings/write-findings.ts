import { readdirSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { exactOf } from '../../../src/core/engines/exact.ts'
import { TouchstoneError } from '../../../src/core/errors.ts'
import { type GeneralModels, readGeneral, type StoredGeneral } from '../../../src/core/findings/models.ts'
import { readWords, type StoredWords, type WordTable } from '../../../src/core/findings/word-table.ts'
import { frameReader } from '../../../src/core/frames/reader.ts'
import { writeAtomic } from '../../io/files.ts'
import { openLanguage } from '../../io/frames.ts'
import { versioned } from '../versioned.ts'
import { readLabelled } from './gold.ts'
import { learnGeneral } from './learn-general.ts'
import type { Scored } from './learn-lines.ts'
import { learnLinks } from './learn-links.ts'
import { claimsReported, reportedScales } from './learn-reported.ts'
import { learnWords } from './learn-words.ts'
import { lessonOf } from './lesson.ts'
import { placedLibraries } from './placed.ts'
import { backgroundTexts } from './texts.ts'

const core = (name: string) => new URL(`../../../src/core/findings/${name}.weights.json`, import.meta.url)
const folds = new URL('../../evaluate/findings/without.weights.json', import.meta.url)

/** Learns the words and the models that know nothing of any library, and writes them. */
export async function writeGeneral(folder: string): Promise<string> {
  await needed(`${folder}/corpus/scifact_corpus.jsonl`)
  const words = versioned(learnWords(backgroundTexts(folder)))
  await writeAtomic(fileURLToPath(core('words')), `${JSON.stringify(words)}\n`)
  const general = versioned(learnGeneral(folder))
  await writeAtomic(fileURLToPath(core('general')), `${JSON.stringify(general)}\n`)
  return `words ${words.version}, general ${general.version}`
}

/**
 * Learns from the labelled libraries how near statements are, and writes the weights; beside them those learned without
 * each library, with which it is measured.
 * @throws TouchstoneError `file-missing` where the labelled libraries are not there
 */
export async function writeFindings(folder: string): Promise<string> {
  await needed(`${folder}/findings`)
  const reader = await storedReader()
  const names = readdirSync(`${folder}/findings`).sort()
  const exact = exactOf(frameReader(openLanguage()))
  const measured = names.map((name) => readLabelled(`${folder}/findings/${name}`))
  const lessons = [...measured, ...placedLibraries(folder)].map((labelled) => lessonOf(labelled, reader, exact))
  const { all, without } = learnLinks(lessons, (line) => console.log(line))
  const about = (kept: readonly string[]) => ({
    provenance: `links that careful readers found in the libraries ${kept.join(', ')}, and in ${lessons.length - names.length} that were labelled for this project`,
  })
  const claims = new Map<string, readonly Scored[]>()
  for (const name of names) {
    const one = without.get(name)!
    const model = { version: '', provenance: '', ...one }
    claims.set(name, await claimsReported(`${folder}/findings/${name}`, { ...reader, model }, exact))
  }
  const reported = reportedScales(claims)
  const model = versioned({ ...about(names), ...all, reported: reported.all })
  await writeAtomic(fileURLToPath(core('links')), `${JSON.stringify(model)}\n`)
  const others = names.map((name) => [
    name,
    versioned({
      ...about(names.filter((kept) => kept !== name)),
      ...without.get(name)!,
      reported: reported.without(name),
    }),
  ])
  await writeAtomic(fileURLToPath(folds), `${JSON.stringify(Object.fromEntries(others))}\n`)
  const { agrees, speaks, verdict, likewise } = all
  return `links ${model.version}: ${JSON.stringify({ agrees, speaks, verdict, likewise, reported: reported.all })}`
}

/** The words and general models as they stand in the project. */
export async function storedReader(): Promise<{ table: WordTable; general: GeneralModels }> {
  const read = async (name: string) => JSON.parse(await readFile(core(name), 'utf8'))
  return {
    table: readWords((await read('words')) as StoredWords),
    general: readGeneral((await read('general')) as StoredGeneral),
  }
}

async function needed(path: string): Promise<void> {
  if (await stat(path).catch(() => null)) return
  throw new TouchstoneError('file-missing', 'there are no labelled files', {
    where: path,
    next: 'Name their folder with --data.',
  })
}
