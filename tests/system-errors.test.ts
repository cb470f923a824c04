import { spawn, spawnSync } from 'node:child_process'
import { chmod, chown, cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, snapshot } from './helpers/folders.ts'
import type { Ended } from './helpers/touchstone.ts'

const nobody = 65534
const isRoot = process.getuid?.() === 0

/** Runs a command under a limit of the shell, as somebody without the rights of root. */
function limited(folder: string, limit: string, args: readonly string[], asNobody = isRoot): Promise<Ended> {
  const command = [process.execPath, resolve('scripts/cli.ts'), ...args]
  const child = spawn('sh', ['-c', `${limit}; exec "$@"`, 'sh', ...command], {
    env: {
      ...process.env,
      HOME: folder,
      TOUCHSTONE_CONTENT: `${folder}/content`,
      TOUCHSTONE_CACHE: `${folder}/cache`,
      NODE_OPTIONS: '',
    },
    ...(asNobody ? { uid: nobody, gid: nobody } : {}),
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr += chunk))
  return new Promise((done) => child.on('close', (code) => done({ code, stdout, stderr })))
}

async function withContent(work: (folder: string) => Promise<void>) {
  await inFolder(async (folder) => {
    await cp(resolve('tests/golden/disagreement/input'), `${folder}/content`, { recursive: true })
    await mkdir(`${folder}/cache`)
    if (isRoot) await own(folder, nobody)
    await chmod(folder, 0o755)
    await work(folder)
  })
}

async function own(folder: string, owner: number) {
  await chown(folder, owner, owner)
  for (const name of await readdir(folder, { recursive: true })) await chown(`${folder}/${name}`, owner, owner)
}

const generate = ['generate', '--offline', '--date', '2026-01-15']
const trace = /^\s+at .*(?:\.[jt]s|node:)/m

describe.skipIf(process.platform === 'win32')('a fault of the system', () => {
  it('EACCES: content that belongs to somebody else is told with its path and left as it is', () =>
    withContent(async (folder) => {
      const before = await snapshot(`${folder}/content`)
      await chmod(`${folder}/content`, 0o555)
      const { code, stderr } = await limited(folder, ':', generate)
      await chmod(`${folder}/content`, 0o755)
      expect({ code, trace: trace.test(stderr) }).toEqual({ code: 1, trace: false })
      expect(stderr).toContain('error file-unwritable')
      expect(await snapshot(`${folder}/content`)).toEqual(before)
    }))

  it('EACCES: a folder of papers that may not be read is no empty folder', () =>
    withContent(async (folder) => {
      expect((await limited(folder, ':', generate)).code).toBe(0)
      await chmod(`${folder}/content/papers`, 0o000)
      const { code, stderr } = await limited(folder, ':', [...generate, '--force'])
      await chmod(`${folder}/content/papers`, 0o755)
      expect({ code, trace: trace.test(stderr) }).toEqual({ code: 1, trace: false })
      expect(stderr).toContain(`${folder}/content/papers`)
    }))

  it('EFBIG: what cannot be written whole is not written at all', () =>
    withContent(async (folder) => {
      const before = await snapshot(`${folder}/content`)
      const { code, stderr } = await limited(folder, "trap '' XFSZ; ulimit -f 24", generate)
      expect({ code, trace: trace.test(stderr) }).toEqual({ code: 1, trace: false })
      expect(stderr).toMatch(/error disk-full: .*\n\s+Free some space/)
      expect(await snapshot(`${folder}/content`)).toEqual(before)
    }))

  it.skipIf(!isRoot || process.platform !== 'linux')(
    'ENOSPC: a disk that is full half-way leaves content as it was, and the error names the file',
    () =>
      inFolder(async (folder) => {
        const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=140k', 'tmpfs', folder])
        if (mounted.status !== 0) return console.warn(`SKIPPED: no small disk can be mounted here: ${mounted.stderr}`)
        try {
          await cp(resolve('tests/golden/disagreement/input'), `${folder}/content`, { recursive: true })
          const before = await snapshot(`${folder}/content`)
          await inFolder(async (cache) => {
            const { code, stderr } = await limited(folder, `TOUCHSTONE_CACHE=${cache}`, generate, false)
            expect({ code, trace: trace.test(stderr) }).toEqual({ code: 1, trace: false })
            expect(stderr).toMatch(/error disk-full: .*content\/\S+\.json/)
          })
          expect(await snapshot(`${folder}/content`)).toEqual(before)
        } finally {
          spawnSync('umount', [folder])
        }
      }),
  )

  it('EMFILE: 64 open files are enough', () =>
    withContent(async (folder) => {
      expect(await limited(folder, 'ulimit -n 64', generate)).toMatchObject({ code: 0 })
    }))

  it('a question file whose aliases multiply is refused by name', () =>
    withContent(async (folder) => {
      const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
      for (const [name, last] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf'])
        bomb.push(`${name}: &${name} [${Array(9).fill(`*${last}`).join(', ')}]`)
      await writeFile(`${folder}/content/questions/bomb.md`, `---\nquestion: Is it?\n${bomb.join('\n')}\n---\n`)
      const { code, stderr } = await limited(folder, ':', ['generate', 'bomb', '--offline'])
      expect({ code, trace: trace.test(stderr) }).toEqual({ code: 1, trace: false })
      expect(stderr).toMatch(/error question-invalid: .*bomb\.md/)
    }))
})
