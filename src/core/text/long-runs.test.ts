import { expect, it } from 'vitest'
import { withoutLongRuns } from './long-runs.ts'

it.each([' ', '(', 'a,', '> ', '9', '|---'])('cuts a long run of %j', (piece) => {
  expect(withoutLongRuns(`Moss${piece.repeat(900)}holds`)).toBe(`Moss${piece.repeat(64)}holds`)
})

it('leaves every line in its place and what stands in no run as it is', () => {
  const text = `# Moss\n\n${'\n'.repeat(300)}${'moss holds rain '.repeat(300)}\n${'-'.repeat(60)}\n`
  expect(withoutLongRuns(text)).toBe(text)
})

it('cuts embedded pictures', () => {
  const letters = Array.from({ length: 5000 }, (_, at) => ((at * 7919) % 36).toString(36)).join('')
  const text = withoutLongRuns(`![Moss](data:image/png;base64,${letters}==) Moss holds rain.`)
  expect(text).toBe(`![Moss](data:image/png;base64,${letters.slice(0, 64)}) Moss holds rain.`)
})
