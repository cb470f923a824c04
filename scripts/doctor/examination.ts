import type { IncomingHttpHeaders } from 'node:http'
import type { Site } from '../../src/schemas/site.ts'
import type { Seen } from '../io/http/contract.ts'
import type { Project } from '../io/project.ts'
import type { Adapter } from '../sources/adapter.ts'
import { adapterOf, adapters } from '../sources/index.ts'
import { openTransport } from '../transport.ts'
import { budgetLeft } from './budget.ts'
import { type Asking, type Outcome, type Probe, probeRegistry, probeSearchable, type Step } from './probe.ts'

/** What is known of one source after it was asked. */
export interface Examined {
  source: string
  label: string
  reachable: boolean
  /** `none` where the source takes no key or none is set. */
  key: 'accepted' | 'refused' | 'unknown' | 'none'
  /** Name of the variable that would hold a key; null where the source takes none. */
  keyName: string | null
  /** What may still be asked, in the source's own counting; null where it does not say. */
  budget: string | null
  outcomes: Outcome[]
}

/** An answer with the step that it belongs to. */
export type Recorded = Seen & { step: Step }

/** What the user of an examination may choose. */
export interface Choices {
  /** Names of the sources; all where absent. */
  sources?: readonly string[] | undefined
  /** Word that is searched for: one that every database has several pages of. */
  word?: string | undefined
  /** Told of every answer. */
  observe?: (recorded: Recorded) => void
  env?: NodeJS.ProcessEnv
}

const defaultWord = 'sleep'

/** A DOI that registries are asked about where no search gave one: the one in Unpaywall's own example (https://unpaywall.org/products/api). */
const knownDoi = '10.1038/nature12373'

/**
 * Asks each source for one search, a second page, and one work, at its own pace, and says what came of it. Nothing is kept
 * and nothing that was kept is used. Sources that settings switch off are left out.
 * @throws TouchstoneError `source-unknown`
 */
export async function examineSources(project: Project, site: Site, choices: Choices): Promise<Examined[]> {
  const wanted = (choices.sources?.map(adapterOf) ?? adapters).filter(({ id }) => site.sources[id]?.enabled !== false)
  const at = new Map<string, Step>()
  const headers = new Map<string, IncomingHttpHeaders>()
  const refusals = new Map<string, string>()
  const observe = (seen: Seen) => {
    headers.set(seen.group, { ...headers.get(seen.group), ...seen.headers })
    if (seen.status >= 400) refusals.set(seen.group, seen.text)
    choices.observe?.({ ...seen, step: at.get(seen.group) ?? 'search' })
  }
  const { http, close } = await openTransport(project, site, { force: true, unkept: true, observe })
  const asking: Asking = { http, site, begin: (source, step) => void at.set(source, step) }
  try {
    const probes = await probeAll(wanted, choices.word ?? defaultWord, asking)
    return probes.map((probe) =>
      examined(probe, headers.get(probe.source) ?? {}, refusals.get(probe.source) ?? '', choices.env ?? process.env),
    )
  } finally {
    close()
  }
}

async function probeAll(wanted: readonly Adapter[], word: string, asking: Asking): Promise<Probe[]> {
  const searched = await Promise.all(
    wanted.filter(({ translate }) => translate !== null).map((adapter) => probeSearchable(adapter, word, asking)),
  )
  const doiOf = (source: string) =>
    searched.find((probe) => probe.source === source)?.records.find(({ ids }) => ids.doi)?.ids.doi
  const doi = doiOf('crossref') ?? doiOf('openalex') ?? doiOf('europepmc') ?? knownDoi
  const registries = wanted.filter(({ translate }) => translate === null)
  const told = await Promise.all(registries.map((adapter) => probeRegistry(adapter, doi, asking)))
  const all = new Map([...searched, ...told].map((probe) => [probe.source, probe]))
  return wanted.map(({ id }) => all.get(id)!)
}

function examined(probe: Probe, headers: IncomingHttpHeaders, refusal: string, env: NodeJS.ProcessEnv): Examined {
  const { source, label, outcomes } = probe
  const keyName = adapterOf(source).credentials?.env ?? null
  const answered = outcomes.some(({ state }) => state === 'well' || state === 'fault')
  const refused = outcomes.some(({ status }) => status === 401 || status === 403) || /api[ _-]?key/i.test(refusal)
  const hasKey = keyName !== null && (env[keyName]?.trim() ?? '') !== ''
  return {
    source,
    label,
    reachable: answered || outcomes.some(({ status }) => status !== undefined),
    key: !hasKey ? 'none' : refused ? 'refused' : answered ? 'accepted' : 'unknown',
    keyName,
    budget: budgetLeft(source, headers),
    outcomes,
  }
}
