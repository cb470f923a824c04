import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from './plain-text.ts'

describe('plainText', () => {
  it.each([
    ['Effect of <i>BRCA1</i> on', 'Effect of BRCA1 on'],
    ['H<sub>2</sub>O and IC<sub>50</sub>', 'H2O and IC50'],
    ['10<sup>6</sup> parasites, 10<sup>-3</sup>', '10⁶ parasites, 10⁻³'],
    ['Cu<sup>2+</sup>', 'Cu2+'],
    [
      '<jats:title>Background</jats:title><jats:p>We asked.</jats:p><jats:p>Then</jats:p>',
      'Background: We asked. Then',
    ],
    ['one<br/>two<p>three</p>', 'one two three'],
    ['p < 0.05 and n > 3', 'p < 0.05 and n > 3'],
    ['P<0.001, n>5', 'P<0.001, n>5'],
    ['if a <b and c> d', 'if a <b and c> d'],
    ['p &lt; 0.05 &amp;lt; 1 &plusmn; &alpha;', 'p < 0.05 < 1 ± α'],
    ['AT&T and R&D; &nonsense;', 'AT&T and R&D; &nonsense;'],
    ['CO&lt;sub&gt;2&lt;/sub&gt;', 'CO2'],
    ['a<script>alert(1)</script>b', 'a<script>alert(1)</script>b'],
    ['a <script> tag in a title', 'a <script> tag in a title'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
    ['<img src=x onerror="alert(1)">Malaria', '<img src=x onerror="alert(1)">Malaria'],
    ['<svg:script>alert(1)</svg:script> <jats:source>Lancet</jats:source>', '<svg:script>alert(1)</svg:script> Lancet'],
    ['a < b > c', 'a < b > c'],
    ['Before <!-- never closed. After it, 12% fell.', 'Before <!-- never closed. After it, 12% fell.'],
    ['evil\u202egnp.exe\u0000\u0007 x\u200by', 'evilgnp.exe xy'],
    ['cafe\u0301', 'café'],
    ['a\u00a0b\n\t c', 'a b c'],
    ['<mml:math><mml:mi>x</mml:mi><mml:mo>=</mml:mo><mml:mn>3</mml:mn></mml:math> mg', 'x=3 mg'],
    ['<math><msup><mn>10</mn><mn>3</mn></msup></math>', '10^3'],
    ['<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>', '1/2'],
    ['<inline-formula><tex-math>\\alpha</tex-math><mml:math><mml:mi>α</mml:mi></mml:math></inline-formula>', 'α'],
    ['a<!-- b -->c <![CDATA[d<e]]>', 'ac d<e'],
  ])('%j', (markup, text) => {
    expect(plainText(markup)).toBe(text)
  })

  it('changes nothing the second time', () => {
    const unit = fc.constantFrom(
      '<',
      '>',
      '&',
      'amp;',
      'lt;',
      'gt;',
      'b',
      '/',
      ' ',
      '<b>',
      '</b>',
      '<sup>',
      '</sup>',
      '1',
      '-',
      '\u0301',
      'e',
      '\u200d',
      '<p',
      '&#60;',
      '<script>',
    )
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const once = plainText(text)
        expect(plainText(once)).toBe(once)
      }),
      { numRuns: 3000 },
    )
  })

  it('takes hostile repetition in linear time', () => {
    const started = performance.now()
    for (const piece of ['<', '<!--', '<a x="', '&amp;', '<script>', '<sup>', '<b', '<![CDATA['])
      plainText(piece.repeat(100_000))
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('text from a printed page', () => {
  it.each([
    ['The ef\ufb01cacy of in\ufb02uenza vaccines', 'The efficacy of influenza vaccines'],
    ['vaccina-\ntion was high', 'vaccination was high'],
    ['a long-\nterm effect of COVID-\n19', 'a long-term effect of COVID-19'],
    ['infec\u00ad\ntion', 'infection'],
    ['Effect of X &lt;subtitle&gt;A trial&lt;/subtitle&gt;', 'Effect of X: A trial'],
    ['&lt;title&gt;Copper&lt;/title&gt;&lt;subtitle&gt;A trial&lt;/subtitle&gt;', 'Copper: A trial'],
    ['p &lt; 0.05 and n &gt; 3', 'p < 0.05 and n > 3'],
  ])('%j', (text, plain) => {
    expect(plainText(text)).toBe(plain)
    expect(plainText(plain)).toBe(plain)
  })
})
