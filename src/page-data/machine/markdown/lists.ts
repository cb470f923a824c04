import { counted } from '../../../core/text/counts.ts'
import { type PageOf, pagerLinks } from '../../content/pages-of.ts'
import type { ChangeRow } from '../../lists/changes.ts'
import type { ClaimRow } from '../../lists/claims.ts'
import type { ListPage } from '../../lists/list-page.ts'
import type { PaperRow, ReferencesPage } from '../../lists/papers.ts'
import type { QuestionRow } from '../../lists/question-list.ts'
import type { viewLinks } from '../../lists/question-views.ts'
import type { QuestionsPage } from '../../lists/questions.ts'
import type { TopicPage, TopicsPage } from '../../lists/topics.ts'
import { items, joined, Links, plain, row } from './texts.ts'

type Views = ReturnType<typeof viewLinks>

/** A page of the list of all questions. */
export function questionsMarkdown(list: QuestionsPage, views: Views, site: string): string {
  const links = new Links(site, list.page.href)
  const topics = list.topics.map(({ name, href, questions }) => `${links.to(name, href)} ${questions}`)
  const more = list.allTopics && links.to(list.allTopics.words, list.allTopics.href)
  const ways = [row(...topics, more), viewsRow(views, links), links.words(list.states)]
  return listMarkdown(list, links, questionItems(list.page.rows, links), list.page.rows.length ? ways : [])
}

/** A page of the questions in a state or an order. */
export function questionViewMarkdown(
  list: ListPage<QuestionRow> & Pick<TopicPage, 'all'>,
  views: Views,
  site: string,
): string {
  const links = new Links(site, list.page.href)
  const ways = [viewsRow(views, links), links.to(list.all.words, list.all.href)]
  return listMarkdown(list, links, questionItems(list.page.rows, links), ways)
}

/** The list of topics. */
export function topicsMarkdown({ title, rows }: TopicsPage, path: string, site: string): string {
  const links = new Links(site, path)
  return joined([
    `# ${plain(title)}`,
    items(rows.map(({ name, href, questions }) => row(links.to(name, href), questions))),
  ])
}

/** A page of a topic, or what is said of one without questions. */
export function topicMarkdown({ name, path, all, page, moved }: TopicPage, site: string): string {
  const links = new Links(site, path)
  return joined([
    `# ${plain(name)}`,
    links.to(all.words, all.href),
    page && questionItems(page.rows, links),
    page && pager(page, links),
    moved && plain(moved.words),
    moved && items(moved.rows.map(({ title, href }) => links.to(title, href))),
  ])
}

/** A page of the list of all claims. */
export function claimsMarkdown(list: ListPage<ClaimRow>, site: string): string {
  const links = new Links(site, list.page.href)
  const rows = list.page.rows.map(({ href, text, word, sure, report }) => [
    links.to(text, href),
    row(plain(word), sure && plain(sure), links.to(report.title, report.href)),
  ])
  return listMarkdown(list, links, items(rows))
}

/** A page of the list of all papers. */
export function papersMarkdown(list: ListPage<PaperRow>, site: string): string {
  const links = new Links(site, list.page.href)
  return listMarkdown(list, links, paperItems(list.page.rows, links))
}

/** A page of the references in an order. */
export function referencesMarkdown(list: ReferencesPage, site: string): string {
  const links = new Links(site, list.page.href)
  return listMarkdown(list, links, paperItems(list.page.rows, links), [viewsRow(list.orders, links)])
}

/** A page of all changes. */
export function changesMarkdown(list: ListPage<ChangeRow>, site: string): string {
  const links = new Links(site, list.page.href)
  return listMarkdown(list, links, changeItems(list.page.rows, links, { questions: true }))
}

/** Changes as a list; of a page's own history what changed is known from the page. */
export function changeItems(
  rows: readonly ChangeRow[],
  links: Links,
  { questions = false, short = false }: { questions?: boolean; short?: boolean } = {},
): string {
  return items(
    rows.map(({ dayWords, kind, turn, cause, subject, question }) => {
      const named = questions && question.href !== subject.href
      return [
        row(plain(dayWords), `**${plain(kind)}**`, named && links.to(question.text, question.href)),
        !short && (subject.href ? links.to(subject.text, subject.href) : plain(subject.text)),
        [turn, cause].filter(Boolean).map(plain).join(' '),
      ]
    }),
  )
}

function listMarkdown(list: ListPage<unknown>, links: Links, rows: string, ways: readonly string[] = []): string {
  return joined([
    `# ${plain(list.heading)}`,
    links.words(list.lead),
    ...ways,
    rows || links.words(list.empty),
    pager(list.page, links),
  ])
}

function questionItems(rows: readonly QuestionRow[], links: Links): string {
  return items(
    rows.map(({ title, href, says, topic, state, papers, score, dateWords, imported, approved, reasons, bar }) => [
      links.to(title, href),
      says &&
        `${plain(says.text)}${says.verdict ? ` (${plain([says.word, says.sure].filter(Boolean).join(', '))})` : ''}`,
      row(
        links.to(topic.name, topic.href),
        `**${plain(state.words)}**`,
        counted(papers, 'paper'),
        score !== null && `Panel ${score}`,
        `Last change ${dateWords}`,
        imported && 'Brought in',
      ),
      plain(bar.label),
      !approved && plain(`Not approved. ${reasons.join(' ')}`),
    ]),
  )
}

function paperItems(rows: readonly PaperRow[], links: Links): string {
  return items(
    rows.map(({ href, title, struck, authors, year, venue, doi, resting, standing }) => {
      const link = links.to(title, href)
      const by = `${plain(authors)}, ${plain(year)}${venue ? `, ${plain(venue)}` : ''}`
      return [
        struck ? `~~${link}~~` : link,
        row(by, doi && links.to(doi.text, doi.url), resting, standing && `**${plain(standing.words)}**`),
      ]
    }),
  )
}

function viewsRow(views: readonly { words: string; href: string; current: boolean }[], links: Links): string {
  return row(
    ...views.map(({ words, href, current }) => (current ? `**${links.to(words, href)}**` : links.to(words, href))),
  )
}

function pager(page: PageOf<unknown>, links: Links): string {
  return page.total === 1
    ? ''
    : row(...pagerLinks(page).map(({ words, href }) => (href ? links.to(words, href) : plain(words))))
}
