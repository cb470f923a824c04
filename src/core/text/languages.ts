/** ISO 639-1 code, ISO 639-2 codes, English name: the languages that scholarly databases name most. */
const table: readonly (readonly [string, readonly string[], string])[] = [
  ['ar', ['ara'], 'Arabic'],
  ['bg', ['bul'], 'Bulgarian'],
  ['ca', ['cat'], 'Catalan'],
  ['cs', ['cze', 'ces'], 'Czech'],
  ['da', ['dan'], 'Danish'],
  ['de', ['ger', 'deu'], 'German'],
  ['el', ['gre', 'ell'], 'Greek'],
  ['en', ['eng'], 'English'],
  ['es', ['spa'], 'Spanish'],
  ['et', ['est'], 'Estonian'],
  ['fa', ['per', 'fas'], 'Persian'],
  ['fi', ['fin'], 'Finnish'],
  ['fr', ['fre', 'fra'], 'French'],
  ['he', ['heb'], 'Hebrew'],
  ['hi', ['hin'], 'Hindi'],
  ['hr', ['hrv'], 'Croatian'],
  ['hu', ['hun'], 'Hungarian'],
  ['id', ['ind'], 'Indonesian'],
  ['it', ['ita'], 'Italian'],
  ['ja', ['jpn'], 'Japanese'],
  ['ko', ['kor'], 'Korean'],
  ['lt', ['lit'], 'Lithuanian'],
  ['ms', ['may', 'msa'], 'Malay'],
  ['nl', ['dut', 'nld'], 'Dutch'],
  ['no', ['nor', 'nob', 'nno'], 'Norwegian'],
  ['pl', ['pol'], 'Polish'],
  ['pt', ['por'], 'Portuguese'],
  ['ro', ['rum', 'ron'], 'Romanian'],
  ['ru', ['rus'], 'Russian'],
  ['sk', ['slo', 'slk'], 'Slovak'],
  ['sl', ['slv'], 'Slovenian'],
  ['sr', ['srp'], 'Serbian'],
  ['sv', ['swe'], 'Swedish'],
  ['th', ['tha'], 'Thai'],
  ['tr', ['tur'], 'Turkish'],
  ['uk', ['ukr'], 'Ukrainian'],
  ['vi', ['vie'], 'Vietnamese'],
  ['zh', ['chi', 'zho'], 'Chinese'],
]

const codes = new Map(
  table.flatMap(([code, others, name]) => [code, ...others, name.toLowerCase()].map((key) => [key, code] as const)),
)
const names = new Map(table.map(([code, , name]) => [code, name]))

/** The two-letter code of a language given as `en`, `eng`, `en-GB` or `English`; null where it is none that we know. */
export function languageCode(text: string): string | null {
  const key = text.trim().toLowerCase()
  return codes.get(key) ?? codes.get(key.split(/[-_;,/ ]/u)[0]!) ?? null
}

/** The English name of a two-letter code, or the code itself. */
export function languageName(code: string): string {
  return names.get(code) ?? code
}
