/** The filter of a report's findings by verdict, study design and year. While it is on, folded findings are open. */
export function findingFilter(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-findings]')
  const findings = [...document.querySelectorAll<HTMLElement>('.claim')]
  const folds = [...document.querySelectorAll<HTMLDetailsElement>('.fold')]
  if (!form) return
  const say = form.querySelector<HTMLElement>('[data-found]')
  form.addEventListener('submit', (event) => event.preventDefault())
  form.addEventListener('input', () => {
    const data = new FormData(form)
    const [verdict = '', design = '', year = ''] = ['verdict', 'design', 'year'].map((name) =>
      String(data.get(name) ?? ''),
    )
    for (const finding of findings) finding.hidden = !fits(finding.dataset, verdict, design, Number(year))
    const on = Boolean(verdict || design || year)
    for (const fold of folds) {
      fold.open = on
      fold.hidden = !fold.querySelector('.claim:not([hidden])')
    }
    for (const group of document.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = !group.querySelector('.claim:not([hidden])')
    const shown = findings.filter((finding) => !finding.hidden).length
    if (say) say.textContent = on ? `${shown} of ${findings.length} findings` : ''
  })
}

function fits(finding: DOMStringMap, verdict: string, design: string, since: number): boolean {
  const years = (finding.years ?? '').split(' ').map(Number)
  return (
    (!verdict || finding.verdict === verdict) &&
    (!design || (finding.design ?? '').split('|').includes(design)) &&
    (!since || years.some((year) => year >= since))
  )
}
