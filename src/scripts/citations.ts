/**
 * Opens the references of a citation in place: by click, touch or Enter, and for a mouse that rests on it.
 * Its links lead to the list of references all the same, with a modifier key or without this script.
 */
export function citationPopovers(): void {
  if (!('popover' in HTMLElement.prototype)) return
  const box = document.createElement('div')
  box.className = 'pop'
  box.popover = 'auto'
  box.tabIndex = -1
  box.setAttribute('role', 'dialog')
  document.body.append(box)
  let timer = 0
  const later = (ms: number, run: () => void) => {
    clearTimeout(timer)
    timer = window.setTimeout(run, ms)
  }

  for (const cite of document.querySelectorAll<HTMLElement>('.cite[data-refs]')) {
    for (const link of cite.querySelectorAll('a')) link.setAttribute('aria-haspopup', 'dialog')
    cite.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a')
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
      event.preventDefault()
      clearTimeout(timer)
      show(box, cite, link)
      box.focus()
    })
    cite.addEventListener('pointerenter', (event) => {
      if (event.pointerType === 'mouse') later(300, () => show(box, cite, cite))
    })
    cite.addEventListener('pointerleave', () => later(300, () => leave(box)))
  }
  box.addEventListener('pointerenter', () => clearTimeout(timer))
  box.addEventListener('pointerleave', () => later(300, () => leave(box)))
  box.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a[href^="#"]')) box.hidePopover()
  })
}

function show(box: HTMLElement, cite: HTMLElement, near: Element): void {
  const keys = (cite.dataset.refs ?? '').split(' ')
  const list = document.createElement('ul')
  list.append(...keys.flatMap((key) => entry(key) ?? []))
  if (!list.childElementCount) return
  box.setAttribute('aria-label', keys.length === 1 ? 'The reference' : `The ${keys.length} references`)
  box.replaceChildren(list)
  if (!box.matches(':popover-open')) box.showPopover()
  const at = near.getBoundingClientRect()
  const { width, height } = box.getBoundingClientRect()
  const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8))
  const below = at.bottom + 6 + height < innerHeight || at.top < height
  box.style.left = `${left + scrollX}px`
  box.style.top = `${(below ? at.bottom + 6 : at.top - height - 6) + scrollY}px`
}

/** A copy of the reference's entry without its ways back, and the way to it. */
function entry(key: string): HTMLElement | null {
  const there = document.getElementById(`ref-${key}`)
  if (!there) return null
  const item = document.createElement('li')
  for (const child of there.childNodes)
    if (!(child instanceof Element && child.classList.contains('back'))) item.append(child.cloneNode(true))
  const way = document.createElement('p')
  const link = document.createElement('a')
  link.href = `#ref-${key}`
  link.textContent = 'In the list of references'
  const rests = there.querySelector<HTMLAnchorElement>('.back > a')?.cloneNode(true)
  way.append(link, ...(rests ? [' · ', rests] : []))
  item.append(way)
  return item
}

function leave(box: HTMLElement): void {
  if (!box.contains(document.activeElement) && box.matches(':popover-open')) box.hidePopover()
}
