import { describe, expect, it } from 'vitest'
import { readCitations } from './index.ts'

/** Reports in the ways people and machines write them: text, what each citing sentence begins with and cites, what bears which identifier. */
const styles: readonly {
  name: string
  text: string
  cites: readonly [string, number[]][]
  references: readonly string[]
}[] = [
  {
    name: 'author and year, a list in the APA form',
    text: `# Shade trees in coffee farms

Shade lowered leaf temperature by 4 °C (Alvarez & Kim, 2019). According to Okafor et al. (2021), yields fell under dense shade. Both effects depend on altitude (Alvarez & Kim, 2019; de Souza, 2015, p. 12). Farmers disagree. In 2020 the price rose.

## References

Alvarez, M., & Kim, S. (2019). Shade and leaf temperature in coffee. *Agroforestry Systems, 93*(2), 11–20. https://doi.org/10.1007/s10457-018-0001-1

de Souza, H. N. (2015). Altitude and shade. *Ecology, 96*, 1–9. https://doi.org/10.1890/14-0001.1

Okafor, C., Lindqvist, P., & Rao, T. (2021). Dense shade reduces coffee yield. *PLOS ONE, 16*(3), e0240001. https://doi.org/10.1371/journal.pone.0240001`,
    cites: [
      ['Shade lowered', [1]],
      ['According to Okafor et al. (2021)', [3]],
      ['Both effects', [1, 2]],
    ],
    references: ['10.1007/s10457-018-0001-1', '10.1890/14-0001.1', '10.1371/journal.pone.0240001'],
  },
  {
    name: 'raised numbers of Unicode, a numbered list without a heading of its own',
    text: `Beetroot juice and endurance

Nitrate raised time to exhaustion by 12%.¹ Two trials saw no change.²˒³ The volume was 70 ml per m² of skin, or 10⁶ particles.

1. Bailey SJ, Winyard P. Dietary nitrate. J Appl Physiol. 2009;107:1144–55. doi:10.1152/japplphysiol.00722.2009
2. Christensen PM. No effect in elite. Scand J Med Sci Sports. 2013;23:e21. PMID: 22882159
3. Bescos R. Sodium nitrate. Med Sci Sports Exerc. 2012;44:2400. PMID: 22811030`,
    cites: [
      ['Nitrate raised', [1]],
      ['Two trials', [2, 3]],
    ],
    references: ['10.1152/japplphysiol.00722.2009', '22882159', '22811030'],
  },
  {
    name: 'raised numbers of HTML beside powers',
    text: `## Findings

Yields rose<sup>1,2</sup>. The rate was 10<sup>6</sup> per m<sup>2</sup>. They fell later.<sup>3</sup>

## Literaturverzeichnis

1. Weber K. Ertrag. 2018. https://doi.org/10.1000/abc.1
2. Maier T. Boden. 2019. https://doi.org/10.1000/abc.2
3. Braun L. Wasser. 2020. https://doi.org/10.1000/abc.3`,
    cites: [
      ['Yields rose', [1, 2]],
      ['They fell', [3]],
    ],
    references: ['10.1000/abc.1', '10.1000/abc.2', '10.1000/abc.3'],
  },
  {
    name: 'raised numbers behind a space, beside powers and isotopes',
    text: `## Findings

Yields rose by 17% <sup>1</sup>. The rate was 10 <sup>6</sup> per m <sup>2</sup> of <sup>14</sup>C. They fell in 1996 <sup>2,3</sup>. Farms grew vitamin C<sup>3</sup> and hepatitis B<sup>4</sup>.

## Literaturverzeichnis

1. Weber K. Ertrag. 2018. https://doi.org/10.1000/abc.1
2. Maier T. Boden. 2019. https://doi.org/10.1000/abc.2
3. Braun L. Wasser. 2020. https://doi.org/10.1000/abc.3
4. Vogt L. Leber. 2020. https://doi.org/10.1000/abc.4`,
    cites: [
      ['Yields rose', [1]],
      ['They fell', [2, 3]],
      ['Farms grew', [4]],
    ],
    references: ['10.1000/abc.1', '10.1000/abc.2', '10.1000/abc.3', '10.1000/abc.4'],
  },
  {
    name: 'a list in every section, numbering starts again',
    text: `# Two parts

## Part one

Bees prefer blue [1]. Wasps do not [2].

### Sources

1. Blue flowers. https://example.org/blue
2. Wasps. https://example.org/wasps

## Part two

Bats prefer dusk [1].

### Sources

1. Dusk flights. https://example.org/dusk
2. Night flights. https://example.org/night`,
    cites: [
      ['Bees prefer', [1]],
      ['Wasps do', [2]],
      ['Bats prefer', [3]],
    ],
    references: [
      'https://example.org/blue',
      'https://example.org/wasps',
      'https://example.org/dusk',
      'https://example.org/night',
    ],
  },
  {
    name: 'numbers that are links, no list at all',
    text: `Tea lowers pressure.[\\[1\\]](https://pubmed.ncbi.nlm.nih.gov/11111111/) Coffee does not [[2]](https://doi.org/10.1000/coffee.7). See also the [tea page](https://example.org/tea_page_x.html) of the society.`,
    cites: [
      ['Tea lowers', [1]],
      ['Coffee does', [2]],
      ['See also', [3]],
    ],
    references: ['11111111', '10.1000/coffee.7', 'https://example.org/tea_page_x.html'],
  },
  {
    name: 'marks of a research assistant in lenticular brackets',
    text: `Moss stores water【1†L12-L20】【3†source】. It grows slowly.

Sources:
[1] Moss and water https://www.nature.com/articles/s41586-021-03819-2
[2] Ferns https://example.org/ferns
[3] Bogs https://link.springer.com/article/10.1007/s00442-020-04700-1/fulltext.html`,
    cites: [['Moss stores', [1, 3]]],
    references: ['10.1038/s41586-021-03819-2', 'https://example.org/ferns', '10.1007/s00442-020-04700-1'],
  },
  {
    name: 'citations as plain lines',
    text: `Salt raises pressure [1][2].

Citations:
[1] https://www.ahajournals.org/doi/full/10.1161/HYPERTENSIONAHA.120.16123
[2] https://www.mdpi.com/2072-6643/11/9/1970`,
    cites: [['Salt raises', [1, 2]]],
    references: ['10.1161/hypertensionaha.120.16123', 'https://www.mdpi.com/2072-6643/11/9/1970'],
  },
  {
    name: 'codes of studies with a table of their own',
    text: `# Telework

Telework cut commuting (S1, S3). S2 found no change in output. Version T2 of the form was used.

| ID | Study | DOI |
|---|---|---|
| S1 | Lee 2020, Telework and travel | 10.1000/lee.20 |
| S2 | Ortiz 2021, Output at home | 10.1000/ortiz.21 |
| S3 | Haug 2022, Travel diaries | 10.1000/haug.22 |`,
    cites: [
      ['Telework cut', [1, 3]],
      ['S2 found', [2]],
    ],
    references: ['10.1000/lee.20', '10.1000/ortiz.21', '10.1000/haug.22'],
  },
  {
    name: 'keys of pandoc with identifiers in them',
    text: `Grafting helps [@doi:10.1000/graft.1; see @pmid:12345678, p. 3]. As @arxiv:2101.00001 says, it is old. Write to me@example.org.`,
    cites: [
      ['Grafting helps', [1, 2]],
      ['As @arxiv', [3]],
    ],
    references: ['10.1000/graft.1', '12345678', '2101.00001'],
  },
  {
    name: 'a table of keys as definitions',
    text: `Grafting helps [@tag:Graft1999]. It is old [@tag:Old2001].

[@tag:Graft1999]: doi:10.1000/graft.1
[@tag:Old2001]: pmid:12345678`,
    cites: [
      ['Grafting helps', [1]],
      ['It is old', [2]],
    ],
    references: ['10.1000/graft.1', '12345678'],
  },
  {
    name: 'Chinese',
    text: `# 茶与血压

绿茶可以降低血压[1]。咖啡没有同样的作用[2,3]。

## 参考文献

[1] 王伟. 绿茶与血压. 中华医学杂志, 2018, 98(3): 12-15.
[2] 李明. 咖啡. 中国食品, 2019, 5(1): 1-4.
[3] Sato K. Coffee. Jpn J Nutr, 2020, 7(2): 9-12.`,
    cites: [
      ['绿茶可以', [1]],
      ['咖啡没有', [2, 3]],
    ],
    references: ['王伟', '李明', 'Sato'],
  },
  {
    name: 'footnotes of Markdown, one of them a remark',
    text: `Willow bark eases pain[^a]. It is bitter[^2]. One footnote only explains[^3].

[^a]: Smith J. Willow. Pain. 2001. https://doi.org/10.1000/willow.1
[^2]: https://pubmed.ncbi.nlm.nih.gov/7654321
[^3]: That is, it adds a remark of the author.`,
    cites: [
      ['Willow bark', [1]],
      ['It is bitter', [2]],
    ],
    references: ['10.1000/willow.1', '7654321'],
  },
  {
    name: 'numbers in round brackets beside counted clauses',
    text: `We asked (1) whether it works and (2) for whom. It works in adults (1). It fails in children (2, 3).

References

1. Adams B. Adults. Lancet. 2001;1:2–3.
2. Brown C. Children. Lancet. 2002;1:4–5.
3. Clark D. Infants. Lancet. 2003;1:6–7.`,
    cites: [
      ['It works', [1]],
      ['It fails', [2, 3]],
    ],
    references: ['Adams', 'Brown', 'Clark'],
  },
  {
    name: 'plain text with lines cut at a width',
    text: `Hand washing lowers the rate of colds in schools, as a trial of
eleven schools showed [2]. A review agrees
[1]. The interval was [12, 40] of 95% CI [3, 9].

BIBLIOGRAPHY

[1] Jones A, Patel R. Hand washing in schools: a review.
    Cochrane Database Syst Rev 2015;(9):CD004265.
    https://doi.org/10.1002/14651858.CD004265.pub3
[2] Nandrup-Bus I. Mandatory hand disinfection.
    Am J Infect Control 2009;37:820–6.`,
    cites: [
      ['Hand washing lowers', [2]],
      ['A review', [1]],
    ],
    references: ['10.1002/14651858.cd004265.pub3', 'Nandrup-Bus'],
  },
  {
    name: 'commands of LaTeX',
    text: `Sleep helps memory \\cite{walker2006, stickgold2005}. As \\citet{born2010} say, it is old.`,
    cites: [
      ['Sleep helps', [1, 2]],
      ['As \\citet', [3]],
    ],
    references: ['walker2006', 'stickgold2005', 'born2010'],
  },
  {
    name: 'entries that bear numbers other than their places, one cited number missing',
    text: `Kelp grows fast [12]. Urchins eat it [14]. Otters help [99].

## Quellen

[12] Kelp. https://example.org/kelp
[14] Urchins. https://example.org/urchins`,
    cites: [
      ['Kelp grows', [12]],
      ['Urchins eat', [14]],
      ['Otters help', []],
    ],
    references: ['https://example.org/kelp', 'https://example.org/urchins'],
  },
  {
    name: 'a bullet list whose items cite is no list of sources',
    text: `## Results

- Tea lowers blood pressure in adults who drink three cups a day ([Tea trial](https://doi.org/10.1000/tea.1)).
- Coffee raises it for one hour ([Coffee trial](https://doi.org/10.1000/coffee.1)).

**Note:** nothing here is advice.`,
    cites: [
      ['Tea lowers', [1]],
      ['Coffee raises', [2]],
    ],
    references: ['10.1000/tea.1', '10.1000/coffee.1'],
  },
]

describe.each(styles)('$name', ({ text, cites, references }) => {
  const read = readCitations(text)

  it('ties each citing sentence to its references', () => {
    expect(read.sentences.map((one, at) => [one.text.slice(0, cites[at]?.[0].length ?? 40), one.cites])).toEqual(cites)
  })

  it('reads the references with their identifiers', () => {
    const found = read.references.map((one, at) => {
      const known = [one.doi, one.pmid, one.arxiv, one.url, one.key, one.author].filter(
        (id): id is string => id !== null,
      )
      return known.includes(references[at]!) || one.text.startsWith(references[at]!)
        ? references[at]
        : (known[0] ?? one.text)
    })
    expect(found).toEqual(references)
  })
})

it('leaves no bracket of what only led to a mark', () => {
  const text = `Night trains save fuel, as Kovács showed (reviewed in [1]). They are slow (by half [1]).

## References

1. Haas B. Trains by night. Rail Review. 2014.`
  const sentences = readCitations(text).sentences.map((one) => one.text)
  expect(sentences).toEqual(['Night trains save fuel, as Kovács showed.', expect.stringContaining('(by half')])
})
