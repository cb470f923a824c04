import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import { site } from '../../../src/schemas/site.ts'
import { inFolder } from '../../../tests/helpers/folders.ts'
import { openModel, type Said } from '../../../tests/helpers/loopback-model.ts'
import { openAsking } from '../index.ts'
import { ask } from './ask.ts'
import { patientFetch } from './patient-fetch.ts'

const request = {
  ...{ stage: 'screening', instructions: 'Say it.', question: '<data>1</data>', version: '1' },
  form: z.object({ says: z.string() }),
}
const completion = JSON.stringify({
  ...{ id: '1', object: 'chat.completion', created: 1, model: 'small' },
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: '{"says": "yes"}' } }],
  usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
})

/** A model that is silent for so long before it answers, asked with a limit of `timeout` seconds. */
async function asked(folder: string, silence: number, timeout: number) {
  // The global function gives up on a silent server by itself, here after 50 ms instead of 300 s.
  vi.stubGlobal('fetch', async () => {
    await sleep(50)
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'UND_ERR_HEADERS_TIMEOUT' }) })
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  const late: Said = (response) => void sleep(silence).then(() => response.writeHead(200).end(completion))
  const { baseUrl } = await openModel(() => late)
  const llm = { provider: 'openai-compatible', model: 'slow', baseUrl, timeout }
  const project = { root: folder, content: folder, cache: folder, dist: folder }
  return ask(request, await openAsking({ site: site.parse({ llm }), project, offline: true, env: {} }))
}

describe('asking a model that is long silent', () => {
  it('waits as long as the settings allow, whatever the global fetch would', () =>
    inFolder(async (folder) => expect(await asked(folder, 300, 20)).toEqual({ says: 'yes' })))

  it('ends where the settings say so', () =>
    inFolder(async (folder) => {
      const error = await asked(folder, 2000, 0.2).catch((thrown: unknown) => thrown)
      expect(error).toMatchObject({ code: 'model-unreachable', message: expect.stringContaining('it took too long') })
    }))

  it('reads status, headers and a packed body', async () => {
    const { baseUrl } = await openModel(
      () => (response) =>
        void response.writeHead(418, { 'content-encoding': 'gzip', 'retry-after': '7' }).end(gzipSync('a teapot')),
    )
    const response = await patientFetch(`${baseUrl}/chat/completions`, {
      method: 'POST',
      body: JSON.stringify({ messages: [] }),
    })
    expect([response.status, response.headers.get('retry-after'), await response.text()]).toEqual([
      418,
      '7',
      'a teapot',
    ])
  })
})
