/** The search page: asks the index that lies beside the site, nothing else. */
import { normaliseDoi } from '../core/papers/doi.ts'
import { escapeId } from '../core/papers/escape-id.ts'
import { holdsWords } from '../core/text/holds-words.ts'

interface Hit {
  url: string
  content: string
  meta: { title: string; kind: string; line: string; says: string; verdict?: string }
}
interface Pagefind {
  init(): Promise<void>
  filters(): Promise<Record<string, Record<string, number>>>
  search(words: string | null, options: { filters: Record<string, unknown> }): Promise<{ results: Result[] }>
}
interface Result {
  id: string
  data(): Promise<Hit>
}

const form = document.querySelector<HTMLFormElement>('form[data-search]')
const list = document.querySelector<HTMLElement>('[data-results]')
const status = document.querySelector<HTMLElement>('[data-status]')
const doiBox = document.querySelector<HTMLElement>('[data-doi]')
const more = document.querySelector<HTMLButtonElement>('[data-more]')
const base = form?.dataset.base ?? '/'
const page = 20

let index: Promise<Pagefind> | undefined
let years: string[] = []
let asked = 0

if (form && list && status && doiBox && more) {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value
  }
  let timer = 0
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(() => void run(form, list, status, doiBox, more), 120)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void run(form, list, status, doiBox, more)
  })
  form.querySelector('input')?.focus({ preventScroll: true })
  if (location.search.length > 1) void run(form, list, status, doiBox, more)
}

async function run(
  from: HTMLFormElement,
  into: HTMLElement,
  say: HTMLElement,
  paper: HTMLElement,
  next: HTMLButtonElement,
): Promise<void> {
  const turn = ++asked
  const wanted = new FormData(from)
  const value = (name: string) => String(wanted.get(name) ?? '').trim()
  remember(wanted)
  const words = value('q')
  const filters = await filtersOf(value).catch(() => null)
  if (filters === null) {
    say.textContent = 'The search index could not be loaded. It is made by "npm run build".'
    return
  }
  if (!words && Object.keys(filters).length === 0) {
    into.replaceChildren()
    paper.replaceChildren()
    say.textContent = ''
    next.hidden = true
    return
  }
  void showDoi(words, paper)
  const found = await (await load()).search(words || null, { filters })
  const first = words ? await found.results[0]?.data() : undefined
  const isNone = first && !holdsWords([first.content, ...Object.values(first.meta)].join(' '), words)
  const asking = isNone || !words || filters.type ? [] : await questionsNaming(words, filters)
  const isAsking = ({ id }: Result) => asking.some((one) => one.id === id)
  const results = isNone ? [] : [...asking, ...found.results.filter((one) => !isAsking(one))]
  if (turn !== asked) return
  say.textContent = results.length === 1 ? '1 found' : `${results.length} found`
  let at = 0
  const show = async () => {
    const slice = await Promise.all(results.slice(at, at + page).map((result) => result.data()))
    if (turn !== asked) return
    if (at === 0) into.replaceChildren()
    into.append(...slice.map(item))
    at += page
    next.hidden = at >= results.length
  }
  next.onclick = () => void show()
  await show()
}

/** The questions that stand before all else: those whose title holds what is searched for, the best few. */
async function questionsNaming(words: string, filters: Record<string, unknown>): Promise<Result[]> {
  const { results } = await (await load()).search(words, { filters: { ...filters, type: 'Question' } })
  const few = results.slice(0, 3)
  const hits = await Promise.all(few.map((one) => one.data()))
  return few.filter((_, at) => holdsWords(hits[at]!.meta.title, words))
}

function load(): Promise<Pagefind> {
  index ??= (import(/* @vite-ignore */ `${base}pagefind/pagefind.js`) as Promise<Pagefind>).then(async (pagefind) => {
    await pagefind.init()
    years = Object.keys((await pagefind.filters()).year ?? {})
    return pagefind
  })
  return index
}

async function filtersOf(value: (name: string) => string): Promise<Record<string, unknown>> {
  await load()
  const filters: Record<string, unknown> = {}
  for (const name of ['type', 'verdict', 'topic']) if (value(name)) filters[name] = value(name)
  const since = Number(value('since'))
  if (since) filters.year = { any: years.filter((year) => Number(year) >= since) }
  return filters
}

/** A search that can be sent to somebody: its words and filters stand in the address. */
function remember(wanted: FormData): void {
  const query = new URLSearchParams()
  for (const [name, value] of wanted) if (typeof value === 'string' && value) query.set(name, value)
  history.replaceState(null, '', query.size ? `?${query}` : location.pathname)
}

/** A DOI has its page at an address that follows from it; no index is needed to find it. */
async function showDoi(words: string, box: HTMLElement): Promise<void> {
  const doi = normaliseDoi(words)
  box.replaceChildren()
  if (!doi) return
  const url = `${base}papers/${encodeURIComponent(`doi_${escapeId(doi)}`)}/`
  const there = await fetch(url).catch(() => null)
  const title = there?.ok ? new DOMParser().parseFromString(await there.text(), 'text/html').querySelector('h1') : null
  const note = document.createElement('p')
  note.className = 'notice info'
  if (title) {
    const link = document.createElement('a')
    link.href = url
    link.textContent = title.textContent?.trim() ?? doi
    note.append(`${doi}: what rests on `, link)
  } else note.append(`No paper with the DOI ${doi} was met by a question here.`)
  box.replaceChildren(note)
}

function item({ url, meta }: Hit): HTMLElement {
  const row = document.createElement('li')
  const link = document.createElement('a')
  link.className = 'title'
  link.dir = 'auto'
  link.href = base + url.replace(/^\//, '')
  link.textContent = meta.title
  const line = document.createElement('p')
  line.className = 'row'
  const kind = document.createElement('b')
  kind.textContent = meta.kind
  const rest = document.createElement('span')
  rest.textContent = meta.line
  line.append(kind, rest)
  row.append(link, ...(meta.says ? [paragraph(meta.says)] : []), line)
  return row
}

function paragraph(text: string): HTMLElement {
  const says = document.createElement('p')
  says.className = 'says'
  says.textContent = text
  return says
}
