import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TouchstoneError } from '../src/core/errors.ts'
import type { Site } from '../src/schemas/site.ts'
import { clockOf } from './io/day.ts'
import { openHttpCache } from './io/http/cache.ts'
import { openHttp } from './io/http/client.ts'
import type { Http, Seen } from './io/http/contract.ts'
import { realEffects } from './io/http/effects.ts'
import { redactor } from './io/http/redact.ts'
import type { Project } from './io/project.ts'
import { contactFault, contactOf, secretsOf } from './sources/address.ts'
import { adapters } from './sources/index.ts'

interface Choices {
  /** The day that the command fixes, `YYYY-MM-DD`; the age of kept answers is told by it. */
  date?: string | undefined
  force: boolean
  /** Ask anew and keep nothing. */
  unkept?: boolean
  /** Told of every answer. */
  observe?: (seen: Seen) => void
  signal?: AbortSignal
}

const defaults = { seconds: 30, requests: 2000 }

/**
 * Opens the transport of a run with its cache, as the settings and the environment say: `TOUCHSTONE_CONTACT` (address in
 * the user agent), `TOUCHSTONE_TIMEOUT` (seconds without an answer), `TOUCHSTONE_BUDGET` (most requests of a run).
 * @throws TouchstoneError `usage` where one of them is no number, or the contact is nobody's address
 */
export async function openTransport(
  project: Project,
  site: Site,
  choices: Choices,
): Promise<{ http: Http; close: () => void }> {
  const fault = contactFault()
  if (fault) throw new TouchstoneError('usage', fault, { where: 'TOUCHSTONE_CONTACT' })
  const cache = choices.unkept ? null : openHttpCache(join(project.cache, 'http.sqlite'))
  const http = openHttp({
    effects: realEffects(choices.signal),
    cache,
    userAgent: await userAgent(project.root, site),
    redact: redactor(secretsOf(adapters)),
    timeout: numberOf('TOUCHSTONE_TIMEOUT', defaults.seconds) * 1000,
    budget: numberOf('TOUCHSTONE_BUDGET', defaults.requests),
    force: choices.force,
    clock: clockOf(choices.date),
    ...(choices.observe ? { observe: choices.observe } : {}),
    ...(choices.signal ? { signal: choices.signal } : {}),
  })
  return { http, close: () => cache?.close() }
}

/** How the program names itself to those whom it asks. */
export async function userAgent(root: string, site: Site): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const contact = contactOf()
  const said = [...(site.repository ? [site.repository] : []), ...(contact ? [`mailto:${contact}`] : [])]
  return `Touchstone/${version}${said.length > 0 ? ` (${said.join('; ')})` : ''}`
}

function numberOf(name: string, otherwise: number): number {
  const said = process.env[name]
  if (said === undefined || said === '') return otherwise
  const value = Number(said)
  if (Number.isFinite(value) && value > 0) return value
  throw new TouchstoneError('usage', `"${said}" is not a number above 0`, { where: name })
}
