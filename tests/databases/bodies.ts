import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answers, type Call } from './answers.ts'
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
  return own.map((body, at) => ({ name: `${source} ${at + 1} of the made-up world`, source, status: 200, body }))
}

/** The registry of DOIs answers with the item that Crossref holds. */
function itemOfCrossref(doi: string, call: Omit<Call, 'path' | 'query'>): unknown {
  const reply = answers.crossref!({ ...call, path: `/works/${doi}`, query: new URLSearchParams() })
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
