import { counted } from '../../core/text/counts.ts'
import type { Site } from '../../schemas/site.ts'
import type { PageOf } from '../content/pages-of.ts'
import { href } from '../links.ts'
import { type ListPage, paged } from './list-page.ts'
import type { QuestionRow, topicsOf } from './question-list.ts'

/** The complete model of a page of the list of all questions. */
export interface QuestionsPage extends ListPage<QuestionRow> {
  /** What the words for a question's state mean. */
  states: string
  /** The topics with the most questions, and the way to all of them where there are more; none where there is but one. */
  topics: { name: string; href: string; questions: number }[]
  allTopics: { words: string; href: string } | null
  /** Topics that the filter offers; the name of any other can be typed. */
  offered: string[]
}

/** How many topics are named on the page; the others have their page. */
const named = 12
/** How many topics the filter offers. */
const most = 100

/** The model of a page of the list of all questions; the first is the home page. */
export function questionsPage(
  page: PageOf<QuestionRow>,
  topics: ReturnType<typeof topicsOf>,
  site: Site,
): QuestionsPage {
  const first = page.number === 1
  const title = paged('Questions', page)
  const several = topics.length > 1
  const bySize = [...topics].sort((a, b) => b.rows.length - a.rows.length)
  const offered = new Set(bySize.slice(0, most))
  return {
    title,
    heading: first ? site.tagline : title,
    description: site.tagline,
    lead: first
      ? 'Each answer rests on findings: what papers say, who says otherwise, and the sentence of each. Every sentence leads to its paper.'
      : '',
    empty:
      'No question has been answered yet. Write one with `npm run new` or bring a library with `npm run import`, then run `npm start`.',
    page,
    states: 'What [settled, disputed and thin](/methods/#states) mean.',
    topics: several
      ? bySize.slice(0, named).map(({ name, href: to, rows }) => ({ name, href: to, questions: rows.length }))
      : [],
    allTopics:
      topics.length > named ? { words: `All ${counted(topics.length, 'topic')}`, href: href('/topics/') } : null,
    offered: several ? topics.filter((topic) => offered.has(topic)).map(({ name }) => name) : [],
  }
}
