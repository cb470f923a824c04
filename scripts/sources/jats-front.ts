import { normaliseDoi } from '../../src/core/papers/doi.ts'
import type { CslItem, CslName } from '../../src/schemas/paper.ts'
import { dateOf, dateOfText } from './dates.ts'
import type { NoWork, RawWork } from './work.ts'
import type { XmlElement } from './xml.ts'
import { child, content, descendants, elements, markup } from './xml.ts'

/** Kinds of dates of a JATS article on which it came out, best first (https://jats.nlm.nih.gov/archiving/tag-library/1.3/element/pub-date.html). */
const publicationKinds = ['ppub', 'collection', 'pub', 'epub', 'epub-ppub', 'epreprint']

/** The bibliographic facts in the front of a JATS article. */
export function readJatsFront(article: XmlElement): RawWork | NoWork {
  const front = child(article, 'front')
  const meta = child(front, 'article-meta') ?? child(article, 'front-stub')
  if (meta === undefined) return { rule: 'no-article', reason: 'The element holds no article.' }
  const journal = child(front, 'journal-meta')
  const id = (type: string) =>
    elements(meta, 'article-id')
      .filter((each) => each.attributes['pub-id-type'] === type)
      .map(content)[0]
  const pmcid = id('pmc') ?? id('pmcid') ?? id('pmcaid')
  return {
    type: article.attributes['article-type'] === 'preprint' ? 'article' : 'article-journal',
    title: titleOf(meta),
    authors: authorsOf(meta),
    issued: issuedOf(meta),
    container:
      content(child(journal, 'journal-title-group', 'journal-title')) || content(child(journal, 'journal-title')),
    publisher: content(child(journal, 'publisher', 'publisher-name')),
    volume: content(child(meta, 'volume')),
    issue: content(child(meta, 'issue')),
    page:
      [content(child(meta, 'fpage')), content(child(meta, 'lpage'))].filter(Boolean).join('-') ||
      content(child(meta, 'elocation-id')),
    issn: content(child(journal, 'issn')),
    language: article.attributes.lang ?? '',
    abstract:
      elements(meta, 'abstract')
        .filter((each) => each.attributes['abstract-type'] === undefined)
        .map(markup)[0] ?? '',
    ids: { doi: id('doi'), pmid: id('pmid'), pmcid: pmcid === undefined ? null : `PMC${pmcid.replace(/^PMC/i, '')}` },
    said: { kinds: [(article.attributes['article-type'] ?? '').replaceAll('-', ' ')] },
    ...noticeOf(meta),
  }
}

/** A notice names its article: `<related-article related-article-type="retracted-article">` (https://jats4r.org/corrections-retractions-and-expressions-of-concern). */
const relatedToNotices = {
  'retracted-article': 'retraction',
  'corrected-article': 'correction',
  'object-of-concern': 'concern',
} as const

function noticeOf(meta: XmlElement): Pick<RawWork, 'notice'> {
  for (const related of elements(meta, 'related-article')) {
    const kind = relatedToNotices[related.attributes['related-article-type'] as keyof typeof relatedToNotices]
    if (kind === undefined) continue
    const doi = normaliseDoi(related.attributes.href ?? related.attributes['xlink:href'] ?? '')
    return { notice: { kind, ...(doi ? { of: { doi } } : {}), sure: true } }
  }
  return {}
}

function titleOf(meta: XmlElement): string {
  const title = child(meta, 'title-group', 'article-title')
  if (title === undefined) return ''
  return markup({
    ...title,
    children: title.children.filter((each) => typeof each === 'string' || !['xref', 'fn'].includes(each.name)),
  })
}

function authorsOf(meta: XmlElement): CslName[] {
  return elements(meta, 'contrib-group')
    .flatMap((group) => elements(group, 'contrib'))
    .filter((contrib) => (contrib.attributes['contrib-type'] ?? 'author') === 'author')
    .flatMap((contrib): CslName[] => {
      const name = child(contrib, 'name') ?? child(contrib, 'name-alternatives', 'name')
      const collab = child(contrib, 'collab')
      const family = content(child(name, 'surname'))
      const given = content(child(name, 'given-names'))
      if (family !== '') return [{ family, ...(given ? { given } : {}) }]
      const group = collab
        ? collab.children.filter((each) => typeof each === 'string' || each.name !== 'contrib-group')
        : []
      const literal = collab ? content({ ...collab, children: group }) : content(child(contrib, 'string-name')) || given
      return literal === '' ? [] : [{ literal }]
    })
}

function issuedOf(meta: XmlElement): CslItem['issued'] {
  const dates = descendants(meta, 'pub-date')
  const kind = (date: XmlElement) => date.attributes['pub-type'] ?? date.attributes['date-type'] ?? ''
  const ranked = publicationKinds.flatMap((wanted) => dates.filter((date) => kind(date) === wanted))
  for (const date of [...ranked, ...dates.filter((each) => kind(each) === '')]) {
    const [year, month, day] = ['year', 'month', 'day'].map((name) => content(child(date, name)))
    const found = dateOf(year, month, day) ?? dateOfText(date.attributes['iso-8601-date'])
    if (found) return found
  }
  return undefined
}
