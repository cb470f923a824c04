import { readCslJson } from './csl-json.ts'
import type { Format } from './entry.ts'
import { readRis } from './ris.ts'

/** Every format a library may come in. One more format is one more file and one more row. */
export const formats: readonly Format[] = [
  { id: 'ris', label: 'RIS', endings: ['.ris'], read: readRis },
  { id: 'csl-json', label: 'CSL-JSON', endings: ['.json'], read: readCslJson },
]
