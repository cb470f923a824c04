/** Makes the columns of the ledger sortable. */
for (const table of document.querySelectorAll<HTMLTableElement>('table[data-sortable]')) {
  const body = table.tBodies[0]!
  const heads = [...table.tHead!.rows[0]!.cells]
  heads.forEach((head, column) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'sort'
    button.textContent = head.textContent
    head.replaceChildren(button)
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending'
      for (const other of heads) other.removeAttribute('aria-sort')
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending')
      const text = (row: HTMLTableRowElement) => row.cells[column]?.textContent?.trim() ?? ''
      const compare = new Intl.Collator('en', { numeric: true }).compare
      const rows = [...body.rows].sort((a, b) => (down ? -1 : 1) * compare(text(a), text(b)))
      body.append(...rows)
    })
  })
}

export {}
