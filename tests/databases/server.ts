import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { services } from './answers.ts'
import type { Kept, Reply } from './reply.ts'
import { makeWorld, type Work } from './world.ts'

/** How a database misbehaves. `times` is for how many requests; for ever where absent. */
export type Fault = (
  | { kind: 'status'; status: number; retryAfter?: string }
  | { kind: 'slow'; milliseconds: number }
  | { kind: 'cut' | 'wrong-json' | 'login' | 'down' }
  | { kind: 'redirect'; to: string }
) & { times?: number /** Requests that are answered well before it begins. */; after?: number }

/** A request that a database got. */
export interface Asked {
  source: string
  url: string
  headers: IncomingMessage['headers']
}

/** All databases on one port of the loopback interface, each below its own path. */
export interface Databases {
  origin: string
  /** Environment that points every adapter here. */
  env: Record<string, string>
  /** Works of the world; change it as you like. */
  works: Work[]
  /** What misbehaves, by the name of the database. */
  faults: Record<string, Fault>
  /** Which night it is: works and notices are there from their own night on. */
  night: number
  /** Address of every open copy, where it is to lie elsewhere. */
  copy?: string
  /** What is kept of each database between two requests: credits spent, the good key, sizes of pages. */
  kept: Record<string, Kept>
  /** Every request since the server began or since this was emptied. */
  asked: Asked[]
  close(): Promise<void>
}

/** Starts the databases. They answer with an ETag and confirm it. */
export async function startDatabases(works = makeWorld()): Promise<Databases> {
  const server = createServer((request, response) => void serve(databases, request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const databases: Databases = {
    origin,
    env: Object.fromEntries(
      Object.keys(services).map((name) => [`TOUCHSTONE_${name.toUpperCase()}_URL`, `${origin}/${name}`]),
    ),
    works: [...works],
    faults: {},
    night: 0,
    kept: Object.fromEntries(Object.keys(services).map((name): [string, Kept] => [name, { spent: 0 }])),
    asked: [],
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
  // Fewer than the true thousand, so that a small world has pages.
  databases.kept.semanticscholar!.pageSize = 10
  return databases
}

async function serve(databases: Databases, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', databases.origin)
  const [, source = '', path = ''] = /^\/([a-z]+)(\/.*)?$/.exec(url.pathname) ?? []
  databases.asked.push({ source, url: `${path}${url.search}`, headers: request.headers })
  const service = services[source]
  if (!service) return write(response, { status: 404, body: 'no such database' })
  const all = databases.works.filter((work) => work.since <= databases.night)
  const works = all.filter((work) => work.in.includes(source))
  const origin = `${databases.origin}/${source}`
  const kept = databases.kept[source]!
  if (kept.night !== databases.night)
    Object.assign(kept, { night: databases.night, spent: kept.night === undefined ? kept.spent : 0 })
  if ((request.url ?? '').length > (kept.longest ?? Number.POSITIVE_INFINITY))
    return write(response, { status: 414, body: 'Request-URI Too Large' })
  const reply = service.answer({
    path: decodeURIComponent(path),
    query: url.searchParams,
    headers: request.headers,
    length: (request.url ?? '').length,
    kept,
    works,
    all,
    night: databases.night,
    origin,
    copy: databases.copy,
  })
  const fault = faultOf(databases, source)
  if (fault) return misbehave(response, reply, fault)
  if ((reply.status ?? 200) >= 400) return write(response, reply)
  const etag = `"${Buffer.from(reply.body).length}-${sum(String(reply.body))}"`
  if (request.headers['if-none-match'] === etag)
    return write(response, { status: 304, body: '', ...(reply.headers ? { headers: reply.headers } : {}) })
  write(response, { ...reply, headers: { etag, ...reply.headers } })
}

/** The fault of a database for this request, counted down. */
function faultOf({ faults }: Databases, source: string): Fault | null {
  const fault = faults[source]
  if (!fault) return null
  if (fault.after !== undefined && fault.after > 0) {
    fault.after--
    return null
  }
  if (fault.times === undefined) return fault
  if (fault.times <= 0) return null
  fault.times--
  return fault
}

async function misbehave(response: ServerResponse, reply: Reply, fault: Fault): Promise<void> {
  switch (fault.kind) {
    case 'status':
      return write(response, {
        status: fault.status,
        body: 'not now',
        headers: fault.retryAfter === undefined ? {} : { 'retry-after': fault.retryAfter },
      })
    case 'slow':
      await new Promise((done) => setTimeout(done, fault.milliseconds))
      return write(response, reply)
    case 'cut':
      response.writeHead(200, { 'content-type': reply.type, 'content-length': Buffer.byteLength(reply.body) })
      response.write(Buffer.from(reply.body).subarray(0, Math.floor(reply.body.length / 2)))
      return void response.socket?.destroySoon()
    case 'wrong-json':
      return write(response, { type: 'application/json', body: '{"results": [{"id": ' })
    case 'login':
      return write(response, {
        type: 'text/html',
        body: '<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>',
      })
    case 'redirect':
      return write(response, { status: 302, headers: { location: fault.to }, body: '' })
    case 'down':
      return void response.socket?.destroy()
  }
}

function write(response: ServerResponse, { status = 200, type = 'text/plain', headers = {}, body }: Reply): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, ...headers })
  response.end(body)
}

function sum(text: string): number {
  let total = 0
  for (let at = 0; at < text.length; at++) total = (total * 31 + text.charCodeAt(at)) >>> 0
  return total
}
