/** What a report's page adds: filters for claims, a contents list that follows, Esc closes an opened detail. */
const form = document.querySelector<HTMLFormElement>('form[data-claims]')
const claims = [...document.querySelectorAll<HTMLElement>('.claim')]

if (form) {
  form.hidden = false
  const say = form.querySelector<HTMLElement>('[data-found]')
  form.addEventListener('input', () => {
    const data = new FormData(form)
    const [verdict, design, year] = ['verdict', 'design', 'year'].map((name) => String(data.get(name) ?? ''))
    for (const claim of claims) {
      const years = (claim.dataset.years ?? '').split(' ').map(Number)
      const out =
        (verdict && claim.dataset.verdict !== verdict) ||
        (design && claim.dataset.design !== design) ||
        (year && !years.some((one) => one >= Number(year)))
      claim.hidden = Boolean(out)
    }
    for (const group of document.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = !group.querySelector('.claim:not([hidden])')
    const shown = claims.filter((claim) => !claim.hidden).length
    if (say) say.textContent = shown === claims.length ? '' : `${shown} of ${claims.length} claims`
  })
}

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  const details = (event.target as HTMLElement).closest<HTMLDetailsElement>('details[open]')
  if (!details) return
  details.open = false
  details.querySelector('summary')?.focus()
})

const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('[data-contents] a')].map((link) => [link.hash.slice(1), link]),
)
const seen = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue
      for (const link of links.values()) link.removeAttribute('aria-current')
      links.get(target.id)?.setAttribute('aria-current', 'true')
    }
  },
  { rootMargin: '0px 0px -70% 0px' },
)
for (const id of links.keys()) {
  const heading = document.getElementById(id)
  if (heading) seen.observe(heading)
}

export {}
