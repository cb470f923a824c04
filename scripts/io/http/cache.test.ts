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
