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

/** A link to something that is folded away opens it, also in a browser that does not do so by itself. */
export function openTargets(): void {
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const own = target?.closest('summary')?.parentElement ?? target
    let closed = own?.closest<HTMLDetailsElement>('details:not([open])')
    if (!target || !closed) return
    while (closed) {
      closed.open = true
      closed = closed.parentElement?.closest<HTMLDetailsElement>('details:not([open])')
    }
    target.scrollIntoView()
  }
  addEventListener('hashchange', open)
  open()
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
