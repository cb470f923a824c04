import { lightStem, words } from '../text/light-stem.ts'

const empty = new Set(
  'a an the of in on for with and or risk rate incidence odds number share new any all single dose doses daily weekly monthly mg kg g prophylaxis treatment given alone high low estimated group arm patient patients'.split(
    ' ',
  ),
)

/** What a phrase is about, for grouping: its head before "of" or "with", as stems in order, doses and generic words left out. */
export function phraseKey(phrase: string | undefined): string {
  if (!phrase) return ''
  const content = phrase.replace(/^(?:the )?(?:risk|rate|incidence|odds|number|share|prevalence) of /i, '')
  const doseOf = content.replace(/^.*\bdoses? of /i, '')
  const head = doseOf.split(/ (?:of|with|after|by|that|which|in) /)[0]!
  return words(head)
    .filter((word) => !empty.has(word) && !/\d/.test(word))
    .map(lightStem)
    .join(' ')
}
