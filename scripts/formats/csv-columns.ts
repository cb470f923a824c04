import names from './column-names.json' with { type: 'json' }

/** What a column can hold. */
export type Column = keyof typeof names.columns

const byName = new Map(
  Object.entries(names.columns).flatMap(([column, list]) =>
    list
      .split(', ')
      .filter(Boolean)
      .map((name, rank) => [name, { column: column as Column, rank }] as const),
  ),
)
/** What parts the cells of a row. */
const delimiters = [',', ';', '\t', '|'] as const

/** Tags of Web of Science, some of which mean something else elsewhere (https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html). */
const tagsOfWebOfScience = new Map<string, Column>(
  Object.entries({
    PT: 'kindOfPublication',
    AU: 'authors',
    AF: 'fullAuthors',
    CA: 'groups',
    BE: 'editors',
    TI: 'title',
    SO: 'container',
    LA: 'language',
    DT: 'type',
    CT: 'event',
    DE: 'keywords',
    AB: 'abstract',
    PU: 'publisher',
    SN: 'issn',
    BN: 'isbn',
    PD: 'date',
    PY: 'year',
    VL: 'volume',
    IS: 'issue',
    BP: 'firstPage',
    EP: 'lastPage',
    AR: 'article',
    DI: 'doi',
    PM: 'pmid',
  }),
)

/** A header row: for each kind of column its places in the row, best first. */
export type Columns = Map<Column, number[]>

/**
 * The columns that a row names, or null where it is no header of a bibliography: it must name a title or a DOI and one thing more.
 * `web` says that the names are tags of Web of Science.
 */
export function headerOf(cells: readonly string[], web = isWebOfScience(cells)): Columns | null {
  const found: { column: Column; rank: number; place: number }[] = []
  cells.forEach((cell, place) => {
    const tag = tagsOfWebOfScience.get(cell.trim())
    const known = web ? tag && { column: tag, rank: 0 } : byName.get(foldHeading(cell))
    if (known) found.push({ ...known, place })
  })
  const kinds = new Set(found.map(({ column }) => column))
  if (
    !(kinds.has('title') || kinds.has('doi') || kinds.has('abstract')) ||
    kinds.size < 2 ||
    found.length < Math.min(cells.length / 4, 4)
  )
    return null
  found.sort((a, b) => a.rank - b.rank || a.place - b.place)
  const columns: Columns = new Map()
  for (const { column, place } of found) columns.set(column, [...(columns.get(column) ?? []), place])
  return columns
}

/** The delimiter and the line of the header in the beginning of a file, or null where it is no table of works. */
export function columnsOf(head: string): { delimiter: string; skip: number } | null {
  const lines = head.replace(/^\ufeff/, '').split(/\r\n|[\n\r]/, 12)
  for (const [skip, line] of lines.entries()) {
    // A row between bars is a table of Markdown.
    if (/^\s*\|/.test(line)) continue
    for (const delimiter of delimiters) {
      const cells = line.split(delimiter).map((cell) => cell.replace(/^\s*"|"\s*$/g, ''))
      if (cells.length > 1 && headerOf(cells)) return { delimiter, skip }
    }
  }
  return null
}

/** Whether a header is one of Web of Science, which writes its tables without quoting. */
export function isWebOfScience(cells: readonly string[]): boolean {
  const bare = cells.map((cell) => cell.replace(/^\ufeff/, '').trim())
  return bare[0] === 'PT' && ['AU', 'TI', 'SO'].every((tag) => bare.includes(tag))
}

/** What a cell names as a column, or null. */
export function columnNamed(cell: string): Column | null {
  return byName.get(foldHeading(cell))?.column ?? null
}

function foldHeading(cell: string): string {
  return cell
    .replace(/^\ufeff/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}
