import { readdirSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { TouchstoneError } from '../../src/core/errors.ts'
import { hasSharedData, sharedData } from '../../tests/sample/notes.ts'
import { readLibraryFile } from './read.ts'

type Expected = readonly [string, number, number] | readonly [string, string]

const written = join(import.meta.dirname, '../../tests/fixtures/library')

/** The files written for this test: records and rejected entries, or the name of the error. */
const own: readonly Expected[] = [
  ['gardens-semicolon.csv', 2, 0],
  ['gardens.bib', 2, 1],
  ['gardens.csv', 2, 1],
  ['gardens.json', 2, 1],
  ['gardens.nbib', 2, 0],
  ['gardens.ris', 3, 1],
  ['gardens.tsv', 2, 0],
  ['other.json', 'file-format-mismatch'],
  ['prose.txt', 'file-format-unknown'],
  ['sign-in.ris', 'file-format-mismatch'],
]

/** Every file of the shared data that could come in, read as well where it is there. */
const further: readonly Expected[] = [
  ['import_fixtures/asreview/_baseline.ris', 100, 0],
  ['import_fixtures/asreview/baseline_empty_values.ris', 2, 2],
  ['import_fixtures/asreview/baseline_reference_types.ris', 0, 61],
  ['import_fixtures/asreview/baseline_tag-notes.ris', 1, 11],
  ['import_fixtures/asreview/baseline_tag-notes_labels.ris', 32, 0],
  ['import_fixtures/asreview/baseline_tag-notes_zotero.ris', 4, 0],
  ['import_fixtures/asreview/baseline_tag_and_field_definitions.ris', 1, 0],
  ['import_fixtures/asreview/baseline_tag_and_field_definitions_lists.ris', 0, 1],
  ['import_fixtures/asreview/baseline_zotero.ris', 100, 0],
  ['import_fixtures/asreview/data/ris_many_authors.ris', 1, 0],
  ['import_fixtures/asreview/duplicate_records.csv', 10, 4],
  ['import_fixtures/asreview/embase.csv', 6, 0],
  ['import_fixtures/asreview/embase.ris', 6, 0],
  ['import_fixtures/asreview/embase_newpage.csv', 6, 0],
  ['import_fixtures/asreview/faulty_year.ris', 1, 0],
  ['import_fixtures/asreview/generic.csv', 2, 0],
  ['import_fixtures/asreview/generic_bad_record_id.csv', 6, 0],
  ['import_fixtures/asreview/generic_column_names_with_spaces.csv', 2, 0],
  ['import_fixtures/asreview/generic_labels.csv', 6, 0],
  ['import_fixtures/asreview/generic_labels_no_abs.csv', 6, 0],
  ['import_fixtures/asreview/generic_labels_no_title.csv', 0, 6],
  ['import_fixtures/asreview/generic_partial_labels.csv', 6, 0],
  ['import_fixtures/asreview/generic_semicolon.csv', 2, 0],
  ['import_fixtures/asreview/generic_tab.csv', 2, 0],
  ['import_fixtures/asreview/generic_tab.tsv', 2, 0],
  ['import_fixtures/asreview/missing_values.csv', 2, 2],
  ['import_fixtures/asreview/ovid_psycinfo.ris', 6, 0],
  ['import_fixtures/asreview/ovid_zotero.ris', 6, 0],
  ['import_fixtures/asreview/proquest.ris', 6, 0],
  ['import_fixtures/asreview/pubmed_zotero.ris', 6, 0],
  ['import_fixtures/asreview/record_id.csv', 10, 0],
  ['import_fixtures/asreview/scopus.ris', 6, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input.json', 'file-format-mismatch'],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/a complete article.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/a complete book.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/a complete booklet.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/a complete inbook.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/a complete incollection.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/a complete inproceedings.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/a complete manual.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/a complete mastersthesis.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/a complete misc.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/a complete phdthesis.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/a complete proceedings.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/a complete techreport.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/a complete unpublished.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/authors with non-ASCII characters.bib', 0, 1],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/commands.bib', 5, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/crossref.bib', 6, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/date-range.bib', 0, 1],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/different delimiters.bib', 2, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/escaped and.bib', 0, 2],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/escaped characters.bib', 2, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/howpublished.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/langid.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/literals.bib', 0, 1],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/math.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/multiple entries.txt', 'file-format-unknown'],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/nameparts.bib', 0, 8],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/nothing.txt', 'file-format-unknown'],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/one simple entry.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/one simple entry.txt', 'file-format-unknown'],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/orcid.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/rich text.bib', 7, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/string and preamble.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/unicode and capitalized types.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/uppercase and.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/uri.bib', 0, 3],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/whitespace and unknown fields.bib', 1, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/whitespace.txt', 'file-format-unknown'],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/year and month with date.bib', 0, 1],
  ['import_fixtures/citation-js/plugin-bibtex/test/input/year and month without date.bib', 0, 1],
  ['import_fixtures/citation-js/plugin-bibtex/test/mapping/biblatex-csl.json', 28, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/mapping/biblatex-input.bib', 28, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/mapping/biblatex-output.bib', 28, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/mapping/bibtex-csl.json', 16, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/mapping/bibtex-input.bib', 16, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/mapping/bibtex-output.bib', 16, 0],
  ['import_fixtures/citation-js/plugin-bibtex/test/output.json', 'file-format-mismatch'],
  ['import_fixtures/citation-js/test/data/api/doi.json', 'file-format-mismatch'],
  ['import_fixtures/manubot/bibliographies/bibliography.bib', 2, 0],
  ['import_fixtures/manubot/bibliographies/bibliography.json', 2, 0],
  ['import_fixtures/manubot/bibliographies/bibliography.nbib', 2, 0],
  ['import_fixtures/manubot/bibliographies/bibliography.ris', 2, 0],
  ['import_fixtures/manubot/csl-json/arxiv-joss-csl/pruned.json', 1, 0],
  ['import_fixtures/manubot/csl-json/arxiv-joss-csl/raw.json', 1, 0],
  ['import_fixtures/manubot/csl-json/crossref-deep-review-csl/pruned.json', 1, 0],
  ['import_fixtures/manubot/csl-json/crossref-deep-review-csl/raw.json', 1, 0],
  ['import_fixtures/manubot/csl-json/crossref-winter-scabs-csl/pruned.json', 1, 0],
  ['import_fixtures/manubot/csl-json/crossref-winter-scabs-csl/raw.json', 1, 0],
  ['import_fixtures/manubot/csl-json/datacite-thesis-csl/pruned.json', 1, 0],
  ['import_fixtures/manubot/csl-json/datacite-thesis-csl/raw.json', 1, 0],
  ['import_fixtures/manubot/csl-json/empty-csl/pruned.json', 0, 1],
  ['import_fixtures/manubot/csl-json/empty-csl/raw.json', 0, 1],
  ['import_fixtures/manubot/csl-json/empty-date-parts-csl/pruned.json', 1, 0],
  ['import_fixtures/manubot/csl-json/empty-date-parts-csl/raw.json', 1, 0],
  ['import_fixtures/manubot/csl-json/excess-date-parts-csl/pruned.json', 0, 1],
  ['import_fixtures/manubot/csl-json/excess-date-parts-csl/raw.json', 0, 1],
  ['import_fixtures/manubot/csl-json/greycite-meta-review-csl/pruned.json', 1, 0],
  ['import_fixtures/manubot/csl-json/greycite-meta-review-csl/raw.json', 1, 0],
  ['import_fixtures/manubot/csl-json/null-date-parts-csl/pruned.json', 1, 0],
  ['import_fixtures/manubot/csl-json/null-date-parts-csl/raw.json', 1, 0],
  ['import_fixtures/manubot/csl-json/pmc-scihub-study-csl/pruned.json', 1, 0],
  ['import_fixtures/manubot/csl-json/pmc-scihub-study-csl/raw.json', 1, 0],
  ['import_fixtures/manubot/csl-json/pubmed-scihub-study-csl/pruned.json', 1, 0],
  ['import_fixtures/manubot/csl-json/pubmed-scihub-study-csl/raw.json', 1, 0],
  ['library/copper.ris', 505, 0],
  ['library/tafenoquine.ris', 179, 0],
]

const folders = [
  { root: written, files: own, under: [''] },
  ...(hasSharedData ? [{ root: sharedData, files: further, under: ['import_fixtures', 'library'] }] : []),
]

async function outcome(path: string): Promise<(number | string)[]> {
  try {
    const { records, rejected } = await readLibraryFile(path, basename(path))
    return [records.length, rejected.length]
  } catch (error) {
    if (error instanceof TouchstoneError) return [error.code]
    throw error
  }
}

describe.each(folders)('the library files in $root', ({ root, files, under }) => {
  it.each(files)('%s', async (path, ...want) => expect(await outcome(join(root, path))).toEqual(want))

  it('are all in the table', () => {
    const found = under.flatMap((folder) =>
      (readdirSync(join(root, folder), { recursive: true }) as string[]).map((path) =>
        join(folder, path).replaceAll('\\', '/'),
      ),
    )
    expect(found.filter((path) => extname(path) !== '').sort()).toEqual(files.map(([path]) => path).sort())
  })
})

describe('one paper written in five formats', () => {
  it.each(['bib', 'csv', 'json', 'nbib', 'ris'])('%s', async (ending) => {
    const { records } = await readLibraryFile(join(written, `gardens.${ending}`), `gardens.${ending}`)
    const { csl, ids } = records[0]!
    expect(ids.doi).toBe('10.5555/gardens.1')
    expect(csl.title.replace(',', '')).toMatch(/^Street trees and summer heat in four river towns$/i)
    expect(csl.author?.[0]).toMatchObject({ family: 'Alder' })
    expect(csl.issued?.['date-parts']?.[0]?.[0]).toBe(2018)
  })
})
