import { createWriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import got, { type Response } from 'got'
import { TouchstoneError } from '../../src/core/errors.ts'
import { absent } from '../io/files.ts'
import { interrupted } from '../io/interrupted.ts'
import { systemError } from '../io/system-error.ts'
import { type Expected, settle } from './checked-file.ts'

/** What a download needs beside its addresses. */
export interface Downloading {
  /** Told how many bytes of the file are there. */
  onBytes: (there: number) => void
  signal?: AbortSignal
  /** Milliseconds before each further try; as many tries as there are entries, and one more. */
  waits?: readonly number[]
}

const waitsUsually = [1000, 3000, 9000]
const timeout = { lookup: 15_000, connect: 15_000, response: 60_000, socket: 60_000 }

/** Why a try brought nothing: the address has no such file, or the line broke. */
type Outcome = 'whole' | 'not-there' | { broke: string }

/**
 * Fetches a file into its place, checked. What came before the line broke stays beside it (`.part`), and the next try,
 * also of a later run, goes on from there. Of several addresses the first that has the file is taken.
 * @throws TouchstoneError `download-unreachable`, `download-broken`, `disk-full`, `interrupted`
 */
export async function download(
  addresses: readonly string[],
  target: string,
  expected: Expected,
  { onBytes, signal, waits = waitsUsually }: Downloading,
): Promise<void> {
  const part = `${target}.part`
  await mkdir(dirname(target), { recursive: true })
  for (const address of addresses) {
    let outcome: Outcome = { broke: '' }
    for (let at = 0; at <= waits.length && typeof outcome === 'object'; at++) {
      if (at > 0) await sleep(waits[at - 1])
      outcome = await attempt(address, part, expected, onBytes, signal)
    }
    if (outcome === 'whole') return settle(part, target, expected, address)
    if (outcome !== 'not-there') throw await unreachable(address, outcome.broke, part, expected)
  }
  throw new TouchstoneError('download-unreachable', `${expected.path} is not to be had there (status 404)`, {
    where: addresses[0]!,
    next: 'Name a mirror or a folder that holds it: --from URL, --from DIR.',
  })
}

async function attempt(
  address: string,
  part: string,
  expected: Expected,
  onBytes: Downloading['onBytes'],
  signal?: AbortSignal,
): Promise<Outcome> {
  let there = (await stat(part).catch(absent(null)))?.size ?? 0
  if (there === expected.bytes) return 'whole'
  if (there > expected.bytes) {
    await rm(part, { force: true })
    there = 0
  }
  try {
    const stream = got.stream(address, {
      headers: { 'accept-encoding': 'identity', ...(there > 0 ? { range: `bytes=${there}-` } : {}) },
      decompress: false,
      retry: { limit: 0 },
      throwHttpErrors: false,
      timeout,
      ...(signal ? { signal } : {}),
    })
    const response = await new Promise<Response>((resolve, reject) => {
      stream.once('response', resolve)
      stream.once('error', reject)
    })
    const goesOn = response.statusCode === 206 && startOf(response) === there
    if (!goesOn && response.statusCode !== 200) {
      stream.destroy()
      if (response.statusCode === 416) await rm(part, { force: true })
      return response.statusCode === 404 ? 'not-there' : { broke: `status ${response.statusCode}` }
    }
    let count = goesOn ? there : 0
    const counted = new Transform({
      transform(chunk: Buffer, _, done) {
        count += chunk.length
        onBytes(Math.min(count, expected.bytes))
        // Nothing is written for ever: what is longer than it must be is another file.
        done(count > expected.bytes ? new TooLong() : null, chunk)
      },
    })
    await pipeline(stream, counted, createWriteStream(part, { flags: goesOn ? 'a' : 'w' }))
    return count === expected.bytes ? 'whole' : { broke: `the line broke after ${count} of ${expected.bytes} bytes` }
  } catch (error) {
    if (signal?.aborted) throw interrupted()
    if (error instanceof TooLong) return 'whole'
    const system = systemError(error)
    if (system && system.code !== 'file-missing') throw system
    return { broke: (error as NodeJS.ErrnoException).code ?? (error as Error).message }
  }
}

class TooLong extends Error {}

function startOf({ headers }: Response): number {
  return Number(/^bytes (\d+)-/.exec(headers['content-range'] ?? '')?.[1] ?? Number.NaN)
}

async function unreachable(
  address: string,
  reason: string,
  part: string,
  expected: Expected,
): Promise<TouchstoneError> {
  const there = (await stat(part).catch(absent(null)))?.size ?? 0
  const kept = there > 0 ? `${there} of ${expected.bytes} bytes are kept, and the command goes on from there. ` : ''
  return new TouchstoneError('download-unreachable', `${expected.path} could not be fetched: ${reason}`, {
    where: address,
    next: `${kept}Run it again when the network is there, or name a mirror or a folder: --from URL, --from DIR.`,
  })
}
