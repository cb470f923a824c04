/** The filter of the list of questions. Without this script the list is complete and its links work. */
import { type Question, questionRow } from './question-row.ts'

const form = document.querySelector<HTMLFormElement>('form[data-filter]')
const list = document.querySelector<HTMLElement>('[data-questions]')
const status = document.querySelector<HTMLElement>('[data-found]')
const pager = document.querySelector<HTMLElement>('.pager')

/** How many rows of a long list are drawn at once. */
const most = 50

if (form && list && status) {
  const rows = [...list.children] as HTMLElement[]
  let all: Promise<Question[]> | undefined
  const run = async () => {
    const wanted = read(form)
    const idle = wanted.words.length === 0 && !wanted.state && !wanted.sort && !wanted.topic
    if (pager) pager.hidden = !idle
    if (!form.dataset.index || idle) return showHere(list, rows, wanted, status)
    all ??= fetch(form.dataset.index).then((answer) => answer.json() as Promise<Question[]>)
    const questions = await all
    if (JSON.stringify(read(form)) === JSON.stringify(wanted)) showAll(list, questions, wanted, status)
  }
  form.addEventListener('input', run)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void run()
  })
}

type Wanted = ReturnType<typeof read>

function read(from: HTMLFormElement) {
  const data = new FormData(from)
  const value = (name: string) => String(data.get(name) ?? '')
  return {
    words: fold(value('q')).split(/\s+/).filter(Boolean),
    state: value('state'),
    sort: value('sort'),
    topic: value('topic'),
  }
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function fits(question: Pick<Question, 'title' | 'topic' | 'state' | 'says'>, wanted: Wanted): boolean {
  if (wanted.state && wanted.state !== question.state) return false
  if (wanted.topic && wanted.topic !== question.topic) return false
  const text = fold(`${question.title} ${question.topic} ${question.says}`)
  return wanted.words.every((word) => text.includes(word))
}

const orders: Record<string, (a: Question, b: Question) => number> = {
  date: (a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0),
  size: (a, b) => b.claims - a.claims,
  title: (a, b) => (fold(a.title) < fold(b.title) ? -1 : 1),
}

function showHere(into: HTMLElement, all: readonly HTMLElement[], wanted: Wanted, say: HTMLElement): void {
  const facts = (row: HTMLElement) =>
    ({
      ...row.dataset,
      claims: Number(row.dataset.size),
      says: row.querySelector('.says')?.textContent ?? '',
    }) as unknown as Question
  const order = orders[wanted.sort]
  const sorted = order ? [...all].sort((a, b) => order(facts(a), facts(b))) : all
  let found = 0
  for (const row of sorted) {
    row.hidden = !fits(facts(row), wanted)
    if (!row.hidden) found++
  }
  into.replaceChildren(...sorted)
  tell(say, found, all.length)
}

function showAll(into: HTMLElement, all: readonly Question[], wanted: Wanted, say: HTMLElement): void {
  const order = orders[wanted.sort]
  const found = all.filter((question) => fits(question, wanted))
  if (order) found.sort(order)
  into.replaceChildren(...found.slice(0, most).map(questionRow))
  tell(say, found.length, all.length, found.length > most ? `, the first ${most} are shown` : '')
}

function tell(say: HTMLElement, found: number, all: number, more = ''): void {
  say.textContent = found === all && !more ? '' : `${found} of ${all} questions${more}`
}
