import { daysBetween } from '../../src/core/days.ts'
import { gravest, isDue } from '../../src/core/papers/standing-rank.ts'
import type { Paper, Standing } from '../../src/schemas/paper.ts'
import type { Site } from '../../src/schemas/site.ts'
import type { Answer, Http } from '../io/http/contract.ts'
import { crossref } from '../sources/crossref.ts'
import { openalex } from '../sources/openalex.ts'
import { unpaywall } from '../sources/unpaywall.ts'
import { isRegistered, type LookUp, lookUp } from './look-up.ts'

/** What is needed to ask registries. `http` is null offline: nobody is asked then. */
export interface Registries {
  http: Http | null
  site: Site
  today: string
  log: (line: string) => void
}

/**
 * Asks the registries about papers that were never asked about or too long ago: Crossref and OpenAlex whether a paper was
 * retracted, corrected or superseded, doi.org whether its DOI is registered, Unpaywall for an open copy. A registry that
 * cannot be reached changes no standing; where nobody at all answers, nothing changes. Papers come back in their order.
 */
export async function askStanding(papers: readonly Paper[], asking: Registries): Promise<Paper[]> {
  const { http, site, today, log } = asking
  if (http === null) return [...papers]
  const due = papers.filter(
    (paper) => paper.ids.doi && isDue(paper, (day) => daysBetween(day, today), site.recheckDays),
  )
  if (due.length > 0) log(`Asking registries about ${due.length} papers`)
  const answers = new Map(
    await Promise.all(
      due.map(async (paper): Promise<[string, Paper]> => [paper.id, await askOne(paper, { ...asking, http })]),
    ),
  )
  if (http.traffic.answered + http.traffic.cached === 0) return [...papers]
  return papers.map((paper) => answers.get(paper.id) ?? paper)
}

type Open = Registries & { http: Http }

async function askOne(paper: Paper, asking: Open): Promise<Paper> {
  const [work, indexed, registered, copy] = await Promise.all([
    lookUp(crossref, paper, asking),
    lookUp(openalex, paper, asking),
    isRegistered(paper, asking),
    lookUp(unpaywall, paper, asking),
  ])
  const openCopy = paper.openCopy ?? (copy?.state === 'found' ? copy.value?.openCopy : undefined)
  return {
    ...paper,
    standing: standingFrom(paper, work, indexed, asking.today),
    ...(openCopy ? { openCopy } : {}),
    ...registryOf(paper, registered, asking.today),
  }
}

function standingFrom(paper: Paper, work: LookUp, indexed: LookUp, today: string): Standing {
  const registered = work?.state === 'found' ? work.value : null
  // Crossref says of none that it is current but where a retraction was taken back; an index hears of that late.
  const reinstated = registered?.standing?.state === 'current'
  const others = indexed?.state === 'found' && indexed.value ? [indexed.value] : []
  const said = [
    ...(registered ? [registered] : []),
    ...others.filter(({ standing }) => !(reinstated && standing?.state === 'retracted')),
  ]
  const asked = [crossref.id, openalex.id].includes(paper.standing.source ?? '') && paper.standing.checked !== undefined
  const own = asked || (reinstated && paper.standing.source === openalex.id) ? undefined : paper.standing
  const worst = gravest([own, ...said.map((record) => record.standing), supersededBy([paper, ...said])])
  const told = worst !== undefined && worst.state !== 'unchecked' && worst.state !== 'current'
  const answered = work !== null && work.state !== 'unreachable'
  if (told && (answered || worst !== own)) return { ...worst, checked: today }
  if (!answered) return paper.standing
  const source = work.state === 'found' ? crossref.id : indexed?.state === 'found' ? openalex.id : undefined
  return source ? { state: 'current', checked: today, source } : { state: 'unchecked', checked: today }
}

/** The article of a preprint, where the paper or a registry names it. */
function supersededBy(works: readonly { versions?: Paper['versions'] }[]): Standing | undefined {
  const article = works
    .flatMap((work) => work.versions ?? [])
    .find((version) => version.relation === 'preprint-of' && version.doi !== undefined)?.doi
  return article ? { state: 'superseded', notice: article, source: crossref.id } : undefined
}

/** An answer stays where the registry is down; a day moves only with the answer or when the paper is due again. */
function registryOf(paper: Paper, answer: Answer<null> | null, today: string): Pick<Paper, 'registry'> {
  if (answer === null) return {}
  if (answer.state === 'unreachable') return paper.registry ? {} : { registry: { doi: 'unreachable', checked: today } }
  return { registry: { doi: answer.state, checked: today } }
}
