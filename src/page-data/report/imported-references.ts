import { doiUrl } from '../../core/papers/doi.ts'
import { readCitations } from '../../core/reports/citations/index.ts'
import type { KeyTable } from '../../core/reports/citations/resolve.ts'
import { correctedItem } from '../../core/reports/corrected.ts'
import { normaliseLines } from '../../core/reports/read/parse.ts'
import type { Report } from '../../schemas/report.ts'
import { shown } from '../content/shown.ts'
import type { Exported } from '../exports/references.ts'

type Imported = NonNullable<Report['imported']>
type Lookup = NonNullable<Imported['references'][number]['lookup']>

/** A reference of a report that was brought in: as it printed it, and what registries say of it. */
export interface PrintedReference {
  text: string
  link: { text: string; url: string } | null
  /** The outcome of looking it up as a verdict's colour and in words; null where nobody was asked. */
  check: { verdict: string; word: string; details: string[] } | null
}

/** References for reference managers: as registries have them, and as they are printed where nothing was found. */
export function importedReferences(imported: Imported): Exported[] {
  const { references } = readCitations(
    normaliseLines(imported.source),
    new Map(Object.entries(imported.keys ?? {})) as KeyTable,
  )
  return references.map((reference, at) => {
    const csl = correctedItem(reference, imported.references[at]?.lookup?.csl ?? null)
    return { key: csl.id, csl }
  })
}

/** The references as they are printed, with what looking them up gave. */
export function printedReferences(references: Imported['references']): PrintedReference[] {
  return references.map(({ text, doi, url, lookup }) => {
    const page = url && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null
    const link = doi ? { text: `https://doi.org/${shown(doi)}`, url: doiUrl(doi) } : null
    return {
      text: shown(page && (!doi || ofDoi.test(page)) ? withoutAddress(text, page) : text),
      link: link ?? (page ? { text: shown(page), url: new URL(page).href } : null),
      check: lookup ? checkOf(lookup) : null,
    }
  })
}

const ofDoi = /^https?:\/\/(?:dx\.)?doi\.org\//i

/** A printed reference without the address that is set behind it as a link, and without what led to it. */
function withoutAddress(text: string, address: string): string {
  return text
    .replace(address, ' ')
    .replace(/[(<[]\s*[)>\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s+([.,;])/g, '$1')
    .trim()
}

const outcomeWords: Readonly<Record<Lookup['outcome'], { verdict: string; word: string }>> = {
  agrees: { verdict: 'supported', word: 'Found, and it agrees' },
  differs: { verdict: 'disputed', word: 'Found, and a field differs' },
  'other-work': { verdict: 'contradicted', word: 'Its identifier belongs to another work' },
  'not-found': { verdict: 'unverified', word: 'Not found in these registries: check by hand' },
  'web-page': { verdict: 'reported', word: 'A web page, not looked up' },
  unreachable: { verdict: 'unverified', word: 'The registries could not be reached' },
}

const standingWords: Readonly<Record<string, string>> = {
  retracted: 'Retracted',
  concern: 'Under an expression of concern',
  corrected: 'Corrected since',
  superseded: 'A preprint of which the article exists',
}

function checkOf({ outcome, fields, standing, day }: Lookup): NonNullable<PrintedReference['check']> {
  const told = standing === undefined ? undefined : standingWords[standing]
  return {
    ...outcomeWords[outcome],
    ...(standing === 'retracted' ? { verdict: 'contradicted' } : {}),
    details: [
      ...(told ? [`${told}.`] : []),
      ...fields.map(
        ({ field, printed, found }) => `${field}: printed “${shown(printed)}”, registered “${shown(found)}”.`,
      ),
      `Asked ${day}.`,
    ],
  }
}
