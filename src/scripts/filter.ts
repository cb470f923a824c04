/** The filter of the list of questions. Without this script the list is complete and its links work. */
interface Question {
  href: string
  title: string
  topic: string
  state: string
  claims: number
  papers: number
  date: string
  dateWords: string
  verdicts: string
}

const form = document.querySelector<HTMLFormElement>('form[data-filter]')
const list = document.querySelector<HTMLElement>('[data-questions]')
const status = document.querySelector<HTMLElement>('[data-found]')

if (form && list && status) {
  form.hidden = false
  const rows = [...list.children] as HTMLElement[]
  let all: Promise<Question[]> | undefined
  const run = async () => {
    const wanted = read(form)
    if (form.dataset.index && (wanted.words.length || wanted.state || wanted.sort)) {
      all ??= fetch(form.dataset.index).then((answer) => answer.json() as Promise<Question[]>)
      showAll(list, await all, wanted, status)
    } else showHere(list, rows, wanted, status)
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
  const text = String(data.get('q') ?? '')
  return {
    words: fold(text).split(/\s+/).filter(Boolean),
    state: String(data.get('state') ?? ''),
    sort: String(data.get('sort') ?? ''),
  }
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function fits({ title, topic, state }: { title: string; topic: string; state: string }, wanted: Wanted): boolean {
  const text = fold(`${title} ${topic}`)
  return (!wanted.state || wanted.state === state) && wanted.words.every((word) => text.includes(word))
}

const orders: Record<string, (a: Question, b: Question) => number> = {
  date: (a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0),
  size: (a, b) => b.claims - a.claims,
  title: (a, b) => (fold(a.title) < fold(b.title) ? -1 : 1),
}

function showHere(into: HTMLElement, all: readonly HTMLElement[], wanted: Wanted, say: HTMLElement): void {
  const facts = (row: HTMLElement) => ({ ...row.dataset, claims: Number(row.dataset.size) }) as unknown as Question
  const order = orders[wanted.sort]
  const sorted = order ? [...all].sort((a, b) => order(facts(a), facts(b))) : all
  let found = 0
  for (const row of sorted) {
    row.hidden = !fits(facts(row), wanted)
    if (!row.hidden) found++
    into.append(row)
  }
  tell(say, found, all.length)
}

function showAll(into: HTMLElement, all: readonly Question[], wanted: Wanted, say: HTMLElement): void {
  const order = orders[wanted.sort]
  const found = all.filter((question) => fits(question, wanted))
  if (order) found.sort(order)
  into.replaceChildren(...found.slice(0, 100).map(row))
  tell(say, found.length, all.length)
}

function row(question: Question): HTMLElement {
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.className = 'title'
  link.href = question.href
  link.textContent = question.title
  const meta = document.createElement('p')
  meta.className = 'small'
  meta.textContent = `${question.topic} · ${question.papers} papers · ${question.verdicts} · ${question.dateWords}`
  const box = document.createElement('div')
  box.append(link, meta)
  item.append(box)
  return item
}

function tell(say: HTMLElement, found: number, all: number): void {
  say.hidden = found === all
  say.textContent = found === 1 ? '1 question' : `${found} of ${all} questions`
}

export {}
