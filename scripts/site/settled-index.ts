import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'

/** A file of a search index by its path below the index's folder. */
export interface IndexFile {
  path: string
  content: Uint8Array
}

const magic = Buffer.from('pagefind_dcd')

/**
 * Puts the files of a Pagefind index (1.5) in a settled order. Pagefind writes filters and the values of each in the order
 * of a hash table, which differs between runs over the same records, and names files by what is in them. The pieces are
 * sorted and the files that hold them named again, so that the same records give the same bytes.
 */
export function settledIndex(files: readonly IndexFile[]): IndexFile[] {
  const renamed = new Map<string, string>()
  const settled = files.map((file) => {
    const name = /^filter\/(?<hash>.+)\.pf_filter$/.exec(file.path)?.groups?.hash
    if (name === undefined) return file
    const bytes = opened(file.content)
    const [head, values] = items(bytes, 0)
    const body = Buffer.concat([bytes.subarray(0, 1), slice(bytes, head!), sorted(bytes, values!)])
    const hash = `${name.split('_')[0]}_${digest(body, 7)}`
    renamed.set(name, hash)
    return { path: `filter/${hash}.pf_filter`, content: closed(body) }
  })
  const meta = settled.find(({ path }) => path.endsWith('.pf_meta'))
  if (!meta) return settled
  const old = /pagefind\.(.+)\.pf_meta$/.exec(meta.path)![1]!
  const body = settledMeta(opened(meta.content), renamed)
  const hash = `${old.split('_')[0]}_${digest(body, 10)}`
  return settled
    .map((file) => {
      if (file === meta) return { path: `pagefind.${hash}.pf_meta`, content: closed(body) }
      if (file.path !== 'pagefind-entry.json') return file
      return { ...file, content: Buffer.from(Buffer.from(file.content).toString('utf8').replaceAll(old, hash)) }
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Renames the filters in the list of them, which is the only array of the head whose items name a known filter, and sorts it. */
function settledMeta(bytes: Buffer, renamed: ReadonlyMap<string, string>): Buffer {
  const parts = items(bytes, 0).map((item) => {
    const part = slice(bytes, item)
    const known = [...renamed].filter(([old]) => part.includes(old))
    if (known.length === 0) return part
    let text = part.toString('latin1')
    for (const [old, hash] of known) text = text.replaceAll(old, hash)
    const list = Buffer.from(text, 'latin1')
    return sorted(list, { start: 0, end: list.length })
  })
  return Buffer.concat([bytes.subarray(0, headEnd(bytes, 0)), ...parts])
}

interface Item {
  start: number
  end: number
}

/** An array with its items in the order of their bytes. */
function sorted(bytes: Buffer, { start }: Item): Buffer {
  const parts = items(bytes, start).map((item) => slice(bytes, item))
  return Buffer.concat([bytes.subarray(start, headEnd(bytes, start)), ...parts.sort(Buffer.compare)])
}

/** The items of an array of CBOR (RFC 8949) that begins at a place. */
function items(bytes: Buffer, start: number): Item[] {
  const found: Item[] = []
  let at = headEnd(bytes, start)
  for (let left = argument(bytes, start); left > 0; left--) {
    const end = endOf(bytes, at)
    found.push({ start: at, end })
    at = end
  }
  return found
}

function endOf(bytes: Buffer, start: number): number {
  const kind = bytes[start]! >> 5
  const head = headEnd(bytes, start)
  if (kind === 2 || kind === 3) return head + argument(bytes, start)
  if (kind === 4) return items(bytes, start).at(-1)?.end ?? head
  if (kind === 0 || kind === 1 || kind === 7) return head
  throw new Error(`a search index holds an item of kind ${kind}, which is not known here`)
}

function headEnd(bytes: Buffer, start: number): number {
  const small = bytes[start]! & 31
  return start + (small < 24 ? 1 : 1 + 2 ** (small - 24))
}

function argument(bytes: Buffer, start: number): number {
  const small = bytes[start]! & 31
  if (small < 24) return small
  const size = 2 ** (small - 24)
  return size > 4 ? Number(bytes.readBigUInt64BE(start + 1)) : bytes.readUIntBE(start + 1, size)
}

const slice = (bytes: Buffer, { start, end }: Item): Buffer => bytes.subarray(start, end)

function opened(content: Uint8Array): Buffer {
  const bytes = gunzipSync(content)
  if (!bytes.subarray(0, magic.length).equals(magic))
    throw new Error('a search index has a form that is not known here')
  return bytes.subarray(magic.length)
}

const closed = (body: Buffer): Buffer => gzipSync(Buffer.concat([magic, body]), { level: 9 })

const digest = (body: Buffer, length: number): string =>
  createHash('sha256').update(body).digest('hex').slice(0, length)
