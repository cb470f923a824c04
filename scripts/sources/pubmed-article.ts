import { registrationNumbers } from '../../src/core/papers/studies/registrations.ts'
import type { CslItem, CslName } from '../../src/schemas/paper.ts'
import { dateOf, dateOfText } from './dates.ts'
import { bareTitle } from './titles.ts'
import type { NoWork, RawWork } from './work.ts'
import type { XmlElement } from './xml.ts'
import { child, content, descendants, elements, markup } from './xml.ts'

/** An element `PubmedArticle` (https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/). */
export function readArticle(item: XmlElement): RawWork | NoWork {
  const citation = child(item, 'MedlineCitation')
  const article = child(citation, 'Article')
  if (article === undefined) return { rule: 'no-article', reason: 'The element holds no article.' }
  const journal = child(article, 'Journal')
  const issue = child(journal, 'JournalIssue')
  const kinds = elements(child(article, 'PublicationTypeList'), 'PublicationType').map((kind) =>
    content(kind).toLowerCase(),
  )
  const isPreprint = kinds.includes('preprint')
  return {
    type: isPreprint ? 'article' : kinds.includes('dataset') ? 'dataset' : 'article-journal',
    genre: isPreprint ? 'preprint' : '',
    title: bareTitle(titleOf(markup(child(article, 'ArticleTitle')), markup(child(article, 'VernacularTitle')))),
    authors: authorsOf(child(article, 'AuthorList')),
    issued: pubDate(child(issue, 'PubDate')) ?? pubDate(child(article, 'ArticleDate')),
    container:
      content(child(journal, 'Title')) ||
      content(child(journal, 'ISOAbbreviation')) ||
      content(child(citation, 'MedlineJournalInfo', 'MedlineTA')),
    volume: content(child(issue, 'Volume')),
    issue: content(child(issue, 'Issue')),
    page: pages(child(article, 'Pagination')),
    issn: content(child(journal, 'ISSN')),
    language: content(child(article, 'Language')),
    keywords: [
      ...descendants(citation!, 'Keyword').map(content).filter(Boolean),
      ...registrationNumbers(descendants(article, 'AccessionNumber').map(content)),
    ].join('; '),
    abstract: abstractOf(child(article, 'Abstract')) || abstractOf(child(citation, 'OtherAbstract')),
    url: `https://pubmed.ncbi.nlm.nih.gov/${content(child(citation, 'PMID'))}/`,
    ids: { ...idsOf(child(item, 'PubmedData', 'ArticleIdList'), article), pmid: content(child(citation, 'PMID')) },
    said: { kinds },
    ...standingOf(child(citation, 'CommentsCorrectionsList')),
  }
}

/** An element `PubmedBookArticle`: a chapter where it has a title of its own, else the book. */
export function readBook(item: XmlElement): RawWork | NoWork {
  const document = child(item, 'BookDocument')
  const book = child(document, 'Book')
  if (document === undefined || book === undefined) return { rule: 'no-article', reason: 'The element holds no book.' }
  const chapter = markup(child(document, 'ArticleTitle'))
  const title = markup(child(book, 'BookTitle'))
  const lists = [...elements(book, 'AuthorList'), ...elements(document, 'AuthorList')]
  const of = (type: string) => lists.filter((each) => each.attributes.Type === type).flatMap(authorsOf)
  const untyped = lists.filter((each) => each.attributes.Type === undefined).flatMap(authorsOf)
  return {
    type: chapter === '' ? 'book' : 'chapter',
    title: bareTitle(chapter || title),
    authors: [...of('authors'), ...untyped],
    editors: of('editors'),
    issued: pubDate(child(book, 'PubDate')) ?? pubDate(child(document, 'ContributionDate')),
    container: chapter === '' ? '' : title,
    publisher: content(child(book, 'Publisher', 'PublisherName')),
    isbn: content(child(book, 'Isbn')),
    language: content(child(document, 'Language')),
    abstract: abstractOf(child(document, 'Abstract')),
    url: `https://pubmed.ncbi.nlm.nih.gov/${content(child(document, 'PMID'))}/`,
    ids: { ...idsOf(child(document, 'ArticleIdList')), pmid: content(child(document, 'PMID')) },
  }
}

function titleOf(title: string, vernacular: string): string {
  return /^\[?(?:not available|in process citation)\]?\.?$/i.test(title.trim()) || title.trim() === ''
    ? vernacular
    : title
}

function authorsOf(list: XmlElement | undefined): CslName[] {
  return elements(list, 'Author')
    .filter((author) => author.attributes.ValidYN !== 'N')
    .flatMap((author): CslName[] => {
      const collective = markup(child(author, 'CollectiveName'))
      const family = content(child(author, 'LastName'))
      const given = content(child(author, 'ForeName')) || content(child(author, 'Initials'))
      const suffix = content(child(author, 'Suffix'))
      if (family === '') return collective || given ? [{ literal: collective || given }] : []
      return [{ family, ...(given ? { given } : {}), ...(suffix ? { suffix } : {}) }]
    })
}

/** Year, month and day of an element, or the first year of a `MedlineDate` such as `1998 Dec-1999 Jan`. */
function pubDate(element: XmlElement | undefined): CslItem['issued'] {
  const [year, month, day] = ['Year', 'Month', 'Day'].map((name) => content(child(element, name)))
  return dateOf(year, month, day) ?? dateOfText(content(child(element, 'MedlineDate')))
}

function pages(pagination: XmlElement | undefined): string {
  const written = content(child(pagination, 'MedlinePgn'))
  const range = ['StartPage', 'EndPage'].map((name) => content(child(pagination, name))).filter(Boolean)
  return written || range.join('-')
}

function abstractOf(abstract: XmlElement | undefined): string {
  return elements(abstract, 'AbstractText')
    .map((part) => {
      const label = part.attributes.Label ?? ''
      const text = markup(part).trim()
      return label === '' || /^unlabelled$/i.test(label) || text === '' ? text : `${label}: ${text}`
    })
    .filter(Boolean)
    .join(' ')
}

function idsOf(list: XmlElement | undefined, article?: XmlElement): RawWork['ids'] {
  const of = (type: string) =>
    elements(list, 'ArticleId')
      .filter((id) => id.attributes.IdType === type)
      .map(content)[0]
  const located = elements(article, 'ELocationID').find(
    (id) => id.attributes.EIdType === 'doi' && id.attributes.ValidYN !== 'N',
  )
  return { doi: of('doi') || content(located), pmcid: of('pmc') }
}

/** Links of type `…In` lead from the article to a notice, links of type `…Of` and `…For` from a notice to its article. */
const linksToNotices = [
  ['RetractionIn', 'retracted'],
  ['RetractedandRepublishedIn', 'retracted'],
  ['ExpressionOfConcernIn', 'concern'],
  ['ErratumIn', 'corrected'],
  ['CorrectedandRepublishedIn', 'corrected'],
] as const
const linksOfNotices = [
  ['RetractionOf', 'retraction'],
  ['ExpressionOfConcernFor', 'concern'],
  ['ErratumFor', 'correction'],
] as const

function standingOf(links: XmlElement | undefined): Pick<RawWork, 'standing' | 'notice'> {
  const linked = elements(links, 'CommentsCorrections')
  const of = (type: string) => linked.find((link) => link.attributes.RefType === type)
  const state = linksToNotices.find(([type]) => of(type))?.[1]
  if (state) return { standing: { state, source: 'pubmed' } }
  const kind = linksOfNotices.find(([type]) => of(type))
  if (!kind) return {}
  const pmid = content(child(of(kind[0]), 'PMID'))
  return { notice: { kind: kind[1], ...(pmid ? { of: { pmid } } : {}), sure: true } }
}
