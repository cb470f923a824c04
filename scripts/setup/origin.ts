import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { TouchstoneError } from '../../src/core/errors.ts'
import type { DescribedModel } from '../engines/nli/described.ts'
import { absent } from '../io/files.ts'

/** Where a model's files come from: a folder, or addresses to be tried in their order. */
export type Origin =
  | { kind: 'folder'; folder: string }
  | { kind: 'address'; base: string; addresses: (path: string) => string[] }

const hub = 'https://huggingface.co'

/**
 * Reads `--from`: an address of a mirror (laid out as the hub is, or with the files right below it), a folder, or
 * nothing for the hub itself. What comes from anywhere is held to the same checksums.
 * @throws TouchstoneError `file-missing` where the folder is not there
 */
export async function originOf(from: string | undefined, model: DescribedModel): Promise<Origin> {
  if (from === undefined || /^https?:\/\//i.test(from)) return address(from ?? hub, model)
  const given = resolve(from)
  const short = model.name.split('/').at(-1)!
  const folders = [join(given, 'models', model.name), join(given, model.name), join(given, short), given]
  for (const folder of folders)
    if ((await stat(join(folder, model.files[0]!.path)).catch(absent(null)))?.isFile())
      return { kind: 'folder', folder }
  throw new TouchstoneError('file-missing', `none of the files of ${model.name} is here`, {
    where: given,
    next: `Looked for ${model.files.map(({ path }) => path).join(', ')}, in it and in ${join(given, short)}. A folder that another machine's setup filled (.cache/touchstone/nli) will do.`,
  })
}

function address(from: string, { name, revision }: DescribedModel): Origin {
  const base = from.replace(/\/+$/, '')
  const of = (path: string) => path.split('/').map(encodeURIComponent).join('/')
  return {
    kind: 'address',
    base,
    addresses: (path) => [
      ...[revision, 'main'].map((at) => `${base}/${name}/resolve/${at}/${of(path)}`),
      ...(base === hub ? [] : [`${base}/${of(path)}`]),
    ],
  }
}
