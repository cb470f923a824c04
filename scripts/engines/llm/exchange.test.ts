import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { site } from '../../../src/schemas/site.ts'
import { inFolder } from '../../../tests/helpers/folders.ts'
import { openModel, type Said } from '../../../tests/helpers/loopback-model.ts'
import { openAsking } from '../index.ts'
import { type Asking, ask } from './ask.ts'
import { Estimate, estimateLines } from './estimate.ts'

const form = z.object({ says: z.string() })
const request = { stage: 'screening', instructions: 'You screen records.', question: 'Say it.', form, version: '1' }
const error =
  (status: number, message: string, headers: Record<string, string> = {}): Said =>
  (response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify({ error: { message } }))

/** A model that says one thing after the other; the last again and again. */
async function model(
  folder: string,
  said: readonly Said[] | ((body: Record<string, unknown>) => Said),
  llm: object = {},
) {
  let at = 0
  const { baseUrl, asked } = await openModel(({ body }) =>
    typeof said === 'function' ? said(JSON.parse(body)) : said[Math.min(at++, said.length - 1)]!,
  )
  const settings = site.parse({ llm: { provider: 'openai-compatible', model: 'small', baseUrl, timeout: 2, ...llm } })
  const project = { root: folder, content: join(folder, 'content'), cache: folder, dist: folder }
  const asking: Asking = await openAsking({ site: settings, project, env: { TOUCHSTONE_LLM_KEY: 'sk-secret' } })
  return { asking, bodies: () => asked.map(({ body }) => JSON.parse(body) as Record<string, unknown>) }
}

describe('an exchange with a model', () => {
  it.each(['openai-compatible', 'anthropic'])('speaks the protocol of %s', (provider) =>
    inFolder(async (folder) => {
      const { asking } = await model(folder, [{ says: 'yes' }], { provider })
      expect(await ask(request, asking)).toEqual({ says: 'yes' })
    }),
  )

  it('asks for the form in words where a model takes none, and remembers that', () =>
    inFolder(async (folder) => {
      const refusal = error(400, "'response_format' of type 'json_schema' is not supported")
      const { asking, bodies } = await model(folder, [refusal, '```json\n{"says": "yes"}\n```', '{"says": "again"}'])
      expect(await ask(request, asking)).toEqual({ says: 'yes' })
      expect(await ask({ ...request, question: 'Again.' }, asking)).toEqual({ says: 'again' })
      expect(bodies().map((body) => 'response_format' in body)).toEqual([true, false, false])
      expect(JSON.stringify(bodies()[1])).toContain('JSON Schema')
    }))

  it('learns that once, also where several requests are refused at the same time', () =>
    inFolder(async (folder) => {
      const refusal = error(400, 'response_format is not supported')
      const { asking, bodies } = await model(folder, (body) =>
        'response_format' in body ? refusal : '{"says": "yes"}',
      )
      const answers = await Promise.all([1, 2, 3, 4].map((at) => ask({ ...request, question: `${at}` }, asking)))
      expect(answers.map((answer) => answer?.says)).toEqual(['yes', 'yes', 'yes', 'yes'])
      expect(bodies()).toHaveLength(8)
    }))

  it('asks in words too where a model takes the form and does not keep to it', () =>
    inFolder(async (folder) => {
      const { asking, bodies } = await model(folder, ['Well, it says yes.', '{"says": "yes"}'])
      expect(await ask(request, asking)).toEqual({ says: 'yes' })
      expect(bodies()).toHaveLength(2)
      expect('response_format' in bodies()[1]!).toBe(false)
    }))

  it('leaves temperature and seed out where a model that reasons takes none, and passes over its thoughts', () =>
    inFolder(async (folder) => {
      const { asking, bodies } = await model(folder, [
        error(400, "Unsupported value: 'temperature' does not support 0 with this model."),
        '<think>Yes {"says": "no"}?</think>\n{"says": "yes"}',
      ])
      expect(await ask(request, asking)).toEqual({ says: 'yes' })
      expect(bodies().map(({ temperature }) => temperature)).toEqual([0, undefined])
    }))

  it.each([429, 529, 503])('waits as long as it is told where a model is busy: %s', (status) =>
    inFolder(async (folder) => {
      const busy = error(status, 'slow down', { 'retry-after': '0' })
      const { asking, bodies } = await model(folder, [busy, busy, { says: 'yes' }])
      expect(await ask(request, asking)).toEqual({ says: 'yes' })
      expect(bodies()).toHaveLength(3)
    }),
  )

  it('names a question that is too long', () =>
    inFolder(async (folder) => {
      const { asking, bodies } = await model(folder, [
        error(400, "This model's maximum context length is 8192 tokens."),
      ])
      await expect(ask(request, asking)).rejects.toMatchObject({ code: 'context-exceeded' })
      expect(bodies()).toHaveLength(1)
    }))

  it('asks nobody any more where it is let in nowhere, and tells no key', () =>
    inFolder(async (folder) => {
      const { asking, bodies } = await model(folder, [error(401, 'wrong key sk-secret')])
      const failed = await ask(request, asking).catch((one: Error) => one)
      expect(failed).toMatchObject({ code: 'model-unreachable' })
      expect(String(failed)).not.toContain('sk-secret')
      await expect(ask({ ...request, question: 'Again.' }, asking)).rejects.toMatchObject({ code: 'model-unreachable' })
      expect(bodies()).toHaveLength(1)
    }))

  it('asks side by side, and never more at once than the settings allow', () =>
    inFolder(async (folder) => {
      let [now, most] = [0, 0]
      const slow: Said = (response) => {
        most = Math.max(most, ++now)
        setTimeout(() => {
          now--
          const message = { role: 'assistant', content: '{"says": "yes"}' }
          const choices = [{ index: 0, finish_reason: 'stop', message }]
          response
            .writeHead(200, { 'content-type': 'application/json' })
            .end(JSON.stringify({ id: '1', object: 'chat.completion', created: 1, model: 'small', choices }))
        }, 50)
      }
      const { asking } = await model(folder, [slow], { concurrency: 3 })
      await Promise.all(Array.from({ length: 9 }, (_, at) => ask({ ...request, question: `${at}` }, asking)))
      expect(most).toBe(3)
    }))

  it('counts what it would ask without asking, less what was answered before', () =>
    inFolder(async (folder) => {
      const { asking, bodies } = await model(folder, [{ says: 'yes' }])
      await ask(request, asking)
      const estimate = new Estimate()
      const counting = { ...asking, estimate }
      expect(await ask(request, counting)).toEqual({ says: 'yes' })
      expect(await ask({ ...request, question: 'x'.repeat(4000), maxTokens: 500 }, counting)).toBeNull()
      expect(bodies()).toHaveLength(1)
      const [line] = estimateLines(estimate, { input: 1, output: 10 })
      expect(line).toBe(
        'screening: 1 request (1 answer kept already), about 1005 tokens of questions, at most 500 of answers, cost at most 0.0060',
      )
    }))
})
