import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/core/text/plain-text.ts'
import { latexText, latexVerbatim } from './latex.ts'

describe('latexText', () => {
  it.each([
    [
      String.raw`Schr{\"o}dinger and Erd{\H{o}}s, {\AA}ngstr\"om, \O{}rsted, Stra{\ss}e`,
      'Schrödinger and Erdős, Ångström, Ørsted, Straße',
    ],
    [String.raw`\'{\i} \v{c} \c c \'e {\'E} \~n \.{z} \k{a} \u{g} \r{u} \l{}`, 'í č ç é É ñ ż ą ğ ů ł'],
    [
      String.raw`{COVID}-19 and the {\em in vitro} effect of \textit{P. vivax}`,
      'COVID-19 and the in vitro effect of P. vivax',
    ],
    [
      String.raw`12 $\pm$ 3 $\mu$g, $p \leq 0.05$, $\alpha$-helix, 37\,$^{\circ}$C`,
      '12 ± 3 μg, p ≤ 0.05, α-helix, 37 °C',
    ],
    [String.raw`10$^{6}$ cells, CO$_2$, 10\textsuperscript{-3}`, '10⁶ cells, CO2, 10⁻³'],
    [String.raw`50\% of Smith \& Sons, \$5, a\_b, \{x\}, \#1`, '50% of Smith & Sons, $5, a_b, {x}, #1'],
    ['costs $500 and $600 a day; ~50 of ~100 patients', 'costs $500 and $600 a day; ~50 of ~100 patients'],
    ['Fig.~3, pages 3--7, a thought---or two, 5-fold', 'Fig. 3, pages 3–7, a thought—or two, 5-fold'],
    ["``quoted'' and 5'' wide", "“quoted” and 5'' wide"],
    [
      String.raw`\url{https://example.org/a_b} \href{https://example.org}{the site}`,
      'https://example.org/a_b the site',
    ],
    [String.raw`\unknown stays, \unknown{group} is read, \frac{1}{2}`, String.raw`\unknown stays, group is read, 1/2`],
    [String.raw`\constructor \toString{} \__proto__`, String.raw`\constructor __proto__`],
    ['p < 0.05 and x > 3', 'p < 0.05 and x > 3'],
    ['ends in a backslash \\', 'ends in a backslash \\'],
    ['unbalanced {brace', 'unbalanced brace'],
  ])('%s', (source, text) => expect(plainText(latexText(source))).toBe(text))

  it('takes any text, and leaves text without commands as it is', () => {
    const odd = fc.string({ unit: fc.constantFrom(...'\\{}$~^_`\'-"@#%&=,ab é\n'), maxLength: 200 })
    fc.assert(fc.property(odd, (text) => typeof latexText(text) === 'string'))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replace(/[\\{}$~`-]/g, '')
        expect(latexText(plain)).toBe(plain)
      }),
    )
  })

  it('does not grow slow on braces that never close', () => {
    const text = `${String.raw`\'{`.repeat(20_000)}${'{'.repeat(50_000)}${'$a '.repeat(20_000)}`
    expect(latexText(text).length).toBeLessThanOrEqual(text.length)
  })
})

describe('latexVerbatim', () => {
  it.each([
    [String.raw`10.1007/978-3-030-1\_4`, '10.1007/978-3-030-1_4'],
    [String.raw`10.1000/a{\_}b{\textless}1::c{\textgreater}3.0.CO;2-{\#}`, '10.1000/a_b<1::c>3.0.CO;2-#'],
    [String.raw`\url{https://example.org/~a--b%20c}`, 'https://example.org/~a--b%20c'],
  ])('%s', (source, text) => expect(latexVerbatim(source)).toBe(text))
})
