import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What a model is asked, as a test sees it: the stage by its instructions, and the data between the marks. */
export interface AskedModel {
  stage: 'protocol' | 'screening' | 'extraction' | 'findings' | 'verification' | 'answer' | 'review' | 'other'
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
  ['findings', 'finding that two papers or more share'],
  ['verification', 'You get pairs of a claim'],
  ['answer', 'You write the answer'],
  ['review', 'You are one of several reviewers'],
]

/** A server on the loopback address that says what it is told to say, in the form of OpenAI or of Anthropic, by its path. */
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
      else
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify(isAnthropic(request.url) ? message(said, body) : completion(said)))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked }
}

const isAnthropic = (url = '') => url.endsWith('/messages')

interface Body {
  system?: unknown
  messages: { role: string; content: unknown }[]
  tools?: { name: string }[]
  response_format?: unknown
}

function read(body: string): AskedModel {
  const { system, messages } = JSON.parse(body) as Body
  const texts = [system, ...messages.map(({ content }) => content)].flatMap((content) =>
    typeof content === 'string' ? [content] : ((content ?? []) as { text?: string }[]).map(({ text }) => text ?? ''),
  )
  const text = texts.join('\n')
  const block = /<data>\n([\s\S]*?)\n<\/data>/.exec(text)?.[1]
  const stage = stages.find(([, words]) => text.includes(words))?.[0] ?? 'other'
  return { stage, data: block ? (JSON.parse(block) as Record<string, unknown>) : {}, body }
}

/** An answer as Anthropic gives it: by the tool that was offered for it, else as text. */
function message(said: object | string, body: string) {
  const [tool] = (JSON.parse(body) as Body).tools ?? []
  const text = typeof said === 'string' ? said : JSON.stringify(said)
  const content =
    tool && typeof said === 'object'
      ? { type: 'tool_use', id: 'toolu_1', name: tool.name, input: said }
      : { type: 'text', text }
  return {
    ...{ id: 'msg_1', type: 'message', role: 'assistant', model: 'small', content: [content] },
    ...{ stop_reason: content.type === 'tool_use' ? 'tool_use' : 'end_turn', stop_sequence: null },
    usage: { input_tokens: 100, output_tokens: 20 },
  }
}

function completion(said: object | string) {
  const content = typeof said === 'string' ? said : JSON.stringify(said)
  return {
    ...{ id: '1', object: 'chat.completion', created: 1, model: 'small' },
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  }
}
