/** What a report's page adds to its links: filters, a contents list that follows, citations in place, Esc closes what was opened. */
import { citationPopovers } from './citations.ts'
import { followContents } from './contents.ts'
import { closeByEscape, openForPrint, openTargets } from './details.ts'
import { findingFilter } from './finding-filter.ts'

findingFilter()
followContents()
citationPopovers()
closeByEscape()
openTargets()
openForPrint()
