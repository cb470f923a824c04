/** A decimal comma: fewer than three digits follow it, or nought alone stands before it. */
const decimalComma = /^([-−+]?0,\d+|.*,\d{1,2})$/

/** The value of figures as a text writes them: `−0.5`, `0·5`, `0,5`, `1,200`, `.5`; a sign of more or less in front does not count. */
export function figureValue(written: string): number {
  return Number(figuresOf(written).replace('−', '-'))
}

function figuresOf(written: string): string {
  const bare = written.replace(/^[<>≤≥]\s?/, '').replace('·', '.')
  return decimalComma.test(bare) ? bare.replace(/,(?=\d+$)/, '.') : bare.replaceAll(',', '')
}

/**
 * How a text writes a number, so that 0.60 stays 0.60: the function gives a number as it stands there, in figures of English;
 * as it is where the text writes it in words or not at all. With `bounds` a sign of more or less in front of it stays: `>1000`.
 */
export function writtenIn(text: string, bounds = false): (number: number) => string {
  const found = [...text.matchAll(/([<>≤≥]\s?)?([-−]?(?:\d[\d,]*(?:[.·]\d+)?|[.·]\d+))/g)].map(([, sign = '', as]) => ({
    sign: bounds ? sign.trim() : '',
    as: figuresOf(as!)
      .replace('-', '−')
      .replace(/^(−?)\./, '$10.'),
    value: figureValue(as!),
  }))
  return (number) => {
    const exact = found.find(({ value }) => value === number)
    if (exact) return exact.sign + exact.as
    return (
      found.find(({ value }) => Math.abs(value) === Math.abs(number))?.as.replace(/^−?/, number < 0 ? '−' : '') ??
      String(Number(number.toPrecision(6))).replace('-', '−')
    )
  }
}
