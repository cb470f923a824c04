/** What is known of a report, by careful readers. */
export interface Labels {
  references: LabelledReference[]
  sentences: { text: string; line: number; cites: number[] }[]
  faults: { kind: string; line: number }[]
}

interface LabelledReference {
  n: number
  doi: string | null
  pmid: string | null
  pmcid: string | null
  arxiv: string | null
  url: string | null
  title: string | null
  line: number
}

/** What was read of it, as `audit FILE --json` prints it. */
export interface ReadReport {
  references: LabelledReference[]
  sentences: { text: string; line: number; cites: number[] }[]
  faults: { rule: string; severity: string; line?: number | undefined }[]
}

/** Counts, so that reports can be added up. */
export interface CitationScore {
  reports: { all: number; read: number }
  sentences: { all: number; found: number; tied: number; spurious: number }
  references: { all: number; found: number; spurious: number }
  /** Of references that bear a DOI, or were given one. */
  dois: { all: number; right: number }
  addresses: { all: number; altered: number }
  /** `sought` are labelled faults of kinds that rules look for offline; `printed` those of such rules. */
  faults: { printed: number; right: number; sought: number; caught: number }
}

/** Rules of ours by the kinds of labelled faults that they find. */
const rulesOfKind: Readonly<Record<string, readonly string[]>> = {
  'never-cited': ['reference-uncited'],
  dangling: ['citation-dangling'],
  doubled: ['reference-doubled', 'doi-doubled'],
  percent: ['share-wrong'],
  'count-differs': ['sentences-differ', 'counts-differ'],
  'contradicts-itself': ['sentences-differ', 'claims-contradict'],
  'one-source': ['source-alone'],
  'source-of-no-weight': ['source-weak'],
  'press-not-study': ['source-weak'],
  'cites-nothing': ['cites-nothing', 'quotation-untied', 'figure-untied'],
  unreachable: ['address-private'],
  'cut-off': ['passage-clipped'],
}
const kindsSought = new Set(['never-cited', 'dangling', 'doubled', 'percent', 'unreachable', 'cut-off'])
const rules = new Set(Object.values(rulesOfKind).flat())

/** Compares what was read with what is known; `null` where the report was refused. */
export function scoreCitations(wanted: Labels, read: ReadReport | null): CitationScore {
  const got = read ?? { references: [], sentences: [], faults: [] }
  const pairs = pairReferences(wanted.references, got.references)
  const numberOf = new Map([...pairs].map(([label, own]) => [own.n, label.n]))
  const withDoi = [...wanted.references].filter((one) => one.doi !== null || (pairs.get(one)?.doi ?? null) !== null)
  const withUrl = wanted.references.filter(({ url }) => url !== null)
  return {
    reports: { all: 1, read: read ? 1 : 0 },
    sentences: scoreSentences(wanted, got, numberOf),
    references: { all: wanted.references.length, found: pairs.size, spurious: got.references.length - pairs.size },
    dois: { all: withDoi.length, right: withDoi.filter((one) => pairs.get(one)?.doi === one.doi).length },
    addresses: {
      all: withUrl.length,
      altered: withUrl.filter((one) => pairs.has(one) && pairs.get(one)!.url !== one.url).length,
    },
    faults: scoreFaults(wanted, got),
  }
}

/** References that are the same: the same number and an identifier, address, title or line in common; else any of the first three. */
function pairReferences(
  wanted: readonly LabelledReference[],
  read: readonly LabelledReference[],
): Map<LabelledReference, LabelledReference> {
  const pairs = new Map<LabelledReference, LabelledReference>()
  const free = new Set(read)
  const same = (a: LabelledReference, b: LabelledReference) =>
    (['doi', 'pmid', 'pmcid', 'arxiv', 'url'] as const).some((field) => a[field] !== null && a[field] === b[field]) ||
    (a.title !== null && b.title !== null && plain(a.title) === plain(b.title))
  const take = (test: (a: LabelledReference, b: LabelledReference) => boolean) => {
    for (const one of wanted) {
      if (pairs.has(one)) continue
      const other = [...free].find((each) => test(one, each))
      if (other) {
        pairs.set(one, other)
        free.delete(other)
      }
    }
  }
  take((a, b) => a.n === b.n && (same(a, b) || a.line === b.line))
  take(same)
  return pairs
}

function scoreSentences(
  wanted: Labels,
  got: ReadReport,
  numberOf: ReadonlyMap<number, number>,
): CitationScore['sentences'] {
  const free = new Set(got.sentences)
  let [found, tied] = [0, 0]
  for (const label of wanted.sentences) {
    const own =
      [...free].find((one) => alike(one.text, label.text) && Math.abs(one.line - label.line) <= 3) ??
      [...free].find((one) => alike(one.text, label.text))
    if (!own) continue
    free.delete(own)
    found++
    const cites = new Set(own.cites.map((n) => numberOf.get(n) ?? -n))
    if (cites.size === new Set(label.cites).size && label.cites.every((n) => cites.has(n))) tied++
  }
  return { all: wanted.sentences.length, found, tied, spurious: free.size }
}

/** Whether two texts are one sentence: the same letters and digits, or nearly all the same words. */
function alike(a: string, b: string): boolean {
  const [x, y] = [plain(a), plain(b)]
  if (x === y) return true
  const [left, right] = [new Set(x.split(' ')), new Set(y.split(' '))]
  const shared = [...left].filter((word) => right.has(word)).length
  return (2 * shared) / (left.size + right.size) >= 0.9
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/<[^<>]*>/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Notes are no faults. A fault of the whole report, at line 1, may stand anywhere. */
function scoreFaults(wanted: Labels, got: ReadReport): CitationScore['faults'] {
  const printed = got.faults.filter(({ rule, severity }) => rules.has(rule) && severity !== 'note')
  const fits = (kind: string, line: number, fault: { rule: string; line?: number | undefined }) =>
    (rulesOfKind[kind]?.includes(fault.rule) ?? false) &&
    (fault.line === line || line === 1 || Math.abs((fault.line ?? -9) - line) <= 2)
  const sought = wanted.faults.filter(({ kind }) => kindsSought.has(kind))
  return {
    printed: printed.length,
    right: printed.filter((fault) => wanted.faults.some(({ kind, line }) => fits(kind, line, fault))).length,
    sought: sought.length,
    caught: sought.filter(({ kind, line }) => got.faults.some((fault) => fits(kind, line, fault))).length,
  }
}

/** Adds counts up. */
export function sumScores(scores: readonly CitationScore[]): CitationScore {
  const groups = {
    reports: ['all', 'read'],
    sentences: ['all', 'found', 'tied', 'spurious'],
    references: ['all', 'found', 'spurious'],
    dois: ['all', 'right'],
    addresses: ['all', 'altered'],
    faults: ['printed', 'right', 'sought', 'caught'],
  } as const
  return Object.fromEntries(
    Object.entries(groups).map(([group, keys]) => [
      group,
      Object.fromEntries(
        keys.map((key) => [
          key,
          scores.reduce((sum, score) => sum + (score[group as keyof CitationScore] as Record<string, number>)[key]!, 0),
        ]),
      ),
    ]),
  ) as unknown as CitationScore
}
