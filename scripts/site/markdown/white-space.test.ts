import fc from 'fast-check'
import rehypeRemark from 'rehype-remark'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { expect, it } from 'vitest'
import { pageTree } from './page-tree.ts'
import { shaped } from './shape.ts'
import { twinOf } from './twin.ts'

const address = 'https://reports.example/repo/claims/c-1/claim.md'
const head = `<link type="text/markdown" href="${address}">`

/** The same with the libraries alone, as they are: with their own white space, copies and care for every sign. */
const plainly = unified()
  .use(rehypeRemark)
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', rule: '-' })

const words = fc.string({ unit: fc.constantFrom(...'aaws1 \n\t*_&:.@(|#-!]'), maxLength: 12 })
const { part } = fc.letrec<{ part: string }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words.map((text) => text.replace(/&/g, '&amp;')),
    fc
      .tuple(
        fc.constantFrom(
          'p',
          'div',
          'b',
          'i',
          'span',
          'a',
          'ul',
          'li',
          'dl',
          'dt',
          'dd',
          'h2',
          'section',
          'details',
          'br',
          'pre',
          'code',
        ),
        fc.array(tie('part'), { maxLength: 4 }),
      )
      .map(([tag, inside]) => (tag === 'br' ? '<br>' : `<${tag}>${inside.join('')}</${tag}>`)),
  ),
}))

it('gives of any page what the libraries give', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
      const html = `${head}<main><h1>Title</h1>${parts.join('')}</main>`
      const tree = shaped(pageTree(html).main!, new URL('.', address))
      expect(twinOf(html)!.text).toBe(plainly.stringify(plainly.runSync(tree) as never))
    }),
    { numRuns: 300 },
  )
})
