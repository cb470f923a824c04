import { describe, expect, it } from 'vitest'
import { libraryOf, told } from '../../tests/helpers/library.ts'
import { bibtexNames } from './bibtex-names.ts'

const bib = (text: string) => libraryOf(text, 'a.bib')
const titles = async (text: string) => (await bib(text)).records.map((record) => record.csl.title)

describe('readBibtex', () => {
  it('reads an article with everything', async () => {
    const { format, records } = await bib(String.raw`% a comment
@string{jhi = "Journal of " # {Hospital Infection}}
@Article{Salgado_2013,
  AUTHOR   = {Salgado, Cassandra D. and {van der} Berg, Jos{\'e} and {World Health Organization} and others},
  title    = "{Copper} Surfaces Reduce 10$^{6}$ \emph{Infections}",
  journal  = jhi,
  year     = 2013, month = may,
  volume   = {34}, number = {5}, pages = {479--486},
  doi      = {https://doi.org/10.1086/670207},
  pmid     = {23571364},
  abstract = {Rates fell by 58\% (p = 0.013).},
  file     = {:C\:\\a{b}.pdf:PDF},
}`)
    expect(format).toBe('bibtex')
    expect(records.map(told)).toEqual([
      {
        title: 'Copper Surfaces Reduce 10⁶ Infections',
        authors: ['Salgado, Cassandra D.', 'van der Berg, José', '[World Health Organization]', '[others]'],
        issued: '2013-5',
        in: 'Journal of Hospital Infection|34|5|479-486',
        type: 'article-journal',
        ids: 'doi:10.1086/670207 pmid:23571364',
        abstract: 'Rates fell by 58% (p = 0.013).',
      },
    ])
  })

  it('takes what a part inherits from its whole, before or behind it', async () => {
    const { records } = await bib(`@inproceedings{a, title={Part}, author={B, A}, crossref={whole}, pages={1-2}}
@proceedings{whole, title={The Whole}, year={2020}, publisher={ACM}, doi={10.1000/whole}}
@inproceedings{c, title={Loop}, crossref={c}}
@xdata{x, journaltitle={Shared Journal}}
@article{d, title={With data}, xdata={x}, date={2021-03-04/2021-05}}`)
    expect(
      records.map((record) => [told(record).title, told(record).in, told(record).issued, told(record).ids]),
    ).toEqual([
      ['Part', 'The Whole|||1-2', '2020', ''],
      ['The Whole', '|||', '2020', 'doi:10.1000/whole'],
      ['Loop', '|||', null, ''],
      ['With data', 'Shared Journal|||', '2021-3-4', ''],
    ])
  })

  it('knows arXiv, addresses that hold a DOI, and keys that are none', async () => {
    const { records } =
      await bib(`@misc{, title={No key}, eprint={2101.00001v2}, archivePrefix={arXiv}, primaryClass={cs.SE}}
@article{x, title={In a journal}, journal={arXiv preprint arXiv:2102.00002}, year={2021}}
@article(y, title={In brackets}, url={https://doi.org/10.1000/ABC})
@misc{title={Nothing but a title}}`)
    expect(records.map((record) => [record.csl.title, record.csl.type, told(record).ids])).toEqual([
      ['No key', 'article', 'arxiv:2101.00001'],
      ['In a journal', 'article-journal', 'arxiv:2102.00002'],
      ['In brackets', 'article-journal', 'doi:10.1000/abc'],
      ['Nothing but a title', 'document', ''],
    ])
  })

  it('accounts for every entry of a file with odd braces, with its line', async () => {
    const { records, rejected } = await bib(`@article{a,
  title = {An open {brace},
  year = {2001},
  doi = {10.1000/a}
}
@article{b, title = {No comma} year = {2002} doi = {10.1000/b}}
@article{c,
  title = {Never closed},
  year = {2003}
@article{d, title = "With "quotes" inside", year = 2004}
@comment{ @article{hidden, title={Not an entry}} }
@article{e, author = {Nobody}}
text between entries, me@example.org
@article{f, title = {Cut off`)
    expect(records.map((record) => [record.csl.title, told(record).issued])).toEqual([
      ['An open brace', '2001'],
      ['No comma', '2002'],
      ['Never closed', '2003'],
      ['With "quotes" inside', '2004'],
    ])
    expect(rejected.map(({ line, reason }) => [line, reason.split(':')[0]])).toEqual([
      [12, 'no-title-no-identifier'],
      [14, 'cut-off'],
    ])
  })

  it('reads several entries in one line, and old line ends', async () => {
    expect(await titles('@misc{a,title={A}} @misc{b,title={B}}@misc{c,title={C}}')).toEqual(['A', 'B', 'C'])
    expect(await titles('@misc{a,\r title={A}\r}\r@misc{b,\r title={B}\r}\r')).toEqual(['A', 'B'])
  })
})

describe('bibtexNames', () => {
  it.each<[string, string[]]>([
    ['Donald E. Knuth and Leslie Lamport', ['Knuth, Donald E.', 'Lamport, Leslie']],
    ['{\\"O}zt{\\"u}rk, Ay{\\c s}e', ['Öztürk, Ayşe']],
    ['Ludwig van Beethoven', ['van Beethoven, Ludwig']],
    ['King, Jr, Martin Luther', ['King, Martin Luther, Jr']],
    ['{Copper Alliance and Friends} AND Smith, J.', ['[Copper Alliance and Friends]', 'Smith, J.']],
    ['A. {Smith Jones} and B. {Doe}', ['Smith Jones, A.', 'Doe, B.']],
    ["family=Garc{\\'i}a, given=Ana, prefix=de la", ['de la García, Ana']],
    ['Smith, A.; Doe, B.', ['Smith, A.', 'Doe, B.']],
    ['Smith, A., Doe, B., Roe, C.', ['Smith, A.', 'Doe, B.', 'Roe, C.']],
    ['Lee, Ann and others', ['Lee, Ann', '[others]']],
    ['others', ['[others]']],
    ['', []],
  ])('%s', (value, names) => {
    const shown = bibtexNames(value).map((name) =>
      'literal' in name ? `[${name.literal}]` : [name.family, name.given, name.suffix].filter(Boolean).join(', '),
    )
    expect(shown).toEqual(names)
  })
})
