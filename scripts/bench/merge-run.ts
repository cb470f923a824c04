import { clusterRecords } from '../../src/core/merge/clusters.ts'
import { pairScores, rowRecord } from '../evaluate/dedupe.ts'
import { generateLibrary } from './generated-library.ts'

// The measured process: joins an invented library of as many records as asked for, and prints how long and how well.
const rows = generateLibrary(Number(process.argv[2]))
const records = rows.map((row, at) => rowRecord({ ...row }, at))
const truth = rows.map((row) => row.cluster)

const { cpu, seconds, clusters } = timed(() => clusterRecords(records))
const found: string[] = []
for (const members of clusters) for (const at of members) found[at] = String(members[0])

const floor = timed(() => ({ clusters: byTitleOrDoi() }))
console.log(
  JSON.stringify({
    cpu,
    seconds,
    floorCpu: floor.cpu,
    ...pairScores(truth, found),
    floorRecall: pairScores(truth, floor.clusters).recall,
  }),
)

/** What a reference manager's simplest search for duplicates does: same DOI, else same title in small letters. */
function byTitleOrDoi(): string[] {
  const names = new Map<string, string>()
  return records.map(({ ids, csl, id }) => {
    const keys = [ids.doi ?? '', csl.title.toLowerCase().replace(/[^a-z0-9]/g, '')].filter((key) => key !== '')
    const name = keys.map((key) => names.get(key)).find((known) => known !== undefined) ?? id
    for (const key of keys) names.set(key, name)
    return name
  })
}

function timed<T extends object>(work: () => T): T & { cpu: number; seconds: number } {
  const started = performance.now()
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return Object.assign(result, { cpu: (user + system) / 1e6, seconds: (performance.now() - started) / 1000 })
}
