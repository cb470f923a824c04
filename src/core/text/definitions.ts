/** So common that readers take them for words, or that the long form would hide what is meant. */
const kept = new Set(
  'CI OR RR HR IRR SD SE IQR AUC ROC F1 RCT RCTs ITT DNA RNA HIV AIDS ICU USA UK EU UN WHO FDA EMA CDC PCR ELISA MRI CT ECG EEG BMI IQ AI ML NLP LLM LLMs CPU GPU'.split(
    ' ',
  ),
)
const definition = /((?:[\p{L}\d][\p{L}\d-]*[ /]){0,6}[\p{L}\d][\p{L}\d-]*) \(([A-Z][A-Za-z\d-]{1,7})\)/gu

/** Abbreviations that a text defines, each with the words just before it whose letters it takes in order. */
export function definedIn(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, before, short] of text.matchAll(definition)) {
    if (kept.has(short!) || found.has(short!) || !/[A-Z].*[A-Z]/.test(short!)) continue
    const long = longForm(before!, short!)
    if (long) found.set(short!, long)
  }
  return found
}

/** The shortest end of the words before whose letters spell the abbreviation, its first letter at the head of a word. */
function longForm(before: string, short: string): string | null {
  const words = before.split(' ')
  for (let from = words.length - 1; from >= 0; from--) {
    const long = words.slice(from).join(' ')
    if (
      long.charAt(0).toLowerCase() === short.charAt(0).toLowerCase() &&
      spells(long, short) &&
      long.length > short.length + 2
    )
      return long
  }
  return null
}

function spells(long: string, short: string): boolean {
  let at = 0
  const letters = short.toLowerCase().replace(/-/g, '')
  for (const char of long.toLowerCase()) if (char === letters[at]) at++
  return at === letters.length
}
