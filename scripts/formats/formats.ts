import { readBibtex } from './bibtex.ts'
import { readCochraneText } from './cochrane-text.ts'
import { readCslJson } from './csl-json.ts'
import { readCsv } from './csv.ts'
import { readEndnoteXml } from './endnote-xml.ts'
import type { Format } from './entry.ts'
import { readNbib } from './nbib.ts'
import { readOvid } from './ovid.ts'
import { readPubmedXml } from './pubmed-xml.ts'
import { readRefer } from './refer.ts'
import { readRis } from './ris.ts'
import { readWebOfScience } from './web-of-science.ts'
import { readZoteroJson } from './zotero-json.ts'
import { readZoteroRdf } from './zotero-rdf.ts'

/** Every format a library may come in. One more format is one more file and one more row. */
export const formats: readonly Format[] = [
  { id: 'ris', label: 'RIS', endings: ['.ris'], read: readRis },
  { id: 'bibtex', label: 'BibTeX', endings: ['.bib', '.bibtex'], read: readBibtex },
  { id: 'csl-json', label: 'CSL-JSON', endings: ['.json'], read: readCslJson },
  { id: 'nbib', label: 'PubMed (MEDLINE)', endings: ['.nbib'], read: readNbib },
  { id: 'csv', label: 'CSV or TSV', endings: ['.csv', '.tsv', '.tab'], read: readCsv },
  { id: 'wos', label: 'Web of Science plain text', endings: ['.ciw'], read: readWebOfScience },
  { id: 'endnote-xml', label: 'EndNote XML', endings: ['.xml'], read: readEndnoteXml },
  { id: 'pubmed-xml', label: 'PubMed XML', endings: ['.xml'], read: readPubmedXml },
  { id: 'zotero-rdf', label: 'Zotero RDF', endings: ['.rdf'], read: readZoteroRdf },
  { id: 'zotero-json', label: 'Better BibTeX JSON (items of Zotero)', endings: ['.json'], read: readZoteroJson },
  { id: 'refer', label: 'EndNote Refer (.enw)', endings: ['.enw'], read: readRefer },
  { id: 'cochrane', label: 'Cochrane plain text', endings: ['.txt'], read: readCochraneText },
  { id: 'ovid', label: 'Ovid text', endings: ['.ovd', '.cgi'], read: readOvid },
]
