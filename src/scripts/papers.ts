/** The filter and order of a page of references. */
const form = document.querySelector<HTMLFormElement>('form[data-sort-list]')
const list = document.querySelector<HTMLElement>('[data-papers]')

if (form && list) {
  const rows = [...list.children] as HTMLElement[]
  const key = (row: HTMLElement, name: string) => row.dataset[name] ?? ''
  const compare = new Intl.Collator('en', { numeric: true }).compare
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('input', () => {
    const data = new FormData(form)
    const words = String(data.get('q') ?? '')
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean)
    const sort = String(data.get('sort') ?? 'year')
    const sign = sort === 'year' ? -1 : 1
    for (const row of [...rows].sort((a, b) => sign * compare(key(a, sort), key(b, sort)))) {
      const text = (row.textContent ?? '').toLowerCase()
      row.hidden = !words.every((word) => text.includes(word))
      list.append(row)
    }
  })
}

export {}
