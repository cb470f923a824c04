import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fixture, inFolder } from '../../tests/helpers/folders.ts'
import { hasSharedData, sharedData } from '../../tests/sample/notes.ts'
import { evaluateQuestion } from './question.ts'

describe('evaluate question', () => {
  it('names the file that is missing or is none', async () => {
    await inFolder(async (folder) => {
      await expect(evaluateQuestion([folder])).rejects.toMatchObject({ code: 'file-missing' })
      await mkdir(join(folder, 'x'))
      await writeFile(join(folder, 'x', 'papers.json'), '{}')
      await expect(evaluateQuestion([join(folder, 'x')])).rejects.toMatchObject({ code: 'file-unreadable' })
    })
  })

  it.each([
    { folders: ['canopy', 'spacing'].map((topic) => fixture(`labelled/${topic}`)) },
    ...(hasSharedData ? [{ folders: ['ppi', 'copper'].map((topic) => `${sharedData}findings/${topic}`) }] : []),
  ])('keeps the papers of a labelled library and leaves out those of another: $folders', async ({ folders }) => {
    const { json } = await evaluateQuestion(folders)
    const { mean } = json as { mean: Record<string, number> }
    expect(mean.kept).toBeGreaterThanOrEqual(0.97)
    expect(mean.keptMixed).toBeGreaterThanOrEqual(0.97)
    expect(mean.leftOut).toBeGreaterThanOrEqual(0.95)
    expect(mean.sentences).toBeGreaterThan(0.5)
    expect(mean.claimsPerSentence).toBeLessThanOrEqual(2)
  })
})
