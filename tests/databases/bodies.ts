import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { adapterOf } from '../../scripts/sources/index.ts'
import { services } from './answers.ts'
import type { Call } from './reply.ts'
import { makeWorld } from './world.ts'

/** A body that a database answers with: `name` for messages, `status` of HTTP. */
export interface DatabaseBody {
  name: string
  source: string
  status: number
  body: string
}

const refusals = join(import.meta.dirname, '../fixtures/refusals')
/** Collections of bodies: one that may lie beside the project, and what `doctor --record tests/fixtures/recorded` keeps. */
const collections = ['../../../shared/data/api', '../fixtures/recorded'].map((path) => join(import.meta.dirname, path))
const named: Record<string, string> = { 'doi.org': 'doi', ncbi: 'pubmed' }

/** What a database of the made-up world answers: a search and a single work, of `count` works. */
export function writtenBodies(source: string, count = 6): DatabaseBody[] {
  const works = makeWorld(count)
  const [first] = works
  const call = { headers: {}, length: 0, works, all: works, night: 0, origin: 'http://localhost', kept: { spent: 0 } }
  const adapter = adapterOf(source)
  const query = { all: [{ id: 'copper', any: ['copper'] }], not: [], years: {}, excludedTypes: [], languages: [] }
  const search = adapter.translate && adapter.request(adapter.translate(query), null)
  const lookups = {
    doi: first!.doi,
    pmid: works[1]!.pmid ?? '',
    ...(source === 'arxiv' ? { arxiv: '2401.01234' } : {}),
  }
  const asked = [search, source === 'doi' ? null : adapter.lookup(lookups)].filter((request) => request !== null)
  const own = asked.map(({ path, query: parameters }) =>
    String(
      services[source]!.answer({
        ...call,
        path: decodeURIComponent(path),
        query: new URLSearchParams(parameters),
      }).body,
    ),
  )
  if (source === 'doi') own.push(JSON.stringify(itemOfCrossref(first!.doi, call)))
  return own.map((body, at) => ({ name: `${source} ${at + 1} of the made-up world`, source, status: 200, body }))
}

/** The registry of DOIs answers with the item that Crossref holds. */
function itemOfCrossref(doi: string, call: Omit<Call, 'path' | 'query'>): unknown {
  const reply = services.crossref!.answer({ ...call, path: `/works/${doi}`, query: new URLSearchParams() })
  return (JSON.parse(String(reply.body)) as { message: unknown }).message
}

/** What databases answer where they refuse or find nothing: files named by database, status and matter. */
export function refusedBodies(): DatabaseBody[] {
  return readdirSync(refusals)
    .sort()
    .map((name) => {
      const [source, status] = name.split('-') as [string, string]
      return { name, source, status: Number(status), body: readFileSync(join(refusals, name), 'utf8') }
    })
}

/** Bodies that databases once gave, of every collection that is there. */
export function recordedBodies(): DatabaseBody[] {
  return collections.flatMap(bodiesIn)
}

/** The bodies of a collection, which its index names; none where there is no such folder. */
export function bodiesIn(recorded: string): DatabaseBody[] {
  if (!existsSync(recorded)) return []
  const rows = readFileSync(join(recorded, 'INDEX.jsonl'), 'utf8').trim().split('\n')
  return rows
    .map((row) => JSON.parse(row) as { file: string; db: string; status: number })
    .map(({ file, db, status }) => {
      const source = named[db] ?? db.replace(/^z:/, '')
      return { name: file, source, status, body: readFileSync(join(recorded, file), 'utf8') }
    })
}
