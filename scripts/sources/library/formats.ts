import { readBibtex } from './bibtex.ts'
import { readCslJson } from './csl-json.ts'
import { readCsv } from './csv.ts'
import type { Format } from './entry.ts'
import { readNbib } from './nbib.ts'
import { readRis } from './ris.ts'
import { readWebOfScience } from './web-of-science.ts'

/** Every format a library may come in. One more format is one more file and one more row. */
export const formats: readonly Format[] = [
  { id: 'ris', label: 'RIS', endings: ['.ris'], read: readRis },
  { id: 'bibtex', label: 'BibTeX', endings: ['.bib', '.bibtex'], read: readBibtex },
  { id: 'csl-json', label: 'CSL-JSON', endings: ['.json'], read: readCslJson },
  { id: 'nbib', label: 'PubMed (MEDLINE)', endings: ['.nbib'], read: readNbib },
  { id: 'csv', label: 'CSV or TSV', endings: ['.csv', '.tsv', '.tab'], read: readCsv },
  { id: 'wos', label: 'Web of Science plain text', endings: ['.ciw'], read: readWebOfScience },
]
