import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import '@citation-js/plugin-csl'
import { TouchstoneError } from '../../../src/core/errors.ts'
import type { CitedReport, Reference } from '../../../src/core/reports/citations/index.ts'
import { correctedItem } from '../../../src/core/reports/corrected.ts'
import type { LookedUp } from './look-up-reference.ts'

/** Forms of a list of references by the ending of its file. */
const forms: Readonly<Record<string, (items: object[]) => string>> = {
  bib: (items) => new Cite(items as never).format('bibtex') as string,
  ris: (items) => String((new Cite(items as never).format as (name: string) => unknown)('ris')),
  json: (items) => `${JSON.stringify(items, null, 2)}\n`,
}

/**
 * The references of a report as registries have them; what was not found, or is another work, stays as printed.
 * @throws TouchstoneError `usage` where the ending names no form
 */
export function correctedList(cited: CitedReport, lookups: ReadonlyMap<number, LookedUp>, file: string): string {
  const form = forms[/\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? '']
  if (!form) throw new TouchstoneError('usage', 'ends in none of .bib, .ris, .json', { where: file })
  return form(cited.references.map((reference) => itemOf(reference, lookups.get(reference.n))))
}

function itemOf(reference: Reference, looked: LookedUp | undefined): object {
  return correctedItem(reference, looked?.outcome === 'other-work' ? null : (looked?.record?.csl ?? null))
}
