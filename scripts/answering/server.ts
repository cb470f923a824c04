import { stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { absent, readText } from '../io/files.ts'
import { openRequests, type RequestFolder, type WrittenRequest } from './requests.ts'

/** A server that is open. */
export interface AnsweringServer {
  /** Address for `llm.baseUrl`. */
  baseUrl: string
  close(): void
}

const largest = 20_000_000
/** Milliseconds between two looks at the folder, and between two signs of life to the one who waits. */
const [look, life] = [300, 10_000]
/** Milliseconds after which a file that is no JSON counts as written to its end: it is sent as it is. */
const settled = 3000

/**
 * Serves a folder as a model on the loopback address, in the form of OpenAI: each request becomes a file, and its answer
 * is what somebody writes into the file beside it. It waits as long as that takes; a request that was answered before is
 * answered at once, also after a restart.
 */
export async function openAnswering(
  folder: string,
  port: number,
  log: (line: string) => void,
): Promise<AnsweringServer> {
  const requests = await openRequests(folder)
  const server = createServer((request, response) => {
    serve(request, response, requests, log).catch((error: Error) => {
      if (!response.headersSent) response.writeHead(500)
      response.end(JSON.stringify({ error: { message: error.message } }))
    })
  })
  server.requestTimeout = 0
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', done)
  })
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, close: () => shut(server) }
}

function shut(server: Server): void {
  server.closeAllConnections()
  server.close()
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  requests: RequestFolder,
  log: (line: string) => void,
): Promise<void> {
  // A page in a browser has no business here.
  if (request.headers.origin !== undefined) return void response.writeHead(403).end()
  if (request.method !== 'POST' || !request.url?.endsWith('/chat/completions'))
    return void response.writeHead(404).end()
  const body = JSON.parse(await bodyOf(request)) as Record<string, unknown>
  const path = await requests.place(requestOf(body, request.headers['x-touchstone-stage']))
  log(`asked: ${path}.request.json`)
  const answer = await answerAt(`${path}.answer.json`, response)
  if (answer === null) return
  log(`answered: ${path}.answer.json`)
  response.end(JSON.stringify(completion(answer, String(body.model ?? 'folder'))))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > largest) throw new Error('the request is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function requestOf(body: Record<string, unknown>, stage: unknown): WrittenRequest {
  const messages = (Array.isArray(body.messages) ? body.messages : []) as { role?: string; content?: unknown }[]
  const of = (...roles: string[]) =>
    messages
      .filter(({ role }) => roles.includes(role ?? ''))
      .map(({ content }) => textOf(content))
      .join('\n')
  const form = body.response_format as { json_schema?: { schema?: unknown } } | undefined
  return {
    stage: typeof stage === 'string' && /^[a-z]{1,20}$/.test(stage) ? stage : 'other',
    instructions: of('system', 'developer'),
    question: of('user'),
    schema: form?.json_schema?.schema ?? null,
  }
}

function textOf(content: unknown): string {
  if (typeof content === 'string') return content
  const parts = Array.isArray(content) ? (content as { text?: unknown }[]) : []
  return parts.map(({ text }) => (typeof text === 'string' ? text : '')).join('')
}

/** What stands in the answer file, as soon as it is whole; null where nobody waits any more. White space tells the one who waits that we are here. */
async function answerAt(path: string, response: ServerResponse): Promise<string | null> {
  let beat = Date.now()
  response.writeHead(200, { 'content-type': 'application/json' }).flushHeaders()
  while (!response.destroyed) {
    const text = await readText(path)
    if (text !== null && (isJson(text) || (await isSettled(path)))) return text
    if (Date.now() - beat > life) {
      response.write(' ')
      beat = Date.now()
    }
    await sleep(look)
  }
  return null
}

async function isSettled(path: string): Promise<boolean> {
  const found = await stat(path).catch(absent(null))
  return found !== null && Date.now() - found.mtimeMs > settled
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function completion(content: string, model: string) {
  return {
    ...{ id: 'folder', object: 'chat.completion', created: 0, model },
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
  }
}
