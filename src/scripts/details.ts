/** Esc closes the innermost opened detail around the focus and gives the focus to its summary. */
export function closeByEscape(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector(':popover-open')) return
    const details = (event.target as Element).closest<HTMLDetailsElement>('details[open]')
    if (!details) return
    details.open = false
    details.querySelector('summary')?.focus()
  })
}

/** Paper shows what is folded away and belongs to the report; afterwards all is as it was. */
export function openForPrint(): void {
  let closed: HTMLDetailsElement[] = []
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll<HTMLDetailsElement>('details[data-print]:not([open])')]
    for (const details of closed) details.open = true
  })
  addEventListener('afterprint', () => {
    for (const details of closed) details.open = false
  })
}
