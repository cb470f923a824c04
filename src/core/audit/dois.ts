import type { Paper } from '../../schemas/paper.ts'
import { normaliseDoi } from '../papers/doi.ts'
import { identifierIds } from '../papers/paper-id.ts'
import { type Audit, type Family, paperFile, passagesOf } from './family.ts'

/** Principle 5: DOIs are in their normal form and lead somewhere; addresses are safe. */
export const dois: Family = (audit) => {
  const { content, add } = audit
  const holders = new Map<string, string>()
  for (const [key, paper] of content.papers) {
    const file = paperFile(key)
    const fields: [string, string | undefined][] = [
      ['csl.DOI', paper.csl.DOI],
      ['ids.doi', paper.ids.doi],
      ['standing.notice', paper.standing.notice],
      ...paper.versions.map((version, i): [string, string | undefined] => [`versions[${i}].doi`, version.doi]),
    ]
    for (const [field, doi] of fields) checkDoi(audit, file, field, doi)
    if (paper.csl.DOI !== paper.ids.doi)
      add(
        'doi-differs',
        file,
        'csl.DOI',
        `is ${paper.csl.DOI ?? 'absent'}, ids.doi is ${paper.ids.doi ?? 'absent'}: make them equal`,
      )
    checkNamed(audit, key, paper)
    const doi = paper.ids.doi
    if (doi !== undefined) {
      const other = holders.get(doi)
      if (other) add('doi-shared', file, 'ids.doi', `${doi} is also the DOI of ${other}: see whether they are one work`)
      holders.set(doi, paper.id)
    }
    if (paper.registry?.doi === 'not-found')
      add(
        'doi-not-found',
        file,
        'ids.doi',
        `the registry did not know ${doi ?? 'it'} on ${paper.registry.checked}: look the work up by its title`,
      )
    const addresses: [string, string | undefined][] = [
      ['csl.URL', paper.csl.URL],
      ['openCopy', paper.openCopy],
      ...paper.readAt.map((url, i): [string, string] => [`readAt[${i}]`, url]),
    ]
    for (const [field, url] of addresses) {
      if (url !== undefined && !/^https?:\/\/[^\s"'<>`\\]+$/i.test(url))
        add('url-unsafe', file, field, `${JSON.stringify(url)} is no plain http or https address: remove it`)
    }
  }
  for (const { file, field, text } of passagesOf(content)) {
    for (const [, address] of text.matchAll(/\bhttps?:\/\/(?:dx\.)?doi\.org\/([^\s)>\]"]*)/gi)) {
      if (normaliseDoi(address ?? '') === null)
        add('doi-malformed', file, field, `links to "${address}" at doi.org, which is no DOI: correct it`)
    }
  }
}

/** Whether the DOI is the one that the paper is named after, or came later as an alias, and the address leads to it. */
function checkNamed({ add }: Audit, key: string, { id, aliases, ids, csl }: Paper): void {
  if (ids.doi === undefined) return
  const named = identifierIds({ doi: ids.doi })[0]!
  if (named !== id && !aliases.includes(named))
    add(
      'doi-differs',
      paperFile(key),
      'ids.doi',
      `${ids.doi} is neither the DOI that the id is made of nor an alias: restore it or run generate again`,
    )
  const [, linked] = /^https?:\/\/(?:dx\.)?doi\.org\/(.+)$/i.exec(csl.URL ?? '') ?? []
  const normal = linked === undefined ? null : normaliseDoi(decoded(linked))
  if (normal !== null && normal !== ids.doi)
    add('doi-differs', paperFile(key), 'csl.URL', `leads to ${normal}, the DOI is ${ids.doi}: make them equal`)
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

function checkDoi({ add }: Audit, file: string, field: string, doi: string | undefined): void {
  if (doi === undefined) return
  const normal = normaliseDoi(doi)
  if (normal === null) add('doi-malformed', file, field, `${JSON.stringify(doi)} is no DOI: correct or remove it`)
  else if (normal !== doi)
    add('doi-malformed', file, field, `${JSON.stringify(doi)} is not in its normal form ${normal}: write that`)
}
