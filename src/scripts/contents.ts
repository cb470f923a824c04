/** Marks in the contents list the part of the page that is being read, and keeps it in view where the list is a strip. */
export function followContents(): void {
  const list = document.querySelector<HTMLElement>('[data-contents]')
  if (!list) return
  const links = [...list.querySelectorAll<HTMLAnchorElement>('a')]
  const parts = links.flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    return heading ? [{ link, heading }] : []
  })
  let waiting = false
  const follow = () => {
    waiting = false
    const line = innerHeight * 0.3
    const end = scrollY + innerHeight >= document.documentElement.scrollHeight - 2
    const here = end ? parts.at(-1) : parts.findLast(({ heading }) => heading.getBoundingClientRect().top < line)
    for (const { link } of parts) {
      if (link === here?.link) {
        if (link.hasAttribute('aria-current')) continue
        link.setAttribute('aria-current', 'true')
        list.scrollTo({ left: link.offsetLeft - list.offsetLeft - 40, behavior: 'auto' })
      } else link.removeAttribute('aria-current')
    }
  }
  addEventListener(
    'scroll',
    () => {
      if (waiting) return
      waiting = true
      requestAnimationFrame(follow)
    },
    { passive: true },
  )
  follow()
}
