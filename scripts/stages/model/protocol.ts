import { proposalNotes, withProposal } from '../../../src/core/model/protocol/apply.ts'
import { checkProtocol, type ProtocolProposal } from '../../../src/core/model/protocol/check.ts'
import { protocolRequest } from '../../../src/core/model/protocol/request.ts'
import { refusalReasons } from '../../../src/core/model/request.ts'
import { entryOf } from '../../../src/core/model/work.ts'
import { counted } from '../../../src/core/text/counts.ts'
import type { Site } from '../../../src/schemas/site.ts'
import type { Proposing } from '../../import/proposal.ts'
import { loadRarity } from '../../io/language.ts'
import type { Project } from '../../io/project.ts'
import { askFor, type ModelBeside, modelBeside, nameOf, stagesOf } from './asking.ts'

/** How the model of the settings adds to the protocol of a new question; undefined where it has no part in that. */
export async function proposingOf(site: Site, project: Project, online: boolean): Promise<Proposing | undefined> {
  const stages = stagesOf(site)
  if (!stages.has('protocol')) return undefined
  const told: string[] = []
  const { openAsking } = await import('../../engines/index.ts')
  const asking = await openAsking({ site, project, offline: !online })
  const beside = modelBeside({ asking, stages, log: (line) => told.push(line) })!
  return async (question, facets, { titles, texts }, inDatabases) => {
    const name = nameOf(asking)
    const answer = await askFor(protocolRequest(question, facets, titles), beside)
    if (!answer)
      return {
        facets: [...facets],
        notes: [],
        said: [`warning: the model ${name} added nothing. ${told.join(' ')}`.trim()],
      }
    const proposal = await inDatabases(checkProtocol(answer, { question, facets, texts, rarity: loadRarity() }))
    const notes = proposalNotes(proposal, name)
    return { facets: withProposal(facets, proposal, name), notes, said: saidOf(proposal, name, beside) }
  }
}

/** What the model added, what is not in force, and what was thrown away, for the person who asked. */
function saidOf(proposal: ProtocolProposal, name: string, { account }: ModelBeside): string[] {
  const { names, aspects, subjects, exclude, unmatched, refused } = proposal
  entryOf(account, 'protocol').refused.push(...refused)
  const terms = Object.values(names).flat()
  const why = [...new Set(refused.map((one) => one.why))].map((reason) => refusalReasons[reason])
  return [
    `The model ${name} proposed ${counted(terms.length, 'further name')} and ${counted(aspects.length, 'aspect')}; what it proposed and counts is in the file with its source.`,
    ...(subjects.length + exclude.length > 0
      ? [
          `It also proposed ${counted(subjects.length, 'subject')} and ${counted(exclude.length, 'exclusion')}. These would narrow what is read, so they are notes in the file until you put them in force.`,
        ]
      : []),
    ...(unmatched.length > 0
      ? [`warning: found nowhere, so not searched: ${unmatched.map(({ term }) => term).join(', ')}.`]
      : []),
    ...(refused.length > 0
      ? [`${counted(refused.length, 'thing')} that it proposed did not count: ${why.join('; ')}.`]
      : []),
  ]
}
