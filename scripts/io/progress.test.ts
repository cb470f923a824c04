import { afterEach, describe, expect, it, vi } from 'vitest'
import { isWatched, withProgress } from './progress.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('progress', () => {
  it('is redrawn only where somebody watches', () => {
    expect(isWatched({ isTTY: true }, {})).toBe(true)
    expect(isWatched({ isTTY: true }, { CI: 'true' })).toBe(false)
    expect(isWatched({}, {})).toBe(false)
  })

  it('is plain lines elsewhere, in their order', async () => {
    const lines: unknown[] = []
    vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(line))
    const done = await withProgress(
      'Generate',
      async (log) => {
        log('one')
        log('two\nmore')
        return 3
      },
      false,
    )
    expect([lines, done]).toEqual([['one', 'two\nmore'], 3])
  })

  it('on a terminal gives the value or the error of the work', async () => {
    vi.spyOn(console, 'log').mockImplementation(() => {})
    vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
    expect(
      await withProgress(
        'Generate',
        async (log) => {
          log('one')
          return 3
        },
        true,
      ),
    ).toBe(3)
    await expect(withProgress('Generate', async () => Promise.reject(new Error('broken')), true)).rejects.toThrow(
      'broken',
    )
  })
})
