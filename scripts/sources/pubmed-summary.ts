import { parseName } from '../../src/core/papers/names.ts'
import { dateOfText } from './dates.ts'
import { at, isObject, list, text } from './json.ts'
import { bareTitle } from './titles.ts'
import type { NoWork, RawWork } from './work.ts'
import type { XmlElement } from './xml.ts'
import { child, content, descendants, elements } from './xml.ts'

/** A document summary of ESummary in its JSON form. */
export function readSummary(value: unknown): RawWork | NoWork {
  if (!isObject(value)) return { rule: 'not-an-object', reason: 'The item is no object.' }
  if (text(value.error) !== '')
    return { rule: 'not-found', reason: `The database says: ${text(value.error).slice(0, 200)}` }
  const ids = list(value.articleids)
  const id = (type: string) =>
    text(
      at(
        ids.find((each) => text(at(each, 'idtype')) === type),
        'value',
      ),
    )
  return {
    type: 'article-journal',
    title: bareTitle(text(value.title) || text(value.booktitle)),
    authors: list(value.authors).map((author) => {
      const name = text(at(author, 'name')) || text(author)
      return /collective/i.test(text(at(author, 'authtype'))) ? { literal: name } : parseName(name)
    }),
    issued: dateOfText(value.pubdate) ?? dateOfText(value.epubdate),
    container: text(value.fulljournalname) || text(value.source),
    volume: text(value.volume),
    issue: text(value.issue),
    page: text(value.pages),
    issn: text(value.issn) || text(value.essn),
    language: text(value.lang),
    ids: {
      doi: id('doi') || text(value.elocationid),
      pmid: text(value.uid) || id('pubmed'),
      pmcid: id('pmc') || id('pmcid'),
    },
    said: { kinds: list(value.pubtype).map(text) },
  }
}

/** The summaries of an XML answer, of both versions, in the form of the JSON answer. */
export function summariesOfXml(root: XmlElement): unknown[] {
  return [...descendants(root, 'DocumentSummary').map(second), ...elements(root, 'DocSum').map(first)]
}

function second(summary: XmlElement): unknown {
  const plain = Object.fromEntries(elements(summary).map((element) => [element.name.toLowerCase(), content(element)]))
  return {
    ...plain,
    uid: summary.attributes.uid,
    authors: elements(child(summary, 'Authors'), 'Author').map((author) => ({
      name: content(child(author, 'Name')),
      authtype: content(child(author, 'AuthType')),
    })),
    lang: elements(child(summary, 'Lang')).map(content),
    pubtype: elements(child(summary, 'PubType')).map(content),
    articleids: elements(child(summary, 'ArticleIds'), 'ArticleId').map((id) => ({
      idtype: content(child(id, 'IdType')),
      value: content(child(id, 'Value')),
    })),
  }
}

function first(summary: XmlElement): unknown {
  const items = new Map(elements(summary, 'Item').map((item) => [item.attributes.Name ?? '', item]))
  const value = (name: string) => content(items.get(name))
  const inner = (name: string) => elements(items.get(name), 'Item')
  return {
    uid: content(child(summary, 'Id')),
    title: value('Title'),
    pubdate: value('PubDate'),
    epubdate: value('EPubDate'),
    source: value('Source'),
    fulljournalname: value('FullJournalName'),
    volume: value('Volume'),
    issue: value('Issue'),
    pages: value('Pages'),
    issn: value('ISSN'),
    essn: value('ESSN'),
    authors: inner('AuthorList').map((author) => ({ name: content(author), authtype: author.attributes.Name })),
    lang: inner('LangList').map(content),
    pubtype: inner('PubTypeList').map(content),
    articleids: [
      ...inner('ArticleIds').map((id) => ({ idtype: id.attributes.Name, value: content(id) })),
      { idtype: 'doi', value: value('DOI') },
    ],
  }
}
