import { TouchstoneError } from '../../src/core/errors.ts'
import type { Rejection, SourceRecord } from '../../src/core/papers/record.ts'
import type { Adapter } from './adapter.ts'
import { arxiv } from './arxiv.ts'
import { crossref } from './crossref.ts'
import { datacite } from './datacite.ts'
import { dblp } from './dblp.ts'
import { doi } from './doi.ts'
import { europepmc } from './europepmc.ts'
import { openalex } from './openalex.ts'
import { pubmed } from './pubmed.ts'
import { semanticscholar } from './semanticscholar.ts'
import { unpaywall } from './unpaywall.ts'

/** Every database, in the order in which they are asked. */
export const adapters: readonly Adapter[] = [
  openalex,
  crossref,
  semanticscholar,
  arxiv,
  europepmc,
  pubmed,
  dblp,
  datacite,
  unpaywall,
  doi,
]

/** The databases that can be searched, not only asked about one work. */
export const searchable: readonly Adapter[] = adapters.filter((adapter) => adapter.translate !== null)

/**
 * The database of a name.
 * @throws TouchstoneError `source-unknown`
 */
export function adapterOf(name: string): Adapter {
  const found = adapters.find((adapter) => adapter.id === name)
  if (found) return found
  throw new TouchstoneError('source-unknown', `there is no source "${name}"`, {
    next: `Known are: ${adapters.map((adapter) => adapter.id).join(', ')}, library.`,
  })
}

/**
 * The records of a body that a database sent. `fileName` is for messages; `line` of a rejection is the place of the item.
 * @throws TouchstoneError `source-unknown`, `source-error-body`, `file-format-mismatch`
 */
export function parseBody(
  source: string,
  text: string,
  fileName: string,
): { records: SourceRecord[]; rejected: Rejection[] } {
  const adapter = adapterOf(source)
  const page = parsed(adapter, text, fileName)
  return {
    records: page.records,
    rejected: page.rejected.map(({ item, rule, reason }) => ({
      file: fileName,
      line: item,
      reason: `${rule}: item ${item}. ${reason}`,
    })),
  }
}

function parsed(adapter: Adapter, text: string, fileName: string): ReturnType<Adapter['parse']> {
  try {
    return adapter.parse(text)
  } catch (error) {
    if (error instanceof TouchstoneError)
      throw new TouchstoneError(error.code, error.message, { where: fileName, cause: error })
    throw new TouchstoneError(
      'file-format-mismatch',
      `this body of ${adapter.label} cannot be read: ${(error as Error).message}`,
      {
        where: fileName,
        cause: error,
      },
    )
  }
}
