import { cp, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { inFolder, snapshot } from './helpers/folders.ts'
import { touchstone } from './helpers/touchstone.ts'

const generate = ['generate', '--offline', '--date', '2026-01-15']
const moments = [0.35, 0.55, 0.75, 0.9]

it('writes the same bytes whenever it was killed before, and nothing in a second run', () =>
  inFolder(async (folder) => {
    const input = resolve('tests/golden/disagreement/input')
    const fresh = async () => {
      await rm(`${folder}/content`, { recursive: true, force: true })
      await rm(`${folder}/cache`, { recursive: true, force: true })
      await cp(input, `${folder}/content`, { recursive: true })
    }
    await fresh()
    const started = performance.now()
    expect(await touchstone(folder, generate)).toMatchObject({ code: 0 })
    const whole = performance.now() - started
    const undisturbed = await snapshot(`${folder}/content`)
    expect(await touchstone(folder, generate)).toMatchObject({ code: 0 })
    expect(await snapshot(`${folder}/content`)).toEqual(undisturbed)
    for (const moment of moments) {
      await fresh()
      await touchstone(folder, generate, whole * moment)
      expect(await touchstone(folder, generate)).toMatchObject({ code: 0 })
      const after = await snapshot(`${folder}/content`)
      const left = Object.keys(after).filter((name) => !name.endsWith('.tmp'))
      expect(Object.fromEntries(left.map((name) => [name, after[name]]))).toEqual(undisturbed)
    }
  }))
