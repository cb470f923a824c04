import { setTimeout as timer } from 'node:timers/promises'

/** What the transport takes from the world. */
export interface HttpEffects {
  /** Milliseconds since 1970. */
  now(): number
  sleep(milliseconds: number): Promise<void>
  /** 0 to 1, for jitter. */
  random(): number
}

/** The world as it is. A signal ends every wait. */
export function realEffects(signal?: AbortSignal): HttpEffects {
  return {
    now: () => Date.now(),
    sleep: (milliseconds) => timer(milliseconds, undefined, signal ? { signal } : {}),
    random: Math.random,
  }
}
