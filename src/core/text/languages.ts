const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
const letters = 'abcdefghijklmnopqrstuvwxyz'
const byName = new Map(
  [...letters].flatMap((one) =>
    [...letters].flatMap((other) => {
      const code = canonical(one + other)
      return code && names.of(code) ? [[names.of(code)!.toLowerCase(), code] as const] : []
    }),
  ),
)

/** The two-letter code of a language given as `en`, `eng`, `en-GB` or `English`; null where it is none that ISO 639-1 knows. */
export function languageCode(text: string): string | null {
  const key = text.trim().toLowerCase()
  const first = key.split(/[-_;,/ ]/u)[0]!
  return byName.get(key) ?? known(canonical(first)) ?? byName.get(first) ?? null
}

/** Whether a text is the English name of a language that has a two-letter code, and nothing more. */
export function isLanguage(text: string): boolean {
  return byName.has(text.trim().toLowerCase())
}

/** The English name of a two-letter code, or the code itself. */
export function languageName(code: string): string {
  return (canonical(code) && names.of(code)) ?? code
}

function known(code: string | null): string | null {
  return code && code.length === 2 && names.of(code) ? code : null
}

/** The code that a well-formed one of two or three letters stands for today: "ger" and "deu" are `de`, both Norwegians `no`. */
function canonical(code: string): string | null {
  if (!/^[a-z]{2,3}$/.test(code)) return null
  const found = Intl.getCanonicalLocales(code)[0]!
  return found === 'nb' || found === 'nn' ? 'no' : found
}
