/**
 * The filter of the list of questions. On a list of one page it hides rows; on a longer one it goes through the index of
 * all questions, which is fetched when somebody first filters. Without this script the pages and their links are complete.
 */
import type { QuestionIndex } from '../page-data/lists/index-file.ts'
import { fold, once, wordsOf } from './fold.ts'
import { type IndexedQuestion, indexedQuestions, type Question, questionRow } from './question-row.ts'

const form = document.querySelector<HTMLFormElement>('form[data-filter]')
const list = document.querySelector<HTMLElement>('[data-questions]')
const status = document.querySelector<HTMLElement>('[data-found]')
const pager = document.querySelector<HTMLElement>('.pager')

/** How many rows of a long list are drawn at once. */
const most = 50

if (form && list && status) {
  const rows = [...list.children] as HTMLElement[]
  const fetched = form.dataset.index ? once<QuestionIndex>(form.dataset.index) : null
  let all: IndexedQuestion[] | undefined
  let turn = 0
  const run = async () => {
    const wanted = read(form)
    const idle = wanted.words.length === 0 && !wanted.state && !wanted.sort && !wanted.topic
    const mine = ++turn
    if (pager) pager.hidden = !idle
    if (!fetched || idle) return showHere(list, rows, wanted, status)
    try {
      all ??= indexedQuestions(await fetched())
      if (mine === turn) showAll(list, all, wanted, status, form.dataset.base ?? '/')
    } catch {
      status.textContent = 'The list of all questions could not be loaded.'
    }
  }
  // Who is about to type soon needs the index.
  form.addEventListener('focusin', () => void fetched?.().catch(() => undefined))
  form.addEventListener('input', run)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void run()
  })
  // A browser that goes back to this page fills the form in again.
  if ([...new FormData(form).values()].some(Boolean)) void run()
}

type Wanted = ReturnType<typeof read>

function read(from: HTMLFormElement) {
  const data = new FormData(from)
  const value = (name: string) => String(data.get(name) ?? '')
  return { words: wordsOf(value('q')), state: value('state'), sort: value('sort'), topic: value('topic') }
}

function fits(question: Pick<Question, 'topic' | 'state' | 'text'>, wanted: Wanted): boolean {
  if (wanted.state && wanted.state !== question.state) return false
  if (wanted.topic && wanted.topic !== question.topic) return false
  return wanted.words.every((word) => question.text.includes(word))
}

const orders: Record<string, (a: Question, b: Question) => number> = {
  date: (a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0),
  size: (a, b) => b.findings - a.findings,
  title: (a, b) => (a.text < b.text ? -1 : 1),
}

function showHere(into: HTMLElement, all: readonly HTMLElement[], wanted: Wanted, say: HTMLElement): void {
  const known = all.map((row) => ({ row, ...factsOf(row) }))
  const order = orders[wanted.sort]
  const sorted = order ? known.sort(order) : known
  for (const one of sorted) one.row.hidden = !fits(one, wanted)
  into.replaceChildren(...sorted.map(({ row }) => row))
  tell(say, sorted.filter(({ row }) => !row.hidden).length, all.length)
}

function factsOf(row: HTMLElement): Question {
  const { title = '', topic = '', state, date = '', size } = row.dataset
  const text = fold(`${title} ${topic} ${row.querySelector('.says')?.textContent ?? ''}`)
  return { title, topic, state: state as Question['state'], date, findings: Number(size), text }
}

function showAll(
  into: HTMLElement,
  all: readonly IndexedQuestion[],
  wanted: Wanted,
  say: HTMLElement,
  base: string,
): void {
  const order = orders[wanted.sort]
  const found = all.filter((question) => fits(question, wanted))
  if (order) found.sort(order)
  into.replaceChildren(...found.slice(0, most).map((question) => questionRow(question, base)))
  tell(say, found.length, all.length, found.length > most ? `, the first ${most} are shown` : '')
}

function tell(say: HTMLElement, found: number, all: number, more = ''): void {
  say.textContent = found === all && !more ? '' : `${found} of ${all} questions${more}`
}
