import { counted } from '../../core/text/counts.ts'
import { type PageOf, pagesOf } from '../content/pages-of.ts'
import { type SiteIndex, siteIndex } from '../content/site-index.ts'
import { href, reportHref, topicSlug } from '../links.ts'
import { goneOf } from '../past/gone.ts'
import { topics } from './lists.ts'
import { type QuestionRow, questionsPerPage } from './question-list.ts'

/** The list of all topics. */
export interface TopicsPage {
  title: string
  description: string
  rows: { name: string; href: string; questions: string }[]
}

/** What a topic's page is made of: a page of its questions, or those that it listed once. */
export interface TopicProps {
  name: string
  path: string
  page: PageOf<QuestionRow> | null
  moved: string[]
}

/** The complete model of a topic's page. */
export interface TopicPage {
  name: string
  description: string
  path: string
  all: { words: string; href: string }
  page: PageOf<QuestionRow> | null
  /** Of a topic without questions: what is said of it, and the questions it had. */
  moved: { words: string; rows: { title: string; href: string }[] } | null
}

/** The model of the list of topics. */
export async function topicsPage(): Promise<TopicsPage> {
  return {
    title: 'Topics',
    description: 'The questions of this site by topic.',
    rows: (await topics()).map(({ name, href: to, rows }) => ({
      ...{ name, href: to, questions: counted(rows.length, 'question') },
    })),
  }
}

/** Every page of every topic, and of those that list no question any more. */
export async function topicPages(): Promise<TopicProps[]> {
  const address = (slug: string, number: number) => href(`/topics/${slug}/${number === 1 ? '' : `${number}/`}`)
  const listed = (await topics()).flatMap(({ name, rows }) =>
    pagesOf(rows, questionsPerPage, (number) => address(topicSlug(name), number)).map((page) => ({
      ...{ name, path: page.href, page, moved: [] },
    })),
  )
  const gone = [...goneOf(await siteIndex()).topics].map(([slug, { name, slugs }]) => ({
    ...{ name, path: address(slug, 1), page: null, moved: slugs },
  }))
  return [...listed, ...gone]
}

/** The model of a topic's page. */
export function topicPage({ name, path, page, moved }: TopicProps, { reports, histories }: SiteIndex): TopicPage {
  const titleOf = (slug: string) => reports.get(slug)?.title ?? histories.get(slug)?.title ?? slug
  return {
    ...{ name, path, page },
    description: `Questions on ${name}.`,
    all: { words: 'Topics', href: href('/topics/') },
    moved: page
      ? null
      : {
          words: 'No question is listed under this topic now. These were:',
          rows: moved.map((slug) => ({ title: titleOf(slug), href: reportHref(slug) })),
        },
  }
}
