import type { Kind } from './incoming.ts'
import { library } from './library.ts'
import { report } from './report-kind.ts'

/** Every kind of file that may come in, in the order in which they are asked. One more kind is one more file and one more row. */
export const kinds: readonly Kind[] = [report, library]
