/** What a report's page adds to its links: filters, a contents list that follows, citations in place, Esc closes what was opened. */
import { citationPopovers } from './citations.ts'
import { claimFilter } from './claim-filter.ts'
import { followContents } from './contents.ts'
import { closeByEscape, openForPrint, openTargets } from './details.ts'

claimFilter()
followContents()
citationPopovers()
closeByEscape()
openTargets()
openForPrint()
