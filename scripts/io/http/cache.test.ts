import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { inFolder } from '../../../tests/helpers/folders.ts'
import { openHttpCache } from './cache.ts'

const writer = `
import { parentPort, workerData } from 'node:worker_threads'
const { openHttpCache } = await import(workerData.module)
for (const path of workerData.paths) {
  const cache = openHttpCache(path)
  cache.put(workerData.key, { status: 200, body: workerData.key, etag: null, lastModified: null, stored: 1 })
  cache.close()
}
parentPort.postMessage('written')
`

it('keeps what each of several that open it at once puts in', async () => {
  await inFolder(async (folder) => {
    const paths = Array.from({ length: 20 }, (_, at) => join(folder, `${at}.sqlite`))
    const keys = ['a', 'b', 'c', 'd']
    const module = new URL('./cache.ts', import.meta.url).href
    await Promise.all(
      keys.map(
        (key) =>
          new Promise((done, failed) =>
            new Worker(writer, { eval: true, workerData: { module, paths, key } })
              .on('message', done)
              .on('error', failed),
          ),
      ),
    )
    for (const path of paths) {
      const cache = openHttpCache(path)
      expect(keys.map((key) => cache.get(key)?.body)).toEqual(keys)
      cache.close()
    }
  })
})

it.each<[string, (path: string) => void]>([
  ['no database', (path) => writeFileSync(path, 'a page of an error, not a cache '.repeat(200))],
  ['cut off', (path) => truncateSync(path, 4096)],
  ['overwritten inside', (path) => writeFileSync(path, readFileSync(path).fill(0xff, 100, 4096))],
])('is begun anew where the file is %s', async (_, spoil) => {
  await inFolder(async (folder) => {
    const path = join(folder, 'http.sqlite')
    const answer = { status: 200, body: 'x'.repeat(9000), etag: null, lastModified: null, stored: 1 }
    const first = openHttpCache(path)
    for (let at = 0; at < 20; at++) first.put(`${at}`, answer)
    first.close()
    spoil(path)
    const second = openHttpCache(path)
    expect(second.get('3')).toBeNull()
    second.put('3', answer)
    expect(second.get('3')).toEqual(answer)
    second.close()
  })
})
