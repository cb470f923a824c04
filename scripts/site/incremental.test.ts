import { execFile, spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { countLedger } from '../../src/core/screen/prisma.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { inFolder, snapshot } from '../../tests/helpers/folders.ts'
import { contentFiles, type Generated, generateQuestion } from '../bench/generated-content.ts'
import { writeAtomic } from '../io/files.ts'

const root = join(import.meta.dirname, '../..')
const small = { papers: 8, included: 6, claims: 8 }

/** A copy of the program with a site of its own, whose source a test may change. */
function copyProgram(folder: string): void {
  for (const name of [
    'src',
    'scripts',
    'public',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
}

/** Where and with which environment a copy of the program builds. */
function setting(folder: string, dist: string) {
  // What the test runner puts into the environment would reach the builder.
  const own = new Set(['NODE_ENV', 'VITEST', 'BASE_URL', 'DEV', 'PROD', 'MODE', 'SSR', 'TEST'])
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.has(name)))
  return {
    cwd: folder,
    encoding: 'utf8' as const,
    env: { ...env, TOUCHSTONE_DIST: join(folder, dist), TOUCHSTONE_ASTRO_CACHE: join(folder, 'astro') },
  }
}

function run(folder: string, dist: string, ...args: string[]) {
  return spawnSync(process.execPath, ['scripts/cli.ts', 'build', ...args], setting(folder, dist))
}

/** What each of two builds that begin at the same time says. */
async function buildTwice(folder: string, dist: string): Promise<string[]> {
  const one = () => promisify(execFile)(process.execPath, ['scripts/cli.ts', 'build'], setting(folder, dist))
  return (await Promise.all([one(), one()])).map(({ stdout }) => stdout)
}

function build(folder: string, dist: string, ...args: string[]): string {
  const { status, stdout, stderr } = run(folder, dist, ...args)
  expect(`${stdout}${stderr}`.match(/error.*/i)?.[0] ?? '', stderr).toBe('')
  expect(status, stderr).toBe(0)
  return stdout
}

it('builds only what changed, and the same bytes as a clean build', () =>
  inFolder(async (folder) => {
    copyProgram(folder)
    const content = join(folder, 'content')
    const write = async (one: Generated) => {
      for (const [path, text] of contentFiles(one)) await writeAtomic(join(content, path), text)
    }
    const incremental = (expected: RegExp) => expect(build(folder, 'dist')).toMatch(expected)
    const sameAsClean = async (what: string, ...args: string[]) => {
      rmSync(join(folder, 'clean'), { recursive: true, force: true })
      build(folder, 'clean', ...args)
      expect(await snapshot(join(folder, 'dist')), what).toEqual(await snapshot(join(folder, 'clean')))
    }
    const [first, second, third] = [1, 2, 3].map((number) => generateQuestion(number, small)) as [
      Generated,
      Generated,
      Generated,
    ]
    // The second question met a paper of the first one, and set it aside.
    const guest = first.papers.at(-1)!
    const records = [
      ...second.ledger.records,
      { ...second.ledger.records.at(-1)!, id: 'library:generated.ris#99', paper: guest.id, title: guest.csl.title },
    ]
    second.ledger = {
      ...second.ledger,
      queries: second.ledger.queries.map((query) => ({ ...query, hits: records.length, fetched: records.length })),
      records,
      counts: countLedger(records),
    }
    for (const one of [first, second, third]) await write(one)
    await writeAtomic(join(content, 'site.yaml'), 'title: Generated\n')
    const said = (await buildTwice(folder, 'dist')).sort()
    expect(said, 'one builds, and the other finds it done').toEqual(['', expect.stringMatching(/Nothing changed/)])
    second.question.question = second.question.question.replace('Does', 'Would')
    await write(second)
    incremental(/^\d+ files were made again/)
    const neighbour = readFileSync(join(folder, 'dist', 'papers', guest.id, 'index.html'), 'utf8')
    expect(neighbour).toContain('Would')
    await sameAsClean('the text of a question, and a paper that it shares with another')

    const claims = join(content, 'claims', `${first.slug}.json`)
    const whole = readFileSync(claims, 'utf8')
    const before = await snapshot(join(folder, 'dist'))
    writeFileSync(claims, whole.replace('"verdict": "supported"', '"verdict": "contradicted"'))
    expect(run(folder, 'dist')).toMatchObject({ status: 1, stdout: expect.stringContaining('verdict-unfounded') })
    expect(await snapshot(join(folder, 'dist'))).toEqual(before)
    writeFileSync(claims, whole)

    rmSync(join(content, 'reports', `${third.slug}.json`))
    for (const name of ['claims', 'ledger']) rmSync(join(content, name, `${third.slug}.json`))
    rmSync(join(content, 'questions', `${third.slug}.md`))
    for (const { id } of third.papers) rmSync(join(content, 'papers', `${id}.json`))
    const removed = {
      ...{ schema: 1, question: third.slug, title: third.question.question },
      changes: [
        {
          ...{ day: '2026-01-20', kind: 'report-removed', subject: third.slug, before: third.question.question },
          ...{ after: null, cause: 'the question was withdrawn' },
        },
      ],
    }
    await writeAtomic(join(content, 'changes', `${third.slug}.json`), stableJson(removed))
    guest.standing = { state: 'retracted', notice: '10.5555/notice.1', checked: '2026-01-20' } as typeof guest.standing
    await write(first)
    incremental(/^\d+ files were made again/)
    expect(readFileSync(join(folder, 'dist', 'papers', guest.id, 'index.html'), 'utf8')).toMatch(/retracted/i)
    await sameAsClean('a question that was removed and a paper that was retracted')

    appendFileSync(join(folder, 'src', 'styles', 'claim.css'), '\n.changed {\n  color: red;\n}\n')
    const footer = join(folder, 'src', 'components', 'SiteFooter.astro')
    writeFileSync(footer, readFileSync(footer, 'utf8').replace('<footer', '<footer data-changed'))
    appendFileSync(join(folder, 'scripts', 'engines', 'lexical.ts'), '// another version\n')
    expect(build(folder, 'dist')).toBe('')
    const home = join(folder, 'dist', 'index.html')
    expect(readFileSync(home, 'utf8')).toContain('data-changed')
    await sameAsClean('a template, a style and an engine', '--force')

    appendFileSync(home, '<p>touched by somebody')
    expect(build(folder, 'dist')).toBe('')
    expect(readFileSync(home, 'utf8')).not.toContain('touched by somebody')
  }))
