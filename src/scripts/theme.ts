/** The switch of the theme: as the system has it, light, dark; remembered where storage is allowed. */
const root = document.documentElement
const button = document.querySelector<HTMLButtonElement>('.theme')
const order = ['auto', 'light', 'dark'] as const
const words = { auto: 'as the system', light: 'light', dark: 'dark' } as const

type Theme = (typeof order)[number]

function now(): Theme {
  const { theme } = root.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'auto'
}

function next(): Theme {
  return order[(order.indexOf(now()) + 1) % order.length] ?? 'auto'
}

function label(): void {
  button?.setAttribute('aria-label', `Theme: ${words[now()]}. Change to ${words[next()]}`)
}

button?.addEventListener('click', () => {
  const theme = next()
  if (theme === 'auto') delete root.dataset.theme
  else root.dataset.theme = theme
  try {
    if (theme === 'auto') localStorage.removeItem('theme')
    else localStorage.setItem('theme', theme)
  } catch {
    // Storage is closed: the choice holds for this page.
  }
  label()
})
label()

export {}
