import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { Redis } from 'ioredis'

/** Whether this machine has a server of Redis's protocol. */
export const program =
  ['redis-server', 'valkey-server'].find((name) => spawnSync(name, ['--version']).status === 0) ?? null

/** A server that writes down everything, so that it comes back as it was. */
export interface Server {
  url: string
  /** Kills it and starts it again from what it wrote down. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Starts a server in an empty folder. */
export async function startRedis(folder: string): Promise<Server> {
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  let child = await start(folder, port, url)
  const kill = () =>
    new Promise<void>((done) => {
      child.once('close', () => done())
      child.kill('SIGKILL')
    })
  return {
    url,
    stop: kill,
    async restart() {
      await kill()
      child = await start(folder, port, url)
    },
  }
}

async function start(folder: string, port: number, url: string): Promise<ChildProcess> {
  const options = [
    '--port',
    port,
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--save',
    '',
    '--appendonly',
    'yes',
    '--appendfsync',
    'always',
  ]
  const child = spawn(program!, options.map(String), { stdio: 'ignore' })
  const redis = new Redis(url, { retryStrategy: () => 50, maxRetriesPerRequest: null })
  redis.on('error', () => {})
  await redis.ping()
  redis.disconnect()
  return child
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}
