import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TouchstoneError } from '../../src/core/errors.ts'
import { cslItem, ids as idsForm } from '../../src/schemas/paper.ts'
import { answers } from '../../tests/databases/answers.ts'
import { makeWorld } from '../../tests/databases/world.ts'
import { adapters, parseBody } from './index.ts'

const recorded = join(import.meta.dirname, '../../../shared/data/api')
const named: Record<string, string> = { 'doi.org': 'doi', ncbi: 'pubmed' }
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

/** Bodies of a database: those of the made-up world and, where they are there, recorded ones that are not too long. */
function bodiesOf(source: string): string[] {
  const works = makeWorld(6)
  const call = { works, all: works, night: 0, origin: 'http://localhost' }
  const first = works[0]!
  const paths: Record<string, string[]> = {
    openalex: ['/works', `/works/W${9000 + first.n}`],
    crossref: ['/works', `/works/${first.doi}`],
    semanticscholar: ['/graph/v1/paper/search/bulk', `/graph/v1/paper/DOI:${first.doi}`],
    pubmed: ['/esearch.fcgi', '/efetch.fcgi'],
    datacite: ['/dois', `/dois/${first.doi}`],
    unpaywall: [`/v2/${first.doi}`],
    doi: [],
  }
  const query = new URLSearchParams({ id: works.map((work) => work.pmid).join(',') })
  const own = (paths[source] ?? ['/search']).map((path) => String(answers[source]!({ ...call, path, query }).body))
  if (source === 'doi') own.push(JSON.stringify(itemOfCrossref(first.doi, call)))
  if (!existsSync(recorded)) return own
  const rows = readFileSync(join(recorded, 'INDEX.jsonl'), 'utf8').trim().split('\n')
  const files = rows
    .map((row) => JSON.parse(row) as { file: string; db: string; bytes: number })
    .filter((row) => (named[row.db] ?? row.db.replace(/^z:/, '')) === source && row.bytes < 60_000)
  return [...own, ...files.slice(0, 25).map(({ file }) => readFileSync(join(recorded, file), 'utf8'))]
}

/** The registry of DOIs answers with the item that Crossref holds. */
function itemOfCrossref(doi: string, call: Omit<Parameters<(typeof answers)[string]>[0], 'path' | 'query'>): unknown {
  const reply = answers.crossref!({ ...call, path: `/works/${doi}`, query: new URLSearchParams() })
  return (JSON.parse(String(reply.body)) as { message: unknown }).message
}

describe.each(adapters.map(({ id }) => id))('bodies of %s with something wrong in them', (source) => {
  const bodies = bodiesOf(source)

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
