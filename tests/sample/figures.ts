const small = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const wordPattern = new RegExp(
  `\\b(?:(${tens.join('|')})(?:[-\\s](${small.slice(0, 9).join('|')}))?|(${small.join('|')}))\\b`,
  'gi',
)
const hundreds = new RegExp(
  String.raw`\b(${small.slice(0, 9).join('|')}) hundred(?: and)? (?=(?:${tens.join('|')}|${small.join('|')})\b)`,
  'gi',
)
const decimal = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+`

/**
 * The figures of a note: numbers that are not part of a name, then words of number from three on ("one" and "two" mostly
 * stand for things already named, as in "the two effects").
 */
export function figures(text: string): number[] {
  const digits = [...text.matchAll(new RegExp(String.raw`(?<![\p{L}\d.])(?:${decimal})`, 'gu'))]
  return [...digits.map((match) => value(match[0])), ...spelled(text).filter((number) => number > 2)]
}

/** Every figure that a source can be said to state: its spellings of decimals and thousands are all read. */
export function sourceFigures(text: string): Set<number> {
  const points = text.replace(/(?<=\d)[·∙](?=\d)/g, '.')
  const joined = points.replace(/(?<=\d)[\s\u00a0\u2009\u202f](?=\d{3}\b)/g, '')
  const found = [points, joined].flatMap((version) =>
    [...version.matchAll(new RegExp(decimal, 'g'))].map((match) => value(match[0])),
  )
  return new Set([...found, ...spelled(text)])
}

function value(digits: string): number {
  return Number(digits.replaceAll(',', ''))
}

function spelled(text: string): number[] {
  return [...whole(text), ...below(text)]
}

/** Hundreds with what follows them, as in "two hundred seventy-two". */
function whole(text: string): number[] {
  return [...text.matchAll(hundreds)].map((match) => {
    const rest = below(text.slice(match.index + match[0].length))[0]!
    return (small.indexOf(match[1]!.toLowerCase()) + 1) * 100 + rest
  })
}

function below(text: string): number[] {
  return [...text.matchAll(wordPattern)].map(([, ten, unit, alone]) => {
    if (alone) return small.indexOf(alone.toLowerCase()) + 1
    return (tens.indexOf(ten!.toLowerCase()) + 2) * 10 + small.indexOf(unit?.toLowerCase() ?? '') + 1
  })
}
