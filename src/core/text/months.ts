/** English names of the months, January first. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Names of the months as dates print them in other languages, January first. */
const foreign: readonly string[] = [
  'januar|jänner|janvier|enero|janeiro|gennaio|januari|stycznia|января',
  'februar|février|febrero|fevereiro|febbraio|februari|lutego|февраля',
  'märz|mars|marzo|março|maart|marca|марта',
  'april|avril|abril|aprile|kwietnia|апреля',
  'mai|mayo|maio|maggio|mei|maja|мая',
  'juni|juin|junio|junho|giugno|czerwca|июня',
  'juli|juillet|julio|julho|luglio|lipca|июля',
  'august|août|agosto|augustus|sierpnia|августа',
  'september|septembre|septiembre|setembro|settembre|września|сентября',
  'oktober|octobre|octubre|outubro|ottobre|października|октября',
  'november|novembre|noviembre|novembro|listopada|ноября',
  'dezember|décembre|diciembre|dezembro|dicembre|december|grudnia|декабря',
]

/** Every name of `foreign`, longest first, so that none is taken for the beginning of another. */
export const monthWords: readonly string[] = foreign
  .flatMap((row) => row.split('|'))
  .sort((a, b) => b.length - a.length)

/** The number of a month by its name in one of these languages: 1 to 12; 0 where it is none. */
export function monthOf(name: string): number {
  return foreign.findIndex((row) => row.split('|').includes(name.toLowerCase())) + 1
}

const short = monthNames.map((name) => name.slice(0, 3).toLowerCase())

/** The number of a month named in full or by its first letters, as "Sept": 1 to 12; 0 where the text begins with none. */
export function monthNumber(text: string): number {
  return short.indexOf(text.slice(0, 3).toLowerCase()) + 1
}
