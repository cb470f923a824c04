import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { connect, loadPackages } from '../../scripts/queue/connection.ts'
import { type Databases, startDatabases } from '../databases/server.ts'
import { inFolder, snapshot } from '../helpers/folders.ts'
import { touchstone } from '../helpers/touchstone.ts'
import { sharedQuestions, writeQuestions } from '../helpers/worlds.ts'
import { program, type Server, startRedis } from './redis.ts'

if (program === null)
  console.warn('SKIPPED: the tests of the queue need redis-server or valkey-server, and this machine has neither.')

const questions = sharedQuestions(4, ['openalex', 'crossref', 'europepmc'])
const day = ['--date', '2026-11-01']
const workers: ChildProcess[] = []
let databases: Databases

beforeEach(async () => {
  databases = await startDatabases()
  for (const [name, value] of Object.entries({ ...databases.env, TOUCHSTONE_TIMEOUT: '2' })) vi.stubEnv(name, value)
})
afterEach(async () => {
  for (const worker of workers.splice(0)) worker.kill('SIGKILL')
  vi.unstubAllEnvs()
  await databases.close()
})

/** A working copy with the questions. */
async function copyOf(home: string): Promise<string> {
  await writeQuestions(join(home, 'content'), questions)
  return home
}

/** Starts a worker as a user does, in a working copy of its own; gives what it has said so far. */
function worker(home: string, { url }: Server): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, [resolve('scripts/cli.ts'), 'work', '--redis', url, '--patience', '3'], {
    env: { ...process.env, TOUCHSTONE_CONTENT: join(home, 'content'), TOUCHSTONE_CACHE: join(home, 'cache') },
  })
  workers.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  return { child, said: () => said }
}

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((done) => setTimeout(done, 20))
}

describe.skipIf(program === null)('a queue', () => {
  it('gives the same bytes as one process, though a worker is killed, the server restarted, a database asks for patience and one question fails', () =>
    inFolder(async (folder) => {
      const one = await copyOf(join(folder, 'one'))
      expect(await touchstone(one, ['generate', ...day])).toMatchObject({ code: 0 })

      await mkdir(join(folder, 'redis'))
      const server = await startRedis(join(folder, 'redis'))
      const poison = async (home: string) => {
        await writeFile(join(home, 'content', 'questions', 'poison.md'), [...questions.values()][0]!)
        await mkdir(join(home, 'content', 'library', 'poison'), { recursive: true })
        await writeFile(join(home, 'content', 'library', 'poison', 'broken.ris'), 'no library at all')
        return home
      }
      const homes = await Promise.all([1, 2, 3].map(async (n) => poison(await copyOf(join(folder, `worker-${n}`)))))
      const writing = await poison(await copyOf(join(folder, 'writing')))
      databases.asked.length = 0
      databases.faults = { crossref: { kind: 'status', status: 429, retryAfter: '1', times: 2 } }
      const serving = homes.map((home) => worker(home, server))
      const all = () => serving.map(({ said }) => said()).join('')
      const disturb = async () => {
        await until(() => serving.some(({ said }) => /papers in/.test(said())))
        // The one that has not yet told of a claim is in the middle of something.
        serving[0]!.child.kill('SIGKILL')
        await until(() => /claims in/.test(all()))
        await server.restart()
      }
      const [ended] = await Promise.all([touchstone(writing, ['generate', '--queue', server.url, ...day]), disturb()])

      expect(ended.stdout).toContain('5 of 5 questions worked out')
      expect(ended.code).toBe(1)
      expect(ended.stderr).toMatch(/error questions-left: 1 questions could not be worked out:\s+poison: .*broken\.ris/)
      const made = async (home: string) =>
        Object.entries(await snapshot(join(home, 'content'))).filter(([name]) => !/poison/.test(name))
      expect(await made(writing)).toEqual(await made(one))
      expect(await readdir(join(writing, 'content', 'reports'))).toHaveLength(questions.size)
      expect(await readdir(join(writing, 'cache', 'queue'))).toEqual([])
      // The workers did the work: content of theirs is as it was.
      expect(Object.keys(await snapshot(join(homes[1]!, 'content'))).some((name) => name.startsWith('reports'))).toBe(
        false,
      )
      await server.stop()
    }))

  it('lets workers ask, with their own keys, and the one who feeds ask nobody; keys never reach the server', () =>
    inFolder(async (folder) => {
      await mkdir(join(folder, 'redis'))
      const server = await startRedis(join(folder, 'redis'))
      const [home, writing] = await Promise.all(['worker', 'writing'].map((name) => copyOf(join(folder, name))))
      vi.stubEnv('TOUCHSTONE_OPENALEX_KEY', 'key-of-the-worker')
      worker(home!, server)
      vi.stubEnv('TOUCHSTONE_OPENALEX_KEY', 'key-of-the-feeder')
      const [slug] = questions.keys()
      expect(await touchstone(writing!, ['generate', slug!, '--queue', server.url, ...day])).toMatchObject({ code: 0 })
      const keys = databases.asked.flatMap(({ source, url }) =>
        source === 'openalex' ? [/api_key=([\w-]+)/.exec(url)?.[1]] : [],
      )
      expect(new Set(keys)).toEqual(new Set(['key-of-the-worker']))
      // The same request is sent once, whoever asks.
      const urls = databases.asked.map(({ source, url }) => `${source} ${url}`)
      expect(urls).toHaveLength(new Set(urls).size)
      const { readFile } = await import('node:fs/promises')
      for (const name of await readdir(join(folder, 'redis'), { recursive: true })) {
        const bytes = await readFile(join(folder, 'redis', name)).catch(() => Buffer.alloc(0))
        expect(bytes.includes('key-of-the')).toBe(false)
      }
      await server.stop()
    }))

  it('refuses a worker whose copy of the question is another', () =>
    inFolder(async (folder) => {
      await mkdir(join(folder, 'redis'))
      const server = await startRedis(join(folder, 'redis'))
      const writing = await copyOf(join(folder, 'writing'))
      const other = join(folder, 'other')
      await cp(writing, other, { recursive: true })
      const [slug, text] = [...questions][0]!
      await writeFile(
        join(other, 'content', 'questions', `${slug}.md`),
        text.replace('bacterial load, germ*', 'bacterial load'),
      )
      worker(other, server)
      const ended = await touchstone(writing, ['generate', slug, '--queue', server.url, ...day])
      expect(ended.code).toBe(1)
      expect(ended.stderr).toMatch(/this worker has another copy of the question/)
      await server.stop()
    }))
})

it('says what to install where the packages are missing', async () => {
  await expect(loadPackages(() => Promise.reject(new Error('Cannot find package')))).rejects.toMatchObject({
    code: 'queue-missing',
    message: expect.stringContaining('npm install --include=optional'),
  })
})

it('says that no server answers, without the password', async () => {
  const failing = connect(await loadPackages(), 'redis://ada:secret@127.0.0.1:1')
  await expect(failing).rejects.toMatchObject({
    code: 'queue-unreachable',
    message: expect.not.stringContaining('secret'),
  })
})
