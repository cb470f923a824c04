import type { ConnectionOptions } from 'bullmq'
import type { Redis } from 'ioredis'
import { TouchstoneError } from '../../src/core/errors.ts'

/** The packages that a queue needs; neither is loaded before somebody asks for a queue. */
export interface Packages {
  bullmq: typeof import('bullmq')
  Redis: typeof import('ioredis').Redis
}

/**
 * Loads the packages of the queue.
 * @throws TouchstoneError `queue-missing` where they are not installed
 */
export async function loadPackages(
  load: () => Promise<[typeof import('bullmq'), typeof import('ioredis')]> = () =>
    Promise.all([import('bullmq'), import('ioredis')]),
): Promise<Packages> {
  try {
    const [bullmq, { Redis }] = await load()
    return { bullmq, Redis }
  } catch (error) {
    throw new TouchstoneError('queue-missing', 'the packages of the queue, bullmq and ioredis, are not installed', {
      next: 'Install them with: npm install --include=optional. Without a queue, leave --queue out: one process does the same.',
      cause: error,
    })
  }
}

/** Milliseconds within which a server must answer at first; later it is waited for, however long. */
const firstPatience = 5_000

/**
 * Opens a connection that waits for a server that went away.
 * @throws TouchstoneError `queue-unreachable` where none answers at first
 */
export async function connect({ Redis }: Packages, url: string): Promise<Redis> {
  const redis = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true, retryStrategy: backoff })
  redis.on('error', () => {})
  const patience = new Promise<never>((_, fail) =>
    setTimeout(() => fail(new Error('no answer')), firstPatience).unref(),
  )
  try {
    await Promise.race([redis.connect().then(() => redis.ping()), patience])
    return redis
  } catch (error) {
    redis.disconnect()
    throw new TouchstoneError('queue-unreachable', `no server of Redis's protocol answers at ${shown(url)}`, {
      next: 'Start one (redis-server, valkey-server), or correct the address: redis://HOST:PORT.',
      cause: error,
    })
  }
}

/** What BullMQ needs to open connections of its own. */
export function connectionTo(url: string): ConnectionOptions {
  return { url, maxRetriesPerRequest: null, retryStrategy: backoff }
}

function backoff(times: number): number {
  return Math.min(50 * 2 ** times, 2_000)
}

/** An address without its password. */
function shown(url: string): string {
  const address = URL.parse(url)
  return address ? `${address.protocol}//${address.host}` : url
}
