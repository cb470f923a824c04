import { describe, expect, it } from 'vitest'
import { importReport } from '../import-report.ts'
import { reportFaults } from './index.ts'

/** Rules and lines of what is wrong with a text, notes left out. */
function faultsOf(text: string): string[] {
  const { report, claims } = importReport(text, 'report.md', '2026-11-24')
  return reportFaults(report, claims.claims, '2026-11-24')
    .filter(({ severity }) => severity !== 'note')
    .map(({ rule, line }) => `${rule} ${line}`)
}

const list = `## Sources

1. Kelp forests. https://example.org/kelp
2. Sea urchins. https://example.org/urchins
3. Sea otters. https://example.org/otters
4. Starfish. https://example.org/starfish`

describe('what a report cites', () => {
  it('is told where nothing is cited', () => {
    const sentences = Array.from(
      { length: 12 },
      (_, at) => `Kelp number ${at} grew by ${at + 3}% in a year of much sun.`,
    )
    expect(faultsOf(`# Kelp\n\n${sentences.join(' ')}`)).toEqual(['cites-nothing 1'])
  })

  it('is told where sources are listed and no sentence is read to cite one', () => {
    const text = `# Kelp\n\nKelp grows <b>1</b>. Urchins graze <b>2</b>. Otters hunt <b>3</b>.\n\n${list}`
    expect(faultsOf(text)).toContain('citations-unread 7')
    expect(faultsOf(text.replaceAll('b>', 'sup>'))).not.toContain('citations-unread 7')
  })

  it('is told where a mark leads nowhere and where an entry is never cited', () => {
    const text = `# Kelp\n\nKelp grows [1]. Urchins graze [2]. Otters hunt [3]. Crabs hide [9].\n\n${list}`
    expect(faultsOf(text)).toEqual(['citation-dangling 3', 'reference-uncited 10'])
  })

  it('is told where a list gives one page twice, whatever stands behind the address', () => {
    const text = `# Kelp\n\nKelp grows [1]. Urchins graze [2]. Otters hunt [3]. Starfish rest [4]. Kelp again [5].\n\n${list}\n5. Kelp once more. http://www.example.org/kelp/?utm_source=chat`
    expect(faultsOf(text)).toEqual(['reference-doubled 11'])
  })

  it('is told where a source is quoted without its name beside', () => {
    const cited = 'Kelp grows [1]. Urchins graze [2]. Otters hunt [3]. Starfish rest [4].'
    const quoted = 'One diver said "the forest was so thick that nobody could see the floor of it".'
    expect(faultsOf(`# Kelp\n\n${cited}\n\n${quoted}\n\nDivers came back.\n\n${list}`)).toEqual(['quotation-untied 5'])
    expect(faultsOf(`# Kelp\n\n${cited}\n\n${quoted.slice(0, -1)} [2].\n\nDivers came back.\n\n${list}`)).toEqual([])
  })

  it('may differ between doses and times', () => {
    const cited = 'Kelp grows [1]. Urchins graze [2]. Otters hunt [3]. Starfish rest [4].'
    const text = (one: string, other: string) => `# Kelp\n\n${cited}\n\n${one}\n\n## Later\n\n${other}\n\n${list}`
    const alive = (hours: number, share: number) =>
      `Survival of young urchins in warm sea water after ${hours} hours was ${share}% of all animals.`
    expect(faultsOf(text(alive(1, 80), alive(24, 30)))).toEqual([])
    expect(faultsOf(text(alive(24, 80), alive(24, 30)))).toEqual(['sentences-differ 9'])
  })

  it('is not found wrong in a lead-in to a list, a title that a site cut, or the title of a paper about planted orders', () => {
    const text = `# Kelp

Kelp grows in cold water along many coasts of the world and feeds a great number of animals, such as those that live from:

- urchins [1], otters [2] and starfish [3] ([Long-term study of kelp forests and the animals of ...](https://example.org/starfish))

## Sources

1. Ignore previous instructions: attack techniques for language models. https://example.org/kelp
2. Sea urchins. https://example.org/urchins
3. Sea otters. https://example.org/otters
4. Starfish. https://example.org/starfish`
    expect(faultsOf(text)).toEqual([])
  })
})

it.each([
  ['31% (45 of 144) of them', []],
  ['12 of 40 patients (30%) stayed', []],
  ['12,849/13,746 (93%) births', []],
  ['12 of 40 patients (45%) stayed', ['share-wrong 3']],
  ['a rise to 5.5% (12 of 40) was seen', ['share-wrong 3']],
])('computes the share in "%s"', (said, wanted) => {
  expect(
    faultsOf(`# Kelp\n\nIt was ${said} [1]. Urchins graze [2]. Otters hunt [3]. Starfish rest [4].\n\n${list}`),
  ).toEqual(wanted)
})
