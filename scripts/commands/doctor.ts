import { type Command, InvalidArgumentError } from 'commander'
import { TouchstoneError } from '../../src/core/errors.ts'
import { namesAddress } from '../../src/reader/published-at.ts'
import { readSite } from '../../src/reader/site.ts'
import type { Site } from '../../src/schemas/site.ts'
import { builtFault, type SiteFault } from '../doctor/built-site.ts'
import { type Examined, examineSources, type Recorded } from '../doctor/examination.ts'
import { isWell, nobodyAnswered, sourceLine } from '../doctor/lines.ts'
import { writeRecording } from '../doctor/recording.ts'
import { servedFaults } from '../doctor/served-site.ts'
import { settingsLines } from '../doctor/settings.ts'
import { dayOf } from '../io/day.ts'
import { openProject, type Project } from '../io/project.ts'
import { openTransport } from '../transport.ts'

interface Options {
  online?: boolean
  sources?: string[]
  word?: string
  record?: string
  site?: URL
  json?: boolean
  content?: string
}

/** `npm run touchstone -- doctor` */
export function register(program: Command): void {
  program
    .command('doctor')
    .description('Say what is set, whether each source answers as expected, and whether the site fits its address.')
    .option('--online', 'ask each source for one search, a second page and one work')
    .option('--sources <names>', 'only these sources, parted by commas', namesOf)
    .option('--word <word>', 'word to search for, one that every source knows several pages of')
    .option('--record <folder>', 'keep what sources answer as fixtures, keys redacted')
    .option('--site <address>', 'ask the published site whether its styles and links lead somewhere', addressOf)
    .option('--content <folder>', 'another content folder')
    .option('--json', 'print what was found as JSON')
    .action(examine)
}

async function examine(options: Options): Promise<void> {
  const project = openProject(options)
  const site = await readSite(project.content)
  const settings = settingsLines(site)
  const sources = options.online ? await sourcesOf(project, site, options) : null
  const faults = await siteFaults(project, site, options)
  if (options.json) console.log(JSON.stringify({ settings, sources, site: faults }))
  else
    for (const line of [...settings, ...sourceLines(sources), ...faults.map(({ text }) => `Site: ${text}`)])
      console.log(line)
  if (sources && nobodyAnswered(sources))
    throw new TouchstoneError(
      'sources-unreachable',
      'no source could be reached: there is no network here, or something stands in between',
      {
        next: 'Try again with a network; --offline and libraries work without.',
      },
    )
  if (faults.length > 0 || sources?.some((one) => !isWell(one))) process.exitCode = 1
}

async function sourcesOf(project: Project, site: Site, { sources, word, record }: Options): Promise<Examined[]> {
  const answers: Recorded[] = []
  const examined = await examineSources(project, site, { sources, word, observe: (seen) => void answers.push(seen) })
  if (record) console.error(`${await writeRecording(record, answers, dayOf())} answers kept in ${record}`)
  return examined
}

function sourceLines(sources: readonly Examined[] | null): string[] {
  return sources?.map(sourceLine) ?? ['Sources: no request was sent; pass --online to ask each of them']
}

/** What is wrong with the site: the one that is served where an address was given, else the one that was built. */
async function siteFaults(project: Project, site: Site, { site: address }: Options): Promise<SiteFault[]> {
  if (!address) {
    const named = namesAddress(site.url) ? site.url.replace(/\/+$/, '') + site.base : null
    const fault = named ? await builtFault(project.dist, named) : null
    return fault && fault.fault !== 'nothing-built' ? [fault] : []
  }
  const { http, close } = await openTransport(project, site, { force: true, unkept: true })
  try {
    return await servedFaults(address, http)
  } finally {
    close()
  }
}

function addressOf(text: string): URL {
  const address = URL.parse(text)
  if (address && /^https?:$/.test(address.protocol)) return address
  throw new InvalidArgumentError('A whole address is expected, as in https://OWNER.github.io/REPOSITORY/.')
}

function namesOf(list: string): string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
}
