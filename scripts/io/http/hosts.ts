import PQueue from 'p-queue'
import { isLoopback } from './address.ts'
import type { HttpEffects } from './effects.ts'

/** Requests in a row that failed for good before a host is left alone for the rest of the run. */
const mostFailures = 3

/** How one host is treated during a run. */
export interface Host {
  /** Waits for this host's turn, then works. */
  turn<T>(work: () => Promise<T>): Promise<T>
  /** Why the host is left alone, or null. */
  closed(): string | null
  /** Keeps the host from being asked before a time in milliseconds. */
  rest(until: number, reason: string): void
  failed(reason: string): void
  succeeded(): void
}

/** One queue, one rate and one breaker a host, and where one host stands for several databases (a proxy), each of them. `perSecond` of the first request to a host counts. */
export function openHosts(effects: HttpEffects): (url: URL, perSecond: number, group?: string) => Host {
  const hosts = new Map<string, Host>()
  return (url, perSecond, group) => {
    const key = `${url.host} ${group ?? ''}`
    const known = hosts.get(key)
    if (known) return known
    const made = openHost(effects, isLoopback(url.hostname) ? 0 : 1000 / perSecond)
    hosts.set(key, made)
    return made
  }
}

/** `spacing` is the time between the beginnings of two requests in milliseconds. */
function openHost(effects: HttpEffects, spacing: number): Host {
  const queue = new PQueue({ concurrency: spacing >= 500 ? 1 : 2 })
  let free = 0
  let failures = 0
  let shut: { until: number; reason: string } | null = null
  const slot = async () => {
    const now = effects.now()
    const start = Math.max(now, free)
    free = start + spacing
    if (start > now) await effects.sleep(start - now)
  }
  return {
    turn: (work) =>
      queue.add(async () => {
        await slot()
        return work()
      }),
    closed: () => (shut !== null && effects.now() < shut.until ? shut.reason : null),
    rest(until, reason) {
      shut = { until, reason }
    },
    failed(reason) {
      failures++
      if (failures >= mostFailures)
        shut = { until: Number.POSITIVE_INFINITY, reason: `left alone after ${failures} failed requests: ${reason}` }
    },
    succeeded() {
      failures = 0
    },
  }
}
