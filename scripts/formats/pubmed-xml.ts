import { readArticle, readBook } from '../sources/pubmed-article.ts'
import type { Entry } from './entry.ts'
import type { TextFile } from './text-file.ts'
import { xmlElements } from './xml-elements.ts'

/** Reads the XML of PubMed, an article at a time. */
export async function* readPubmedXml(file: TextFile): AsyncGenerator<Entry> {
  for await (const { line, element } of xmlElements(file, new Set(['PubmedArticle', 'PubmedBookArticle']))) {
    const work =
      'rule' in element ? element : element.name === 'PubmedArticle' ? readArticle(element) : readBook(element)
    yield {
      line,
      work: 'rule' in work || !work.standing ? work : { ...work, standing: { ...work.standing, source: 'library' } },
    }
  }
}
