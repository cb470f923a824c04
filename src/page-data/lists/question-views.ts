import { type PageOf, pagesOf } from '../content/pages-of.ts'
import { href } from '../links.ts'
import { questionStateWords } from '../words.ts'
import { type ListPage, paged } from './list-page.ts'
import { questionPages } from './lists.ts'
import { type QuestionRow, questionsPerPage } from './question-list.ts'

/** The lists of questions by state and in other orders: what the filter of the home page does, as plain links. */
export const questionViews = {
  settled: { words: 'Settled', heading: 'Settled questions', what: questionStateWords.settled.when },
  disputed: { words: 'Disputed', heading: 'Disputed questions', what: questionStateWords.disputed.when },
  thin: { words: 'Thin', heading: 'Questions with thin evidence', what: questionStateWords.thin.when },
  date: { words: 'Newest first', heading: 'Questions by date', what: 'Those that changed last come first.' },
  size: {
    words: 'Most findings first',
    heading: 'Questions by size',
    what: 'Those with the most findings come first.',
  },
  title: { words: 'By name', heading: 'Questions by name', what: 'In the order of the alphabet.' },
} as const

export type QuestionView = keyof typeof questionViews

/** The address of a page of such a list. */
function questionViewHref(view: QuestionView, number: number): string {
  return href(`/questions/by/${view}/${number === 1 ? '' : `${number}/`}`)
}

/** The ways to these lists; `current` is the one that is open. */
export function viewLinks(current?: QuestionView): { words: string; href: string; current: boolean }[] {
  return (Object.keys(questionViews) as QuestionView[]).map((view) => ({
    ...{ words: questionViews[view].words, href: questionViewHref(view, 1), current: view === current },
  }))
}

/** The model of a page of such a list. */
export function questionViewPage(
  view: QuestionView,
  page: PageOf<QuestionRow>,
): ListPage<QuestionRow> & { all: { words: string; href: string } } {
  const { heading, what } = questionViews[view]
  const title = paged(heading, page)
  return {
    ...{ title, heading: title, description: what, lead: what, empty: 'There is none.', page },
    all: { words: 'All questions', href: href('/') },
  }
}

/** Every page of every such list; one that is empty has a page that says so. */
export async function questionViewPages(): Promise<{ view: QuestionView; page: PageOf<QuestionRow> }[]> {
  const rows = (await questionPages()).flatMap((page) => page.rows)
  const inState = (state: QuestionRow['state']['id']) => rows.filter((row) => row.state.id === state)
  const sorted = (before: (a: QuestionRow, b: QuestionRow) => number) => [...rows].sort(before)
  const lists: Record<QuestionView, QuestionRow[]> = {
    settled: inState('settled'),
    disputed: inState('disputed'),
    thin: inState('thin'),
    date: sorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)),
    size: sorted((a, b) => b.findings - a.findings),
    title: sorted((a, b) => a.title.localeCompare(b.title, 'en')),
  }
  return (Object.keys(questionViews) as QuestionView[]).flatMap((view) =>
    pagesOf(lists[view], questionsPerPage, (number) => questionViewHref(view, number)).map((page) => ({ view, page })),
  )
}
