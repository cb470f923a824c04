import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { inFolder } from '../../tests/helpers/folders.ts'
import { openProject } from '../io/project.ts'
import { serveSite } from './astro.ts'

it('tells the address at which a site below a base path answers', () =>
  inFolder(async (folder) => {
    const project = { ...openProject(), content: join(folder, 'content'), dist: join(folder, 'dist') }
    for (const each of [project.content, project.dist]) await mkdir(each)
    await writeFile(join(project.content, 'site.yaml'), 'title: Moss\nurl: https://moss.example\nbase: /reviews\n')
    await writeFile(join(project.dist, 'index.html'), '<h1>Moss</h1>')
    const { address, stop } = await serveSite(project, 0)
    try {
      expect(new URL(address).pathname).toBe('/reviews/')
      expect(await (await fetch(address)).text()).toContain('Moss')
    } finally {
      await stop()
    }
  }))
