import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { DescribedModel } from '../../scripts/engines/nli/described.ts'

/** Describes a model whose files lie in a folder, as they are. */
export async function describeFolder(folder: string, name = 'tests/tiny'): Promise<DescribedModel> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
  const files = await Promise.all(
    names.map(async (path) => {
      const bytes = await readFile(join(folder, path))
      return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    }),
  )
  return { name, revision: 'abc123', licence: 'CC0-1.0', dtype: 'fp32', files, written: {} }
}

/** What a mirror does with a request instead of answering it; `false` where it answers as usual. */
export type Fault = (request: IncomingMessage, response: ServerResponse, bytes: Buffer) => boolean

/** A mirror on the loopback address, laid out as hubs are; it knows ranges and tells what it was asked. */
export async function openMirror(folder: string, name: string, fault: Fault = () => false) {
  const asked: { url: string; range: string | undefined }[] = []
  const server = createServer(async (request, response) => {
    asked.push({ url: request.url!, range: request.headers.range })
    const path = new RegExp(`^/${name}/resolve/[^/]+/(.+)$`).exec(request.url!)?.[1]
    const bytes = path ? await readFile(join(folder, path)).catch(() => null) : null
    if (!bytes) return void response.writeHead(404).end()
    if (fault(request, response, bytes)) return
    const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
    if (from === 0) return void response.writeHead(200, { 'content-length': bytes.length }).end(bytes)
    const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`
    response.writeHead(206, { 'content-range': range }).end(bytes.subarray(from))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}
