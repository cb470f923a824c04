import PQueue from 'p-queue'
import { isLoopback } from './address.ts'
import type { Allowance } from './allowance.ts'
import type { HttpEffects } from './effects.ts'

/** Requests in a row that failed for good before a host is left alone for the rest of the run. */
const mostFailures = 3
/** Most requests a second and at once, whatever a host allows. */
const most = { perSecond: 20, concurrency: 5 }

/** How one host is treated during a run. */
export interface Host {
  /** Waits for this host's turn, then works. */
  turn<T>(work: () => Promise<T>): Promise<T>
  /** Follows what the host says that it allows. */
  allow(allowance: Allowance): void
  /** Why the host is left alone, or null. */
  closed(): string | null
  /** Keeps the host from being asked before a time in milliseconds. */
  rest(until: number, reason: string): void
  failed(reason: string): void
  succeeded(): void
}

/** What a request says of the way to its host. */
export interface Way {
  perSecond: number
  concurrency?: number
  group?: string
  lane?: string
  breaker?: string
}

type Lane = Pick<Host, 'turn' | 'allow'>
type Breaker = Omit<Host, keyof Lane>

/**
 * One queue and one rate a host, and one breaker; where a request names lanes and breakers, one of each for every name. The rate of
 * the first request counts until the host says what it allows.
 */
export function openHosts(effects: HttpEffects): (url: URL, way: Way) => Host {
  const lanes = new Map<string, Lane>()
  const breakers = new Map<string, Breaker>()
  return (url, { perSecond, concurrency, group = '', lane = group, breaker = lane }) => ({
    ...kept(lanes, `${url.host} ${lane}`, () =>
      openLane(effects, isLoopback(url.hostname), { perSecond, concurrency }),
    ),
    ...kept(breakers, `${url.host} ${breaker}`, () => openBreaker(effects)),
  })
}

function kept<T>(all: Map<string, T>, key: string, make: () => T): T {
  const found = all.get(key) ?? make()
  all.set(key, found)
  return found
}

/** This machine may be asked as often as one likes, though not more at once than it allows. */
function openLane(
  effects: HttpEffects,
  isLocal: boolean,
  { perSecond, concurrency }: { perSecond: number; concurrency?: number | undefined },
): Lane {
  let spacing = isLocal ? 0 : 1000 / perSecond
  let free = 0
  const queue = new PQueue({ concurrency: concurrency ?? (spacing >= 500 ? 1 : 2) })
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
    allow(said) {
      if (said.perSecond !== undefined && !isLocal) spacing = 1000 / Math.min(said.perSecond, most.perSecond)
      if (said.concurrency !== undefined)
        queue.concurrency = Math.max(1, Math.min(said.concurrency, concurrency ?? most.concurrency, most.concurrency))
    },
  }
}

function openBreaker(effects: HttpEffects): Breaker {
  let failures = 0
  let shut: { until: number; reason: string } | null = null
  return {
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
