/**
 * How a text writes a number, so that 0.60 stays 0.60: the function gives a number as it stands there, in figures of English;
 * as it is where the text writes it in words or not at all.
 */
export function writtenIn(text: string): (number: number) => string {
  const found = [...text.matchAll(/[-−]?(?:\d[\d,]*(?:[.·]\d+)?|[.·]\d+)/g)].map(([as]) => ({
    as: as
      .replace('·', '.')
      .replaceAll(',', '')
      .replace('-', '−')
      .replace(/^(−?)\./, '$10.'),
    value: Number(as.replace('−', '-').replace('·', '.').replaceAll(',', '')),
  }))
  return (number) =>
    found.find(({ value }) => value === number)?.as ??
    found.find(({ value }) => Math.abs(value) === Math.abs(number))?.as.replace(/^−?/, number < 0 ? '−' : '') ??
    String(Number(number.toPrecision(6))).replace('-', '−')
}
