import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What GitHub says of a repository; change it as you like. A number is the status of a refusal. */
export interface Said {
  repository: object
  pages: object | number
  workflow: object | number
  permissions: object | number
  pulls: { status: number; body: object }
}

/** A stand-in for GitHub's API on the loopback interface. */
export interface GitHub {
  origin: string
  said: Said
  /** Bodies of the pull requests that were asked for. */
  pulls: Record<string, string>[]
  close(): Promise<void>
}

/** Starts it for a repository whose Pages are switched on. Below `/octo/` it refuses every push, as GitHub does where a token may only read. */
export async function startGitHub(): Promise<GitHub> {
  const said: Said = {
    repository: { fork: false, default_branch: 'main' },
    pages: { html_url: 'https://octo.github.io/review/', build_type: 'workflow' },
    workflow: { state: 'active' },
    permissions: 403,
    pulls: { status: 201, body: { html_url: 'https://github.com/Octo/review/pull/1' } },
  }
  const pulls: GitHub['pulls'] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    const send = (answer: object | number, status = 200) => {
      response.writeHead(typeof answer === 'number' ? answer : status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(typeof answer === 'number' ? { message: 'Not Found' } : answer))
    }
    const path = request.url ?? '/'
    if (path.startsWith('/octo/')) return send(403)
    switch (path.replace('/repos/Octo/review', '')) {
      case '':
        return send(said.repository)
      case '/pages':
        return send(said.pages)
      case '/actions/workflows/nightly.yml':
        return send(said.workflow)
      case '/actions/permissions':
        return send(said.permissions)
      case '/pulls':
        pulls.push(JSON.parse(text))
        return send(said.pulls.body, said.pulls.status)
      default:
        return send(404)
    }
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = () =>
    new Promise<void>((done) => {
      server.closeAllConnections()
      server.close(() => done())
    })
  return { origin, said, pulls, close }
}
