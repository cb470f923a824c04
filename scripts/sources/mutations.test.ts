import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TouchstoneError } from '../../src/core/errors.ts'
import { cslItem, ids as idsForm } from '../../src/schemas/paper.ts'
import { recordedBodies, writtenBodies } from '../../tests/databases/bodies.ts'
import { adapters, parseBody } from './index.ts'

const cslWithoutId = cslItem.omit({ id: true })

/** What stands in the place of a value. */
const strange: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  2 ** 53,
  Number.MAX_VALUE,
  '',
  ' ',
  '2020',
  '<b>x</b>',
  '&amp;lt;i&amp;gt;',
  '\u0000\ud800',
  [],
  [null],
  [[]],
  {},
  { a: {} },
  ['a', 1, {}],
  { text: 'x' },
  { '@id': 1 },
  { 'date-parts': [[null]] },
]

/** Changes one node of a tree of JSON: another value, another name, none, or the one value for the list and the other way round. */
function mutate(tree: unknown, random: () => number): unknown {
  const copy: unknown = structuredClone(tree)
  const nodes: [Record<string, unknown>, string][] = []
  const walk = (value: unknown, depth = 0): void => {
    if (value === null || typeof value !== 'object' || depth > 12) return
    for (const key of Object.keys(value).slice(0, 40)) {
      nodes.push([value as Record<string, unknown>, key])
      walk((value as Record<string, unknown>)[key], depth + 1)
    }
  }
  walk(copy)
  const chosen = nodes[Math.floor(random() * nodes.length)]
  if (!chosen) return copy
  const [holder, key] = chosen
  const kind = Math.floor(random() * 5)
  if (kind === 0) delete holder[key]
  else if (kind === 1 && !Array.isArray(holder)) {
    holder[`${key}_`] = holder[key]
    delete holder[key]
  } else if (kind === 2) holder[key] = Array.isArray(holder[key]) ? (holder[key] as unknown[])[0] : [holder[key]]
  else if (kind === 3) holder[key] = { [key]: holder[key] }
  else holder[key] = strange[Math.floor(random() * strange.length)]
  return copy
}

/** Changes one element of XML: gone, doubled, renamed, emptied, or with another text. */
function mutateXml(xml: string, random: () => number): string {
  const tags = [...xml.matchAll(/<([A-Za-z][\w:-]*)[^<>]*>[^<>]*<\/\1>/g)]
  const chosen = tags[Math.floor(random() * tags.length)]
  if (!chosen) return xml
  const [whole, name] = chosen as unknown as [string, string]
  const others = [
    '',
    whole + whole,
    whole.replaceAll(name, `x:${name}`),
    `<${name}/>`,
    `<${name}>&amp;lt;&#0; &unknown; <i>x</i></${name}>`,
    `<${name} nil="true"></${name}>`,
  ]
  return (
    xml.slice(0, chosen.index) + others[Math.floor(random() * others.length)] + xml.slice(chosen.index + whole.length)
  )
}

describe.each(adapters.map(({ id }) => id))('bodies of %s with something wrong in them', (source) => {
  const recorded = recordedBodies().filter((each) => each.source === source && each.body.length < 60_000)
  const bodies = [...writtenBodies(source), ...recorded.slice(0, 25)].map(({ body }) => body)

  it('are read whole where nothing is wrong', () => {
    const read = bodies.map((body) => attempt(source, body))
    expect(read.some((page) => page !== null && page.records.length > 0)).toBe(true)
  })

  it('give valid records, rejections with a reason, or a named error', () => {
    const seeds = fc.tuple(
      fc.nat({ max: Math.max(0, bodies.length - 1) }),
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 18, maxLength: 18 }),
    )
    fc.assert(
      fc.property(seeds, ([at, times, numbers]) => {
        let drawn = 0
        const random = () => numbers[drawn++ % numbers.length]!
        survive(source, broken(bodies[at] ?? '{}', times, random))
      }),
      { numRuns: 150 },
    )
  })
})

function broken(body: string, times: number, random: () => number): string {
  try {
    let tree: unknown = JSON.parse(body)
    for (let time = 0; time < times; time++) tree = mutate(tree, random)
    return JSON.stringify(tree) ?? 'null'
  } catch {
    let xml = body
    for (let time = 0; time < times; time++) xml = mutateXml(xml, random)
    return xml
  }
}

/** What a body holds, null where an error names what is wrong with it. */
function attempt(source: string, body: string): ReturnType<typeof parseBody> | null {
  try {
    return parseBody(source, body, 'body')
  } catch (error) {
    if (error instanceof TouchstoneError && error.message.length > 10) return null
    throw error
  }
}

function survive(source: string, body: string): void {
  const read = attempt(source, body)
  if (read === null) return
  for (const { csl, ids, versions, openCopy } of read.records) {
    expect(cslWithoutId.safeParse(csl).error).toBeUndefined()
    expect(idsForm.safeParse(ids).error).toBeUndefined()
    expect(csl.title).not.toMatch(/\[object|undefined|NaN/)
    for (const version of versions ?? []) expect(version.doi).toMatch(/^10\./)
    if (openCopy !== undefined) expect(openCopy).toMatch(/^https?:/)
  }
  for (const { reason } of read.rejected) expect(reason).toMatch(/^[a-z-]+: item \d+\. ./)
}
