import { once } from 'node:events'
import type { ReadStream } from 'node:tty'

/** Reads one key at a time from a terminal, or one letter at a time from what is piped in; null at the end. */
export interface Keys {
  next(): Promise<string | null>
  close(): void
}

/** Keys of a stream; a terminal needs no Enter. Ctrl-C and Ctrl-D end it. */
export function readKeys(input: ReadStream | NodeJS.ReadStream): Keys {
  const isTerminal = 'isTTY' in input && input.isTTY === true
  if (isTerminal) input.setRawMode(true)
  input.setEncoding('utf8')
  const waiting: string[] = []
  let ended = false
  input.on('data', (text) => waiting.push(...String(text)))
  input.on('end', () => {
    ended = true
  })
  input.resume()
  return {
    async next() {
      while (waiting.length === 0 && !ended) await Promise.race([once(input, 'data'), once(input, 'end')])
      const key = waiting.shift() ?? null
      return key === '\u0003' || key === '\u0004' ? null : key
    },
    close() {
      if (isTerminal) input.setRawMode(false)
      input.pause()
    },
  }
}
