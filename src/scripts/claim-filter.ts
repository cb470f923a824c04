/** The filter of a report's claims by verdict, study design and year. While it is on, folded claims are open. */
export function claimFilter(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-claims]')
  const claims = [...document.querySelectorAll<HTMLElement>('.claim')]
  const folds = [...document.querySelectorAll<HTMLDetailsElement>('.fold')]
  if (!form) return
  const say = form.querySelector<HTMLElement>('[data-found]')
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('input', () => {
    const data = new FormData(form)
    const [verdict = '', design = '', year = ''] = ['verdict', 'design', 'year'].map((name) =>
      String(data.get(name) ?? ''),
    )
    for (const claim of claims) claim.hidden = !fits(claim.dataset, verdict, design, Number(year))
    const on = Boolean(verdict || design || year)
    for (const fold of folds) {
      fold.open = on
      fold.hidden = !fold.querySelector('.claim:not([hidden])')
    }
    for (const group of document.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = !group.querySelector('.claim:not([hidden])')
    const shown = claims.filter((claim) => !claim.hidden).length
    if (say) say.textContent = on ? `${shown} of ${claims.length} claims` : ''
  })
}

function fits(claim: DOMStringMap, verdict: string, design: string, since: number): boolean {
  const years = (claim.years ?? '').split(' ').map(Number)
  return (
    (!verdict || claim.verdict === verdict) &&
    (!design || claim.design === design) &&
    (!since || years.some((year) => year >= since))
  )
}
