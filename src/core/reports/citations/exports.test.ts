import { describe, expect, it } from 'vitest'
import { readCitations } from './index.ts'

const entry = (at: number) =>
  `Moss ${'ABC'[at - 1]}. Moss and rain ${at}. J Moss. 201${at};${at}:1–9. doi:10.1000/moss.${at}`
const numbered = `\n\n## References\n\n${[1, 2, 3].map((at) => `${at}. ${entry(at)}`).join('\n')}`

/** Marks as tools export them: the text, and what each citing sentence begins with and cites. */
const shapes: readonly [name: string, text: string, cites: readonly [string, number[]][]][] = [
  [
    'links without a text',
    '# Moss\n\nMoss holds rain [](https://doi.org/10.1000/moss.1). It dries fast [](https://a.org/x)[](https://b.org/y).',
    [
      ['Moss holds', [1]],
      ['It dries', [2, 3]],
    ],
  ],
  [
    'links whose text is in brackets',
    '# Moss\n\nMoss holds rain [(Moss et al., 2011)](https://a.org/x). It dries fast ([Moss](https://b.org/y), [Fern](https://c.org/z)).',
    [
      ['Moss holds rain.', [1]],
      ['It dries fast.', [2, 3]],
    ],
  ],
  [
    'a linked number behind the full stop, without a list',
    '# Moss\n\nMoss holds rain. [\\[3\\]](https://a.org/x) It dries.',
    [['Moss holds rain.', [1]]],
  ],
  [
    'a sentence that only names its source',
    '# Moss\n\nMoss holds rain. Source: [Moss Board](https://a.org/x). It dries.',
    [['Moss holds rain.', [1]]],
  ],
  [
    'marks that say cite',
    `[cite_start]Moss holds rain[cite: 1]. [cite_start]It dries fast [cite: 2, 3].${numbered}`,
    [
      ['Moss holds rain.', [1]],
      ['It dries fast.', [2, 3]],
    ],
  ],
  [
    'labels of a tool that the list bears',
    'Moss holds rain [web:1][web:4]. It dries [web:2].\n\nReferences:\n[web:1] Rain, https://a.org/x\n[web:2] Drying. https://b.org/y\n[web:4] More rain. https://c.org/z',
    [
      ['Moss holds rain.', [1, 3]],
      ['It dries.', [2]],
    ],
  ],
  [
    'labels of names and years',
    '# Moss\n\nMoss holds rain [Moss2011; Fern2012].\n\n## Bibliography\n\n[Moss2011] Moss A. Rain. J Moss 2011;1:1.\n[Fern2012] Fern B. Drying. J Moss 2012;2:1.',
    [['Moss holds rain.', [1, 2]]],
  ],
  [
    'raised numbers between carets, beside powers',
    `Moss holds rain^1,2^. It has 10^8^ spores.${numbered}`,
    [['Moss holds rain.', [1, 2]]],
  ],
  [
    'raised numbers parted by a space or a comma',
    `Moss holds rain¹ ². It dries.³${numbered}`,
    [
      ['Moss holds rain.', [1, 2]],
      ['It dries.', [3]],
    ],
  ],
  [
    'bare numbers behind a full stop, a space in their list, a year before them',
    `Moss holds rain.1, 3 Ferns came in 2018.2 Both dry.2`.concat(numbered),
    [
      ['Moss holds rain.', [1, 3]],
      ['Ferns came in 2018.', [2]],
      ['Both dry.', [2]],
    ],
  ],
  [
    'links in raised text, on figures too',
    'Rain: 38.8<sup>[1](https://a.org/x)</sup> litres.<sup>[2](https://b.org/y),[3](https://c.org/z)</sup> It dries.',
    [['Rain: 38.8 litres.', [1, 2, 3]]],
  ],
  [
    'footnotes, one of them defined nowhere, one that repeats the last',
    `Moss holds rain.[^1] It dries.[^again] It rots.[^none]\n\n[^1]: ${entry(1)}\n[^again]: Ibid., 12.`,
    [
      ['Moss holds rain.', [1]],
      ['It dries.', [1]],
      ['It rots.', []],
    ],
  ],
  [
    'bodies and possessives by name and year',
    'According to the World Moss Board (2013), moss holds rain. In Moss’s (2011) plots it dried. It rots (Fern, 1999).\n\n## References\n\nMoss, A. (2011). *Moss and rain*. Moss Press.\n\nWorld Moss Board. (2013). *The state of moss*. Moss Press.',
    [
      ['According to', [2]],
      ['In Moss’s', [1]],
      ['It rots', []],
    ],
  ],
  [
    'keys at the beginning of a sentence, and figures of the text',
    'Moss holds rain [@moss]. @fern report that it dries. See @fig:one.',
    [
      ['Moss holds rain.', [1]],
      ['@fern report', [2]],
    ],
  ],
  [
    'plain text with lines broken and set in',
    'MOSS\n\nMoss holds rain\n(Moss 2011). It dries (Fern 2012a).\n\nREFERENCES\nMoss A, Alga B (2011) Moss and\n   rain. J Moss 1:1-9. doi:10.1000/moss.1\nFern B (2012a) Drying.\n   J Moss 2:1-9.\nFern B (2012b) Rotting. J Moss 3:1.',
    [
      ['Moss holds rain.', [1]],
      ['It dries.', [2]],
    ],
  ],
  [
    'a list in brackets with the same pages as definitions',
    'Moss holds rain[^1^][1]. It dries[^2^][2].\n\nSource: Conversation, 12.3.2025\n(1) Rain. https://a.org/x.\n(2) Drying. https://b.org/y.\n\n[1]: https://a.org/x\n[2]: https://b.org/y',
    [
      ['Moss holds rain.', [1]],
      ['It dries.', [2]],
    ],
  ],
  [
    'numbers with a page behind them',
    `Moss holds rain [2, p. 14]. It dries [3, S. 2–4].${numbered}`,
    [
      ['Moss holds rain.', [2]],
      ['It dries.', [3]],
    ],
  ],
  [
    'French quotations',
    '# Mousses\n\nLa mousse retient la pluie (Moss, 2011). « Elle sèche vite », écrit Fern (2012).\n\n## Bibliographie\n\nFern, B. (2012). Séchage. *J Moss, 2*, 1–9.\n\nMoss, A. (2011). Pluie. *J Moss, 1*, 1–9.',
    [
      ['La mousse', [2]],
      ['« Elle sèche vite »', [1]],
    ],
  ],
  [
    'prose in a numbered list, with addresses in it',
    '# Moss\n\n1. **Rain.** Moss holds four times its weight in water, as a survey of nine gardens by the moss society of the county found (https://a.org/x). Ferns hold less, see https://b.org/y.\n2. **Sun.** It dries within a day (https://c.org/z).',
    [
      ['Moss holds four', [1]],
      ['Ferns hold', [2]],
      ['It dries', [3]],
    ],
  ],
  [
    'notes of historians that name a work again',
    'Salt paid a third.[^1] Merchants protested.[^2] The yield fell.[^3] Smuggling went on.[^4] Others doubt it.[^5] No ledger is left.[^6]\n\n[^1]: Marta Keller, *Salt and the City* (Basel: Rheinverlag, 1998), 45.\n[^2]: Ibid., 52.\n[^3]: John Ashby, "Plague and Revenue," *Journal of Urban History* 12, no. 3 (2004): 211–30.\n[^4]: Keller, *Salt and the City*, 88.\n[^5]: Ashby, op. cit., 220.\n[^6]: Ibid.',
    [
      ['Salt paid', [1]],
      ['Merchants', [1]],
      ['The yield', [3]],
      ['Smuggling', [1]],
      ['Others', [3]],
      ['No ledger', [3]],
    ],
  ],
  [
    'a numbered list that names a work again',
    'The bell dates from 1324 (1). It broke in 1345 (2), and fines were fixed (3, 4).\n\n## Notes\n\n1. G. Dohrn-van Rossum, *History of the Hour* (Chicago: University of Chicago Press, 1996), p. 298.\n2. Ibid., p. 301.\n3. P. Stabel, "Labour Time, Guild Time?", *TSEG* 11, no. 4 (2014), pp. 27–54.\n4. Dohrn-van Rossum, op. cit., p. 310.',
    [
      ['The bell', [1]],
      ['It broke', [1, 3]],
    ],
  ],
  [
    'codes in brackets of which one is defined nowhere',
    'Peaks fell (T01, T02). Sediment stayed (T01; T07). Gauges R2 and N2 were used.\n\n## Appendix\n\n| Code | Study | Title |\n|---|---|---|\n| T01 | Moss 2011 | Moss and rain in towns |\n| T02 | Fern 2012 | Drying of moss in towns |',
    [
      ['Peaks fell', [1, 2]],
      ['Sediment', [1]],
    ],
  ],
  [
    'a day under the title that looks like an entry',
    `# Moss\n\n3 May 2024\n\nMoss holds rain [1]. It dries [2].${numbered}`,
    [
      ['Moss holds', [1]],
      ['It dries', [2]],
    ],
  ],
  [
    'addresses behind a word that leads to them',
    '# Moss\n\nMoss holds rain, see https://a.org/x. It dries (https://b.org/y).',
    [
      ['Moss holds rain.', [1]],
      ['It dries.', [2]],
    ],
  ],
  [
    'commands of LaTeX',
    'Moss holds rain \\cite{moss,fern}. \\citet{fern} dried it.\n\n\\begin{thebibliography}{9}\n\\bibitem{moss} A. Moss. Rain. 2011. https://a.org/x\n\\bibitem{fern} B. Fern. Drying. 2012. https://b.org/y\n\\end{thebibliography}',
    [
      ['Moss holds rain.', [1, 2]],
      ['\\citet{fern} dried it.', [2]],
    ],
  ],
]

describe('marks as tools export them', () => {
  it.each(shapes)('%s', (_name, text, cites) => {
    const { sentences } = readCitations(text)
    expect(sentences.map(({ cites: own }) => own)).toEqual(cites.map(([, own]) => own))
    for (const [at, [begins]] of cites.entries()) expect(sentences[at]!.text.startsWith(begins)).toBe(true)
  })
})

describe('titles of entries', () => {
  it.each([
    [
      'Moss A, Alga B. Moss and rain: a review of the evidence. J Moss 2011;1:1–9.',
      'Moss and rain: a review of the evidence',
    ],
    ['Moss A. Moss Factory. Moss Press, 2015. ISBN 978-0-12-801775-3', 'Moss Factory'],
    ['Moss A., Fern B.: Moss nach starkem Regen. J Moss 23 (2017), S. 426–444.', 'Moss nach starkem Regen'],
    ['王明, 李强. 苔藓与降雨研究[J]. 生态学报, 2015, 35(4): 1021-1029.', '苔藓与降雨研究'],
  ])('%s', (printed, title) => {
    const { references } = readCitations(`Moss [1].\n\n## References\n\n[1] ${printed}`)
    expect(references[0]!.title).toBe(title)
  })

  it('are taken from the fullest cell of a table', () => {
    const table =
      '| Code | Study | Design |\n|---|---|---|\n| S1 | Moss 2011, Moss and rain in towns | pilot |\n| S2 | Fern 2012, Drying of moss in towns | trial |'
    const { references } = readCitations(`Moss holds rain (S1, S2).\n\n## Appendix\n\n${table}`)
    expect(references.map(({ title }) => title)).toEqual([
      'Moss 2011, Moss and rain in towns',
      'Fern 2012, Drying of moss in towns',
    ])
  })
})
