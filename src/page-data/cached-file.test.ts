import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { inFolder } from '../../tests/helpers/folders.ts'

const writer = `
import { parentPort, workerData } from 'node:worker_threads'
const { writeCached } = await import(workerData.module)
for (let time = 0; time < 200; time++) writeCached(workerData.path, workerData.text)
parentPort.postMessage('written')
`

it('is written by several threads at once, each whole', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'cited', 'one.json')
    const texts = ['a'.repeat(5000), 'b'.repeat(9000), 'c'.repeat(20)]
    const module = new URL('./cached-file.ts', import.meta.url).href
    await Promise.all(
      texts.map(
        (text) =>
          new Promise((done, failed) =>
            new Worker(writer, { eval: true, workerData: { module, path, text } })
              .on('message', done)
              .on('error', failed),
          ),
      ),
    )
    expect(texts).toContain(readFileSync(path, 'utf8'))
    expect(readdirSync(join(folder, 'cited'))).toEqual(['one.json'])
  })
})
