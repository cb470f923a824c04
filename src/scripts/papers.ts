/**
 * The filter of the references, through all of them: on a list of one page it hides rows, on a longer one it goes through
 * the index of all, which is fetched when somebody first types. The order is that of the page; other orders are other pages.
 */
import type { ReferenceIndex } from '../page-data/lists/index-file.ts'
import { fold, once, wordsOf } from './fold.ts'
import { paperRow } from './paper-row.ts'

const form = document.querySelector<HTMLFormElement>('form[data-references]')
const list = document.querySelector<HTMLElement>('[data-papers]')
const status = document.querySelector<HTMLElement>('[data-found]')
const pager = document.querySelector<HTMLElement>('.pager')

/** How many rows are drawn at once. */
const most = 100

if (form && list && status) {
  const rows = [...list.children] as HTMLElement[]
  const here = rows.map((row) => ({ row, text: fold(row.textContent ?? '') }))
  const fetched = form.dataset.index ? once<ReferenceIndex>(form.dataset.index) : null
  let all: { paper: ReferenceIndex[number]; text: string }[] | undefined
  let turn = 0
  const run = async () => {
    const words = wordsOf(String(new FormData(form).get('q') ?? ''))
    const mine = ++turn
    if (pager) pager.hidden = words.length > 0
    const fits = ({ text }: { text: string }) => words.every((word) => text.includes(word))
    if (!fetched || words.length === 0) {
      for (const one of here) one.row.hidden = !fits(one)
      list.replaceChildren(...rows)
      return tell(here.filter(fits).length, here.length)
    }
    try {
      all ??= sorted(await fetched(), form.dataset.order ?? '')
      if (mine !== turn) return
      const found = all.filter(fits)
      list.replaceChildren(...found.slice(0, most).map(({ paper }) => paperRow(paper, form.dataset.base ?? '/')))
      tell(found.length, all.length)
    } catch {
      status.textContent = 'The list of all references could not be loaded.'
    }
  }
  const tell = (found: number, of: number) => {
    const more = found > most && fetched && found < of ? `, the first ${most} are shown` : ''
    status.textContent = found === of ? '' : `${found} of ${of} references${more}`
  }
  // Who is about to type soon needs the index.
  form.addEventListener('focusin', () => void fetched?.().catch(() => undefined))
  form.addEventListener('input', run)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void run()
  })
  if (new FormData(form).get('q')) void run()
}

/** The index comes newest first. */
function sorted(index: ReferenceIndex, order: string): { paper: ReferenceIndex[number]; text: string }[] {
  const known = index.map((paper) => ({
    paper,
    text: fold([paper[1], paper[2], paper[3] ?? '', paper[4], paper[5] ?? ''].join(' ')),
    key: order === 'author' ? fold(paper[2]) : order === 'title' ? fold(paper[1]) : '',
  }))
  return order ? known.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)) : known
}
