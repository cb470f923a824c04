import got from 'got'
import type { Repository } from './repository.ts'

/** What GitHub answered; `status` is 0 where it did not. */
export interface Said {
  status: number
  body: Readonly<Record<string, unknown>>
}

/** Asks GitHub about a repository; `path` is below that of the repository. */
export function askGitHub(repository: Repository, path: string): Promise<Said> {
  return send(repository, path, {})
}

/** Tells GitHub something. */
export function tellGitHub(repository: Repository, path: string, json: object): Promise<Said> {
  return send(repository, path, { method: 'POST', json })
}

async function send({ api, owner, name, token }: Repository, path: string, more: object): Promise<Said> {
  try {
    const { statusCode, body } = await got(`${api}/repos/${owner}/${name}${path}`, {
      headers: {
        accept: 'application/vnd.github+json',
        'x-github-api-version': '2022-11-28',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      throwHttpErrors: false,
      retry: { limit: 2 },
      timeout: { request: 20_000 },
      ...more,
    })
    return { status: statusCode, body: objectOf(body) }
  } catch {
    return { status: 0, body: {} }
  }
}

function objectOf(text: unknown): Said['body'] {
  try {
    const value: unknown = JSON.parse(String(text))
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Said['body']) : {}
  } catch {
    return {}
  }
}
