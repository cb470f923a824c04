import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { site } from '../../src/schemas/site.ts'
import { inFolder } from '../../tests/helpers/folders.ts'
import { openAsking } from '../engines/index.ts'
import { ask } from '../engines/llm/ask.ts'
import { openAnswering } from './server.ts'

const form = z.object({ says: z.string() })
const request = { stage: 'screening', instructions: 'Say it.', question: '<data>1</data>', form, version: '1' }

async function opened(folder: string) {
  const server = await openAnswering(join(folder, 'asked'), 0, () => {})
  onTestFinished(() => server.close())
  const llm = { provider: 'openai-compatible', model: 'folder', baseUrl: server.baseUrl, timeout: 30 }
  const project = { root: folder, content: join(folder, 'content'), cache: folder, dist: folder }
  return { server, asking: await openAsking({ site: site.parse({ llm }), project, offline: true, env: {} }) }
}

async function waitFor(folder: string, name: string): Promise<string> {
  for (;;) {
    const names: string[] = await readdir(folder).catch(() => [])
    if (names.includes(name)) return readFile(join(folder, name), 'utf8')
    await new Promise((done) => setTimeout(done, 20))
  }
}

describe('a folder that stands in for a model', () => {
  it('writes each request with its form, waits for its answer, and knows it again after a restart', () =>
    inFolder(async (folder) => {
      const asked = join(folder, 'asked')
      const { server, asking } = await opened(folder)
      const answer = ask(request, asking)
      const written = JSON.parse(await waitFor(asked, '0001-screening.request.json'))
      expect(written).toMatchObject({ stage: 'screening', instructions: 'Say it.', question: '<data>1</data>' })
      expect(written.schema.properties).toHaveProperty('says')
      await writeFile(join(asked, '0001-screening.answer.json'), '{"says": "yes"}')
      expect(await answer).toEqual({ says: 'yes' })
      server.close()
      const later = await opened(folder)
      const empty = { ...later.asking, answers: { get: async () => null, put: async () => {} } }
      expect(await ask(request, empty)).toEqual({ says: 'yes' })
      expect((await readdir(asked)).sort()).toEqual(['0001-screening.answer.json', '0001-screening.request.json'])
      const other = ask({ ...request, question: 'another' }, empty)
      await waitFor(asked, '0002-screening.request.json')
      await writeFile(join(asked, '0002-screening.answer.json'), '{"says": "no"}')
      expect(await other).toEqual({ says: 'no' })
    }))

  it('answers nothing else, and no page in a browser', () =>
    inFolder(async (folder) => {
      const { server } = await opened(folder)
      const statusOf = async (path: string, headers: Record<string, string>) =>
        (await fetch(`${server.baseUrl}${path}`, { method: 'POST', body: '{}', headers })).status
      expect(await statusOf('/models', {})).toBe(404)
      expect(await statusOf('/chat/completions', { origin: 'https://example.org' })).toBe(403)
    }))
})
