import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { stringify } from 'yaml'
import { zenodoMetadata } from '../../src/core/bundle/zenodo.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { readSite } from '../../src/reader/site.ts'
import type { Bundle } from '../../src/schemas/bundle.ts'
import type { Site } from '../../src/schemas/site.ts'
import { absent } from '../io/files.ts'
import type { Project } from '../io/project.ts'
import { bundleName } from './bundle-text.ts'

/** Files of the site that are pages or for other sites, and have no place in an archive. */
const leftOut = /^(?:index\.html|og\.png|feed\.(?:xml|json))$/

/**
 * A report as an archive that a repository takes: its files, the bundle, descriptions, checksums. The same report gives
 * the same bytes.
 * @throws TouchstoneError `file-missing` where the site was not built, or was built before the report changed
 */
export async function depositArchive(project: Project, packed: Bundle, text: string): Promise<Uint8Array> {
  const site = await readSite(project.content)
  const files = new Map<string, Uint8Array>([
    ...(await builtFiles(project, packed)),
    [bundleName, strToU8(text)],
    ['metadata.json', strToU8(stableJson(zenodoMetadata(packed, site)))],
    ['CITATION.cff', strToU8(citation(packed, site))],
    ['README.txt', strToU8(readme(packed, site))],
  ])
  const sums = [...files]
    .sort(byName)
    .map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
  files.set('sha256sums.txt', strToU8(sums.join('')))
  const zipped: Zippable = {}
  for (const [name, bytes] of [...files].sort(byName))
    zipped[name] = [bytes, { mtime: new Date(1980, 0, 1, 12), level: 9 }]
  return zipSync(zipped)
}

function byName([a]: [string, Uint8Array], [b]: [string, Uint8Array]): number {
  return a < b ? -1 : 1
}

async function builtFiles({ dist }: Project, { slug, parts }: Bundle): Promise<[string, Uint8Array][]> {
  const folder = join(dist, 'reports', slug)
  const entries = await readdir(folder, { withFileTypes: true }).catch(absent([]))
  const names = entries.filter((entry) => entry.isFile() && !leftOut.test(entry.name)).map(({ name }) => name)
  const files = await Promise.all(
    names.map(async (name): Promise<[string, Uint8Array]> => [name, await readFile(join(folder, name))]),
  )
  const ledger = await readFile(join(folder, 'ledger', 'ledger.json')).catch(absent(null))
  if (ledger) files.push(['ledger.json', ledger])
  const built = files.find(([name]) => name === 'report.json')
  if (built && Buffer.from(built[1]).toString('utf8') === stableJson(parts.report)) return files
  throw new TouchstoneError(
    'file-missing',
    built ? 'the site was built before this report changed' : 'the site has not been built',
    {
      where: folder,
      next: 'Run npm run build first.',
    },
  )
}

function citation({ parts: { report } }: Bundle, site: Site): string {
  return stringify({
    'cff-version': '1.2.0',
    message: 'Please cite this report like this.',
    type: 'dataset',
    title: report.title,
    authors: (report.authors.length ? report.authors : [site.owner]).map((name) => ({ name })),
    'date-released': report.date,
    license: site.licence,
    version: report.inputHash.slice(0, 12),
  })
}

function readme({ slug, parts: { report, claims } }: Bundle, site: Site): string {
  return `${report.title}
${'='.repeat(Math.min(80, report.title.length))}
${report.question}

A literature report of ${site.title} (${site.owner}), ${report.date}, with ${claims.claims.length} claims.

report.pdf, report.md   the report to read
report.json             the report with its panel and counts
claims.json, claims.csv every claim with its quotes, evidence and verdict
ledger.json             every record of the search with its state and reason
references.*            the references, for reference managers
bundle.json             everything that is needed to check the report again
metadata.json           the description in the form that Zenodo takes
ro-crate-metadata.json  what the files are and whence
sha256sums.txt          checksums: sha256sum -c sha256sums.txt

Check every quote, count and verdict again, offline, with a copy of Touchstone:
  npm ci && npm run verify-bundle -- bundle.json   (${slug})

Text and data: ${site.licence}. Quotations belong to their sources.
`
}
