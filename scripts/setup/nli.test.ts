import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { site } from '../../src/schemas/site.ts'
import { describeFolder, type Fault, openMirror } from '../../tests/helpers/model-mirror.ts'
import { writeTinyModel } from '../../tests/helpers/tiny-model.ts'
import { chooseEngine } from '../engines/index.ts'
import { type DescribedModel, describedModel } from '../engines/nli/described.ts'
import { installedModel } from '../engines/nli/installed.ts'
import { importTransformers } from '../engines/nli/transformers.ts'
import { openProject } from '../io/project.ts'
import { openBar } from './bar.ts'
import { type SetupEffects, setupNli } from './nli.ts'
import { originOf } from './origin.ts'

async function place() {
  const root = await mkdtemp(join(tmpdir(), 'touchstone-setup-'))
  const source = join(root, 'source')
  await writeTinyModel(source)
  const project = { root, content: root, cache: join(root, 'cache'), dist: root }
  const model = await describeFolder(source)
  await mkdir(join(project.cache, 'nli'), { recursive: true })
  const told: string[] = []
  const effects: Partial<SetupEffects> = {
    log: (line) => told.push(line),
    write: (text) => told.push(text),
    hasRuntime: async () => true,
    free: async () => 1e12,
    open: async () => ({ score: async (pairs) => pairs.map(() => ({ entailment: 1, contradiction: 0, neutral: 0 })) }),
    waits: [0, 0],
  }
  const target = (file: string) => join(project.cache, 'nli', 'models', model.name, file)
  return { source, project, model, told, effects, target }
}

const weights = 'onnx/model.onnx'
const onlyWeights =
  (then: Fault): Fault =>
  (request, ...rest) =>
    request.url!.endsWith(weights) && then(request, ...rest)
const half: Fault = (_, response, bytes) => {
  response.writeHead(200, { 'content-length': bytes.length })
  response.write(bytes.subarray(0, bytes.length >> 1), () => setTimeout(() => response.destroy(), 50))
  return true
}

describe('setup nli', () => {
  it('tells size and licence first, fetches every file checked, and remembers what it installed', async () => {
    const { source, project, model, told, effects, target } = await place()
    const { url, asked } = await openMirror(source, model.name)
    await setupNli(model, url, project, effects)
    expect(told[0]).toContain('CC0-1.0')
    expect(told[1]).toMatch(/^To come: [\d.]+ kB in 4 of 4 files, from http:/)
    expect(told.join('')).toContain('100 % of')
    expect(await readFile(target(weights))).toEqual(await readFile(join(source, weights)))
    expect(await installedModel(project.cache)).toEqual(model)
    const requests = asked.length
    await setupNli(model, url, project, effects)
    expect(asked).toHaveLength(requests)
    expect(told.join('\n')).toContain('there already')
  })

  it('throws a file with another checksum away and names the place', async () => {
    const { source, project, model, effects, target } = await place()
    const { url } = await openMirror(
      source,
      model.name,
      onlyWeights((_, response, bytes) => {
        response.writeHead(200).end(Buffer.from(bytes).fill(7, 20, 30))
        return true
      }),
    )
    const failed = await setupNli(model, url, project, effects).catch((error: Error) => error)
    expect(failed).toMatchObject({ code: 'download-broken', next: expect.stringContaining('--from') })
    expect(await stat(target(weights)).catch(() => null)).toBeNull()
    expect(await stat(`${target(weights)}.part`).catch(() => null)).toBeNull()
    expect(await installedModel(project.cache)).toBeNull()
  })

  it('goes on where the line broke, in the same run and in the next', async () => {
    const { source, project, model, effects, target } = await place()
    let broken = 0
    const { url, asked } = await openMirror(
      source,
      model.name,
      onlyWeights((request, response, bytes) => {
        if (broken++ === 0) return half(request, response, bytes)
        if (broken > 3) return false
        response.destroy()
        return true
      }),
    )
    const failed = await setupNli(model, url, project, effects).catch((error: Error) => error)
    const size = (await stat(join(source, weights))).size
    expect(failed).toMatchObject({
      code: 'download-unreachable',
      next: expect.stringContaining(`of ${size} bytes are kept`),
    })
    const kept = (await stat(`${target(weights)}.part`)).size
    expect(kept).toBeGreaterThan(0)
    await setupNli(model, url, project, effects)
    expect(asked.filter(({ url }) => url.endsWith(weights)).at(-1)).toMatchObject({ range: `bytes=${kept}-` })
    expect(await readFile(target(weights))).toEqual(await readFile(join(source, weights)))
  })

  it('begins again where the mirror knows no ranges', async () => {
    const { source, project, model, effects, target } = await place()
    let first = true
    const { url } = await openMirror(
      source,
      model.name,
      onlyWeights((request, response, bytes) => {
        if (first) {
          first = false
          return half(request, response, bytes)
        }
        response.writeHead(200).end(bytes)
        return true
      }),
    )
    await setupNli(model, url, project, effects)
    expect(await readFile(target(weights))).toEqual(await readFile(join(source, weights)))
  })

  it('reads no answer that never ends', async () => {
    const { source, project, model, effects } = await place()
    const { url } = await openMirror(
      source,
      model.name,
      onlyWeights((_, response) => {
        response.writeHead(200)
        const more = () => !response.destroyed && response.write(Buffer.alloc(65_536), more)
        more()
        return true
      }),
    )
    await expect(setupNli(model, url, project, effects)).rejects.toMatchObject({ code: 'download-broken' })
  })

  it('fetches nothing where there is no space', async () => {
    const { source, project, model, effects } = await place()
    const { url, asked } = await openMirror(source, model.name)
    const full = { ...effects, free: async () => 100 }
    await expect(setupNli(model, url, project, full)).rejects.toMatchObject({
      code: 'disk-full',
      next: expect.stringContaining('TOUCHSTONE_CACHE'),
    })
    expect(asked).toEqual([])
  })

  it('says what to do where there is no network and where the mirror has no such file', async () => {
    const { source, project, model, effects } = await place()
    const dead = await openMirror(source, model.name, (_, response) => !!response.destroy())
    await expect(setupNli(model, dead.url, project, effects)).rejects.toMatchObject({
      code: 'download-unreachable',
      next: expect.stringContaining('--from DIR'),
    })
    const other = await openMirror(source, 'another/model')
    await expect(setupNli(model, other.url, project, effects)).rejects.toMatchObject({
      code: 'download-unreachable',
      message: expect.stringContaining('404'),
    })
  })

  it('takes a folder instead, checked alike', async () => {
    const { source, project, model, effects, target } = await place()
    await setupNli(model, source, project, effects)
    expect(await readFile(target('config.json'))).toEqual(await readFile(join(source, 'config.json')))
    await rm(target(weights))
    await writeFile(join(source, weights), 'something else')
    await expect(setupNli(model, source, project, effects)).rejects.toMatchObject({ code: 'download-broken' })
    await expect(originOf(join(source, 'onnx'), model)).rejects.toMatchObject({ code: 'file-missing' })
  })

  it('tells of a cut file before a run, and the words alone do the work', async () => {
    const { source, project, model, effects, target } = await place()
    await setupNli(model, source, project, effects)
    await writeFile(target(weights), 'cut')
    await expect(installedModel(project.cache)).rejects.toMatchObject({ code: 'engine-missing' })
    const chosen = await chooseEngine('auto', { site: site.parse({}), project, offline: true })
    expect(chosen.engine.id).toBe('lexical')
    expect(chosen.said).toContain('setup nli')
  })

  it('leaves what is installed alone where a new fetch fails', async () => {
    const { source, project, model, effects } = await place()
    await setupNli(model, source, project, effects)
    const next: DescribedModel = { ...model, name: 'tests/next' }
    await expect(setupNli(next, (await openMirror(source, 'none')).url, project, effects)).rejects.toMatchObject({
      code: 'download-unreachable',
    })
    expect(await installedModel(project.cache)).toEqual(model)
  })

  it('is beside the lexical engine without further settings once it is installed', async () => {
    const { source, project, model, effects } = await place()
    const before = await chooseEngine('auto', { site: site.parse({}), project, offline: true })
    expect([before.engine.id, before.said]).toEqual(['lexical', null])
    const packages = join(openProject().cache, 'nli')
    if (await importTransformers([packages]).catch(() => null)) {
      await symlink(join(packages, 'node_modules'), join(project.cache, 'nli', 'node_modules'))
      const { open: _, ...real } = effects
      await setupNli(model, source, project, real)
      const after = await chooseEngine('auto', { site: site.parse({}), project, offline: true })
      expect(after.engine.id).toBe('lexical+nli')
      expect(after.said).toContain(model.name)
      expect(after.calibration.engine).toBe('voting')
    }
  })
})

describe('the model that is fetched by default', () => {
  it('is described in the form that others are described in, weights named as its precision is', async () => {
    const text = await readFile(new URL('../engines/nli/default-model.json', import.meta.url), 'utf8')
    const model = describedModel.parse(JSON.parse(text))
    expect(model.dtype).toBe('q8')
    expect(model.files.map(({ path }) => path)).toContain('onnx/model_quantized.onnx')
    expect(Object.values((model.written['config.json'] as { id2label: object }).id2label).sort()).toEqual([
      'contradiction',
      'entailment',
      'neutral',
    ])
  })

  it('leads nowhere out of its folder', async () => {
    const { model } = await place()
    const bad = (file: string) => ({ ...model, files: [{ ...model.files[0]!, path: file }] })
    expect(describedModel.safeParse(bad('../../outside')).success).toBe(false)
    expect(describedModel.safeParse(bad('/etc/passwd')).success).toBe(false)
    expect(describedModel.safeParse({ ...model, name: '../..' }).success).toBe(false)
  })
})

it('a bar is redrawn where somebody watches and told in steps elsewhere', () => {
  const drawn = (watched: boolean) => {
    const out: string[] = []
    const bar = openBar(1000, (text) => out.push(text), watched)
    for (let there = 0; there <= 1000; there += 100) bar.show(there)
    bar.end()
    return out
  }
  expect(drawn(false)).toHaveLength(5)
  expect(drawn(true)).toHaveLength(12)
  expect(drawn(true).at(-2)).toBe(`\r[${'#'.repeat(24)}] 100 % of 1.0 kB `)
})
