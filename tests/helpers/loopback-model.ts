import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What a model is asked, as a test sees it: the stage by its instructions, and the data between the marks. */
export interface AskedModel {
  stage: 'protocol' | 'screening' | 'extraction' | 'findings' | 'answer' | 'review' | 'other'
  data: Record<string, unknown>
  /** The whole body, as it was sent. */
  body: string
}

/** What the model says: a value that is sent as JSON, a text that is sent as it is, or what is done with the response instead. */
export type Said = object | string | ((response: ServerResponse) => void)

const stages: readonly (readonly [AskedModel['stage'], string])[] = [
  ['protocol', 'You help a librarian'],
  ['screening', 'You screen records'],
  ['extraction', 'list its findings on that question'],
  ['findings', 'the findings that two papers or more share'],
  ['answer', 'You write the answer'],
  ['review', 'You are one of several reviewers'],
]

/** An OpenAI-compatible server on the loopback address that says what it is told to say. */
export async function openModel(say: (asked: AskedModel) => Said) {
  const asked: AskedModel[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk) => {
      body += chunk
    })
    request.on('end', () => {
      const one = read(body)
      asked.push(one)
      const said = say(one)
      if (typeof said === 'function') said(response)
      else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(completion(said)))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked }
}

function read(body: string): AskedModel {
  const { messages } = JSON.parse(body) as { messages: { role: string; content: unknown }[] }
  const text = messages
    .map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content)))
    .join('\n')
  const block = /<data>\n([\s\S]*?)\n<\/data>/.exec(text)?.[1]
  const stage = stages.find(([, words]) => text.includes(words))?.[0] ?? 'other'
  return { stage, data: block ? (JSON.parse(block) as Record<string, unknown>) : {}, body }
}

function completion(said: object | string) {
  const content = typeof said === 'string' ? said : JSON.stringify(said)
  return {
    ...{ id: '1', object: 'chat.completion', created: 1, model: 'small' },
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  }
}
