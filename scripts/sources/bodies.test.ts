import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SourceRecord } from '../../src/core/papers/record.ts'
import { adapterOf, parseBody } from './index.ts'

function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../tests/fixtures/sources', name), 'utf8')
}

function one(source: string, body: unknown): SourceRecord {
  const { records, rejected } = parseBody(source, typeof body === 'string' ? body : JSON.stringify(body), 'body')
  expect(rejected).toEqual([])
  expect(records).toHaveLength(1)
  return records[0]!
}

function abstract(record: SourceRecord): string | undefined {
  return record.text?.sections[0]?.text
}

const work = (message: unknown) => ({ status: 'ok', 'message-type': 'work', message })

describe('crossref', () => {
  it('reads JATS, MathML, entities and organisations', () => {
    const record = one(
      'crossref',
      work({
        DOI: '10.5555/ABC(1)',
        type: 'journal-article',
        title: [
          'The <i>BRCA1</i> gene &amp;amp; H<sub>2</sub>O at <mml:math><mml:mi>x</mml:mi><mml:mo>=</mml:mo><mml:mn>2</mml:mn></mml:math>',
        ],
        author: [
          { name: 'Invented &amp; Co Study Group' },
          { given: 'Ada', family: 'Example' },
          { given: 'Plato' },
          { family: '&NA;' },
          {},
        ],
        abstract:
          '<jats:title>Abstract</jats:title><jats:sec><jats:title>Background</jats:title><jats:p>A \n <jats:italic>KRAS</jats:italic>\n , B.</jats:p></jats:sec>',
        issued: { 'date-parts': [[2019, 4]] },
        created: { 'date-parts': [[2005, 1, 1]] },
        'container-title': ['Journal &amp; Letters'],
      }),
    )
    expect(record.csl.title).toBe('The BRCA1 gene & H2O at x=2')
    expect(record.csl.author).toEqual([
      { literal: 'Invented & Co Study Group' },
      { family: 'Example', given: 'Ada' },
      { literal: 'Plato' },
    ])
    expect(record.ids.doi).toBe('10.5555/abc(1)')
    expect(abstract(record)).toBe('Background: A KRAS, B.')
    expect(record.csl.issued).toEqual({ 'date-parts': [[2019, 4]] })
    expect(record.csl['container-title']).toBe('Journal & Letters')
  })

  it('never takes the day of deposit for the year of publication', () => {
    const day = { 'date-parts': [[2021, 5, 1]], 'date-time': '2021-05-01T00:00:00Z' }
    const record = one(
      'crossref',
      work({
        DOI: '10.5555/x',
        title: ['T'],
        issued: { 'date-parts': [[null]] },
        created: day,
        deposited: day,
        indexed: day,
        accepted: day,
      }),
    )
    expect(record.csl.issued).toBeUndefined()
    expect(
      one(
        'crossref',
        work({
          DOI: '10.5555/x',
          title: ['T'],
          issued: { 'date-parts': [[null]] },
          'published-online': { 'date-parts': [[2018]] },
          created: day,
        }),
      ).csl.issued,
    ).toEqual({ 'date-parts': [[2018]] })
  })

  it('tells a retraction from an erratum and a notice from what it concerns', () => {
    const updated = (type: string) =>
      one('crossref', work({ DOI: '10.5555/x', title: ['T'], 'updated-by': [{ DOI: '10.5555/N', type }] })).standing
    expect(updated('retraction')).toEqual({ state: 'retracted', source: 'crossref', notice: '10.5555/n' })
    expect(updated('erratum')?.state).toBe('corrected')
    expect(updated('expression_of_concern')?.state).toBe('concern')
    expect(updated('new_version')).toBeUndefined()
    expect(
      one(
        'crossref',
        work({ DOI: '10.5555/n', title: ['Retraction: T'], 'update-to': [{ DOI: '10.5555/x', type: 'retraction' }] }),
      ).standing,
    ).toBeUndefined()
    expect(one('crossref', work({ DOI: '10.5555/r', title: ['RETRACTED ARTICLE: T'] })).standing?.state).toBe(
      'retracted',
    )
  })

  it('keeps a work without a title by its DOI and rejects one with neither', () => {
    expect(one('crossref', work({ DOI: '10.5555/x' })).csl.title).toBe('')
    const { records, rejected } = parseBody(
      'crossref',
      JSON.stringify({
        status: 'ok',
        'message-type': 'work-list',
        message: { items: [null, {}, 'x', { title: ['T'] }] },
      }),
      'f.json',
    )
    expect(records.map((record) => record.csl.title)).toEqual(['T'])
    expect(rejected.map((each) => each.reason.split(':')[0])).toEqual([
      'not-an-object',
      'no-title-no-identifier',
      'not-an-object',
    ])
    expect(rejected[0]?.file).toBe('f.json')
  })

  it('reads a list without works as empty', () => {
    for (const message of [
      { 'message-type': 'work-list', message: { items: [] } },
      { 'message-type': 'journal-list', message: { items: [{ title: 'J' }] } },
    ])
      expect(parseBody('crossref', JSON.stringify({ status: 'ok', ...message }), 'f').records).toEqual([])
  })
})

describe('openalex', () => {
  it('puts an inverted index in order, whatever its places', () => {
    const record = one('openalex', {
      id: 'https://openalex.org/W1',
      display_name: 'T &lt;b&gt;bold&lt;/b&gt;',
      publication_year: 2020,
      publication_date: '2021-01-01',
      abstract_inverted_index: { fell: [1], Risk: [0], '10%.': [4_000_000_000], by: [2] },
      authorships: [
        { author: { display_name: 'World Health Organization' } },
        { author: null, raw_author_name: 'Example, Ada' },
        null,
      ],
      is_retracted: true,
    })
    expect(abstract(record)).toBe('Risk fell by 10%.')
    expect(record.csl.title).toBe('T bold')
    expect(record.csl.issued).toEqual({ 'date-parts': [[2020]] })
    expect(record.csl.author).toEqual([{ literal: 'World Health Organization' }, { family: 'Example', given: 'Ada' }])
    expect(record.standing?.state).toBe('retracted')
  })

  it('goes on with the cursor until a page is empty', () => {
    const body = (results: unknown[]) => JSON.stringify({ meta: { count: 3, next_cursor: 'abc' }, results })
    expect(adapterOf('openalex').parse(body([{ id: 'https://openalex.org/W1', title: 'T' }]))).toMatchObject({
      next: 'abc',
      total: 3,
    })
    expect(adapterOf('openalex').parse(body([])).next).toBeNull()
  })
})

describe('dblp', () => {
  it('reads lists and single objects, phrases encoded twice, namesakes', () => {
    const { records, rejected } = parseBody('dblp', fixture('dblp-search.json'), 'dblp-search.json')
    expect(records.map((record) => record.csl.title)).toEqual([
      'Robust parsing & fuzzing of O(n) inputs',
      'One author only',
      'Proceedings of the Invented Workshop, 2020',
    ])
    expect(records[0]?.csl.author).toEqual([
      { family: 'Example', given: 'Ada' },
      { family: 'van Muster', given: 'Bo' },
    ])
    expect(records[0]?.ids).toEqual({ doi: '10.5555/jis.2021.3', dblp: 'journals/jis/ExampleM21' })
    expect(records[1]).toMatchObject({
      ids: { arxiv: '2101.00001' },
      csl: { type: 'article', author: [{ family: 'Solo', given: 'Cyd' }] },
    })
    expect(rejected.map((each) => each.line)).toEqual([4])
    expect(adapterOf('dblp').parse(fixture('dblp-search.json'))).toMatchObject({ next: '4', total: 5 })
  })

  it('reads XML with markup in the title, and an empty search', () => {
    expect(one('dblp', fixture('dblp-search.xml')).csl).toMatchObject({
      title: 'CO2 models with x & y',
      type: 'paper-conference',
      author: [{ family: 'One', given: 'Dee' }],
    })
    expect(
      parseBody('dblp', '{"result":{"status":{"@code":"200"},"hits":{"@total":"0","@sent":"0"}}}', 'f').records,
    ).toEqual([])
    expect(() =>
      parseBody('dblp', '{"result":{"status":{"@code":"500","text":"Internal Server Error"}}}', 'f'),
    ).toThrow('Internal Server Error')
  })
})

describe('europepmc', () => {
  it('reads core results', () => {
    const { records, rejected } = parseBody('europepmc', fixture('europepmc-search.json'), 'f')
    expect(records[0]).toMatchObject({
      csl: {
        title: 'Effect of invented drug on H2O',
        issued: { 'date-parts': [[2019, 3]] },
        language: 'en',
        volume: '7',
      },
      ids: { doi: '10.5555/epmc.1', pmid: '40000001', pmcid: 'PMC4000001' },
      standing: { state: 'retracted' },
      openCopy: 'https://europepmc.org/articles/PMC4000001?pdf=render',
    })
    expect(records[0]?.csl.author).toEqual([
      { family: 'Example', given: 'Ada' },
      { family: 'Muster', given: 'BC' },
      { literal: 'Invented Trial Group' },
    ])
    expect(abstract(records[0]!)).toBe('Background: Nobody knew. Results: Risk fell by 10% (P < 0.05).')
    expect(records[1]?.csl.type).toBe('article')
    expect(rejected).toHaveLength(1)
  })

  it('reads XML with name spaces and entities encoded twice', () => {
    expect(one('europepmc', fixture('europepmc-search.xml')).csl).toMatchObject({
      title: 'Twice & encoded title',
      issued: { 'date-parts': [[2018]] },
    })
    expect(() => parseBody('europepmc', '{"version":"6.9","errCode":404,"errMsg":"Invalid cursor"}', 'f')).toThrow(
      'Invalid cursor',
    )
    expect(parseBody('europepmc', '{"hitCount":0,"resultList":{"result":[]}}', 'f').records).toEqual([])
  })
})

describe('pubmed', () => {
  const article = (inner: string, data = '') =>
    `<?xml version="1.0"?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">123</PMID><DateRevised><Year>2024</Year></DateRevised><Article>${inner}</Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="pubmed">123</ArticleId></ArticleIdList>${data}</PubmedData></PubmedArticle></PubmedArticleSet>`

  it('keeps words of mixed content in place', () => {
    const record = one(
      'pubmed',
      article(
        `<Journal><JournalIssue><PubDate><MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate></JournalIssue><Title>J</Title></Journal>
         <ArticleTitle>[Effect of <i>BRCA1</i> on CO<sub>2</sub>].</ArticleTitle>
         <Abstract><AbstractText Label="AIMS">To see p &lt; 0.05 in <i>E. coli</i> cells.</AbstractText><AbstractText>More.</AbstractText></Abstract>
         <AuthorList><Author ValidYN="Y"><LastName>Example</LastName><ForeName>Ada</ForeName><Suffix>Jr</Suffix></Author><Author><CollectiveName>WHO Group</CollectiveName></Author></AuthorList>`,
        '<ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.5555/wrong</ArticleId></ArticleIdList></Reference></ReferenceList>',
      ),
    )
    expect(record.csl.title).toBe('Effect of BRCA1 on CO2')
    expect(abstract(record)).toBe('AIMS: To see p < 0.05 in E. coli cells. More.')
    expect(record.csl.issued).toEqual({ 'date-parts': [[1998, 12]] })
    expect(record.csl.author).toEqual([{ family: 'Example', given: 'Ada', suffix: 'Jr' }, { literal: 'WHO Group' }])
    expect(record.ids).toEqual({ pmid: '123' })
  })

  it('keeps registration numbers of data banks among the keywords', () => {
    const bank = (name: string, number: string) =>
      `<DataBank><DataBankName>${name}</DataBankName><AccessionNumberList><AccessionNumber>${number}</AccessionNumber></AccessionNumberList></DataBank>`
    const banks = `<DataBankList>${bank('ClinicalTrials.gov', 'NCT04123456')}${bank('PDB', '1ABC')}</DataBankList>`
    expect(one('pubmed', article(`<ArticleTitle>T</ArticleTitle>${banks}`)).csl.keyword).toBe('NCT04123456')
  })

  it('searches, then fetches, then searches on', () => {
    const found = adapterOf('pubmed').parse(
      '<eSearchResult><Count>3</Count><RetStart>0</RetStart><IdList><Id>1</Id><Id>2</Id></IdList></eSearchResult>',
    )
    expect(found).toMatchObject({ next: 'fetch:2:1,2', total: 3, records: [] })
    const translation = { text: '', parameters: { term: 'x' }, notExpressed: [] }
    expect(adapterOf('pubmed').request(translation, found.next)?.query.id).toBe('1,2')
    expect(adapterOf('pubmed').parse(article('<ArticleTitle>T</ArticleTitle>'), found.next).next).toBe('search:2')
    expect(adapterOf('pubmed').parse(article('<ArticleTitle>T</ArticleTitle>'), 'fetch:end:1').next).toBeNull()
  })

  it('names the fault that the database names', () => {
    expect(() =>
      parseBody(
        'pubmed',
        '<?xml version="1.0"?><eFetchResult><ERROR>API rate limit exceeded</ERROR></eFetchResult>',
        'f',
      ),
    ).toThrow('API rate limit exceeded')
    expect(() => parseBody('pubmed', '{"error":"API rate limit exceeded","count":"11"}', 'f')).toThrow(
      'API rate limit exceeded',
    )
    expect(parseBody('pubmed', '<PubmedArticleSet></PubmedArticleSet>', 'f').records).toEqual([])
  })
})

describe('arxiv', () => {
  it('reads a preprint and links its article as a version', () => {
    const feed = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:a="http://arxiv.org/schemas/atom"><entry><id>http://arxiv.org/abs/hep-th/9901001v3</id><updated>2024-01-01T00:00:00Z</updated><published>1999-01-02T00:00:00Z</published><title>A
      $x &lt; 2$ title</title><summary>  Text. </summary><author><name>ATLAS Collaboration</name></author><author><name>:</name></author><a:doi>10.5555/ART</a:doi><link title="pdf" href="http://arxiv.org/pdf/hep-th/9901001v3"/></entry></feed>`
    const record = one('arxiv', feed)
    expect(record).toMatchObject({
      ids: { arxiv: 'hep-th/9901001' },
      versions: [{ doi: '10.5555/art', relation: 'preprint-of' }],
    })
    expect(record.csl).toMatchObject({
      title: 'A $x < 2$ title',
      issued: { 'date-parts': [[1999, 1, 2]] },
      author: [{ literal: 'ATLAS Collaboration' }],
    })
  })
})

describe('datacite, unpaywall, doi', () => {
  it('takes the main title, the year of publication and the abstract among descriptions', () => {
    const record = one('datacite', {
      data: {
        id: '10.5555/D',
        type: 'dois',
        attributes: {
          doi: '10.5555/D',
          titles: [{ title: 'Untertitel', titleType: 'Subtitle' }, { title: 'Main <em>title</em>' }],
          creators: { name: 'Invented Institute', nameType: 'Organizational' },
          publicationYear: '2015',
          dates: [
            { date: '2023-01-01', dateType: 'Updated' },
            { date: '2015-06', dateType: 'Issued' },
          ],
          descriptions: { description: '<p>One.</p><p>Two.</p>', descriptionType: 'Abstract' },
          types: { resourceTypeGeneral: 'Preprint' },
          registered: '2022-01-01',
        },
      },
    })
    expect(record.csl).toMatchObject({
      title: 'Main title',
      type: 'article',
      author: [{ literal: 'Invented Institute' }],
      issued: { 'date-parts': [[2015, 6]] },
    })
    expect(abstract(record)).toBe('One. Two.')
    expect(parseBody('datacite', '{"data":[{"id":"c","type":"clients"}]}', 'f').records).toEqual([])
    expect(() =>
      parseBody(
        'datacite',
        '{"errors":[{"status":"404","title":"The resource you are looking for does not exist."}]}',
        'f',
      ),
    ).toThrow('does not exist')
  })

  it('reads CSL-JSON with texts for numbers, and an open copy', () => {
    const record = one('doi', {
      type: 'article-journal',
      DOI: '10.5555/x',
      title: 'T',
      author: { family: 'Solo', 'non-dropping-particle': 'van' },
      issued: { 'date-parts': [['2016', '10']] },
    })
    expect(record.csl).toMatchObject({ author: [{ family: 'van Solo' }], issued: { 'date-parts': [[2016, 10]] } })
    const open = one('unpaywall', {
      doi: '10.5555/x',
      title: 'T',
      year: 2016,
      published_date: '2016-02-03',
      best_oa_location: { url_for_pdf: null, url: 'https://example.org/a.pdf' },
    })
    expect(open.openCopy).toBe('https://example.org/a.pdf')
    expect(
      one('unpaywall', { doi: '10.5555/x', title: 'T', best_oa_location: { url: 'javascript:alert(1)' } }).openCopy,
    ).toBeUndefined()
    expect(() =>
      parseBody(
        'unpaywall',
        '{"HTTP_status_code":404,"error":true,"message":"\'10.5555/x\' isn\'t in Unpaywall."}',
        'f',
      ),
    ).toThrow("isn't in Unpaywall")
  })
})

describe('semanticscholar', () => {
  it('unpacks citations and recommendations and names what is missing', () => {
    expect(
      one('semanticscholar', {
        data: [
          {
            citingPaper: {
              paperId: 'a'.repeat(40),
              title: 'T',
              externalIds: { ArXiv: '2101.00001', DOI: '10.5555/ART' },
            },
          },
        ],
      }),
    ).toMatchObject({
      ids: { doi: '10.5555/art' },
      versions: [{ doi: '10.48550/arxiv.2101.00001', relation: 'article-of' }],
    })
    const { rejected } = parseBody('semanticscholar', '[null]', 'f')
    expect(rejected[0]?.reason).toMatch(/^not-found: item 1\./)
    expect(parseBody('semanticscholar', '{"total":0,"offset":0}', 'f').records).toEqual([])
  })
})

describe('oddities of single databases', () => {
  it('parts the names of a line of authors from those of organisations', () => {
    const result = {
      id: '1',
      source: 'MED',
      title: 'T',
      authorString: 'Muster J, Invented Study Group, van der Dorn AB.',
    }
    expect(one('europepmc', { hitCount: 1, resultList: { result } }).csl.author).toEqual([
      { family: 'Muster', given: 'J' },
      { literal: 'Invented Study Group' },
      { family: 'van der Dorn', given: 'AB' },
    ])
  })

  it('takes a date that is not nested as deeply as it should be', () => {
    const item = work({ DOI: '10.5555/x', title: 'T', issued: { 'date-parts': [2019, 3] } })
    expect(one('crossref', item).csl.issued).toEqual({ 'date-parts': [[2019, 3]] })
  })

  it('removes a heading that lost its markup, and keeps a word that is none', () => {
    const read = (text: string) =>
      abstract(one('semanticscholar', { paperId: 'a'.repeat(40), title: 'T', abstract: text }))
    expect(read('Abstract We saw.')).toBe('We saw.')
    expect(read('Abstract syntax trees help.')).toBe('Abstract syntax trees help.')
  })

  it('knows a web page behind an XML declaration', () => {
    const page = '<?xml version="1.0"?>\n<!DOCTYPE html><html><head><title>Down</title></head></html>'
    for (const source of ['openalex', 'europepmc', 'arxiv'])
      expect(() => parseBody(source, page, 'f')).toThrow('a web page instead of data, titled "Down"')
  })

  it('counts a notice that stands in the place of its article, and no notice elsewhere', () => {
    const inPlace = { DOI: '10.5555/X', title: ['T'], 'update-to': [{ DOI: '10.5555/x', type: 'retraction' }] }
    expect(one('crossref', work(inPlace)).standing?.state).toBe('retracted')
    const flagged = (title: string) =>
      one('openalex', { id: 'https://openalex.org/W1', title, is_retracted: true }).standing?.state
    expect(flagged('Retraction: an invented article')).toBeUndefined()
    expect(flagged('Retraction of an invented article')).toBeUndefined()
    expect(flagged('RETRACTED: an invented article')).toBe('retracted')
    expect(flagged('An invented article on retraction watching')).toBe('retracted')
  })
})
