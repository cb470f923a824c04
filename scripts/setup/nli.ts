import { mkdir, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { TouchstoneError } from '../../src/core/errors.ts'
import { type DescribedModel, runtime, sizeOf } from '../engines/nli/described.ts'
import { nliFolders, settingsOf } from '../engines/nli/installed.ts'
import { type CrossEncoder, importTransformers, openCrossEncoder } from '../engines/nli/transformers.ts'
import { absent, writeJson } from '../io/files.ts'
import type { Project } from '../io/project.ts'
import { megabytes, openBar } from './bar.ts'
import { copyChecked, isWhole } from './checked-file.ts'
import { download } from './download.ts'
import { type Origin, originOf } from './origin.ts'
import { bringRuntime } from './runtime.ts'
import { tryOut } from './try-out.ts'

/** What a setup touches beside the disk, with real defaults. */
export interface SetupEffects {
  log: (line: string) => void
  write: (text: string) => void
  /** Bytes that are free where a folder lies. */
  free: (folder: string) => Promise<number>
  bringRuntime: typeof bringRuntime
  /** Whether the package is there already. */
  hasRuntime: (folders: readonly string[]) => Promise<boolean>
  open: (model: DescribedModel, project: Project) => Promise<CrossEncoder>
  waits?: readonly number[]
  signal?: AbortSignal
}

const usual: SetupEffects = {
  log: (line) => console.log(line),
  write: (text) => void process.stdout.write(text),
  free: async (folder) => statfs(folder).then(({ bavail, bsize }) => bavail * bsize),
  bringRuntime,
  hasRuntime: (folders) =>
    importTransformers(folders).then(
      () => true,
      () => false,
    ),
  open: async (model, { root, cache }) =>
    openCrossEncoder(await importTransformers([root, nliFolders(cache).root]), settingsOf(model, cache), {
      cache,
      offline: true,
    }),
}

/**
 * Brings a local cross-encoder and the package that runs it: says first what it is, how large and under which licence;
 * fetches what is not there yet, each file checked; tries it; then writes down that it is installed. Done again, it only
 * checks. What was installed before stays usable until the new one is whole.
 * @throws TouchstoneError `download-unreachable`, `download-broken`, `disk-full`, `file-missing`, `engine-missing`
 */
export async function setupNli(
  model: DescribedModel,
  from: string | undefined,
  project: Project,
  effects: Partial<SetupEffects> = {},
): Promise<void> {
  const io = { ...usual, ...effects }
  const { root, models, installed } = nliFolders(project.cache)
  const folder = join(models, model.name)
  await mkdir(folder, { recursive: true })
  const missing = await missingOf(model, folder)
  const needsRuntime = !(await io.hasRuntime([project.root, root]))
  describe(model, missing, needsRuntime, from, io.log)
  await demandSpace(folder, await bytesToCome(missing, folder), needsRuntime, io)
  if (missing.length > 0) await bring(missing, await originOf(from, model), folder, io)
  for (const [name, settings] of Object.entries(model.written)) await writeJson(join(folder, name), settings)
  if (needsRuntime) await io.bringRuntime(root, from)
  await tryOut(await io.open(model, project), io.log)
  await writeJson(installed, model)
  io.log('Installed. From now on generate compares claims with the lexical engine and this model (engine: auto).')
}

type Files = DescribedModel['files']

async function missingOf({ files }: DescribedModel, folder: string): Promise<Files> {
  const whole = await Promise.all(files.map((file) => isWhole(join(folder, file.path), file)))
  return files.filter((_, at) => !whole[at])
}

function describe(
  model: DescribedModel,
  missing: Files,
  needsRuntime: boolean,
  from: string | undefined,
  log: (line: string) => void,
): void {
  const { name, revision, of, licence } = model
  log(`Local model: ${name} at ${revision.slice(0, 12)}${of ? `, of ${of}` : ''}. Licence: ${licence}.`)
  log(
    missing.length === 0
      ? 'Its files are there already, with the right checksums.'
      : `To come: ${megabytes(sizeOf({ ...model, files: missing }))} in ${missing.length} of ${model.files.length} files, from ${from ?? 'its hub'}.`,
  )
  log(
    needsRuntime
      ? `It runs on ${runtime.name} ${runtime.version}, licence ${runtime.licence}, about ${megabytes(runtime.bytes)}, which comes too.`
      : `The package that runs it, ${runtime.name}, is there.`,
  )
}

async function bytesToCome(missing: Files, folder: string): Promise<number> {
  const parts = await Promise.all(missing.map(({ path }) => stat(join(folder, `${path}.part`)).catch(absent(null))))
  return missing.reduce((sum, { bytes }, at) => sum + Math.max(0, bytes - (parts[at]?.size ?? 0)), 0)
}

async function demandSpace(folder: string, bytes: number, needsRuntime: boolean, io: SetupEffects): Promise<void> {
  const needed = bytes + (needsRuntime ? runtime.bytes : 0)
  const free = await io.free(folder)
  if (free >= needed) return
  throw new TouchstoneError('disk-full', `${megabytes(needed)} are needed and ${megabytes(free)} are free`, {
    where: folder,
    next: 'Nothing was fetched. Free some space, or name a folder on another disk with TOUCHSTONE_CACHE; then run the command again.',
  })
}

async function bring(missing: Files, origin: Origin, folder: string, io: SetupEffects): Promise<void> {
  const total = missing.reduce((sum, { bytes }) => sum + bytes, 0)
  const bar = openBar(total, io.write)
  let before = 0
  try {
    for (const file of missing) {
      const target = join(folder, file.path)
      await rm(target, { force: true })
      const onBytes = (there: number) => bar.show(before + there)
      if (origin.kind === 'folder') await copyChecked(join(origin.folder, file.path), target, file)
      else
        await download(origin.addresses(file.path), target, file, {
          onBytes,
          ...(io.signal ? { signal: io.signal } : {}),
          ...(io.waits ? { waits: io.waits } : {}),
        })
      before += file.bytes
      bar.show(before)
    }
  } finally {
    bar.end()
  }
}
