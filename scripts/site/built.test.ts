import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inFolder } from '../../tests/helpers/folders.ts'
import { buildInput, noteBuilt, standing } from './built.ts'

it('knows a site by everything it was built from, and by its own files', async () => {
  await inFolder(async (root) => {
    const project = { root, content: join(root, 'content'), cache: join(root, 'cache'), dist: join(root, 'dist') }
    for (const folder of ['src', 'public', 'scripts', 'content/claims', 'dist'])
      await mkdir(join(root, folder), { recursive: true })
    for (const name of ['src/page.astro', 'public/a.svg', 'content/claims/tea.json', 'dist/index.html'])
      await writeFile(join(root, name), name)
    const built = async () => (await standing(project, buildInput(project))).what === 'built'
    expect(await built()).toBe(false)
    await noteBuilt(project, buildInput(project))
    expect(await built()).toBe(true)
    for (const name of ['content/claims/tea.json', 'src/page.astro', 'public/a.svg']) {
      await appendFile(join(root, name), ' changed')
      expect(await built(), name).toBe(false)
      await noteBuilt(project, buildInput(project))
    }
    await writeFile(join(root, 'content/claims/coffee.json'), '{}')
    expect(await built()).toBe(false)
    await rm(join(root, 'content/claims/coffee.json'))
    expect(await built()).toBe(true)
    await rm(join(root, 'dist/index.html'))
    expect(await built()).toBe(false)
  })
})
