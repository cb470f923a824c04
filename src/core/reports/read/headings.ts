/** What a section of a report is for. */
export type SectionKind =
  | 'abstract'
  | 'introduction'
  | 'methods'
  | 'results'
  | 'limitations'
  | 'claims'
  | 'references'
  | 'conclusion'
  | 'question'
  | 'review'
  | 'date'
  | 'author'

const names: readonly [SectionKind, RegExp][] = [
  ['abstract', /^(abstract|(executive )?summary|synopsis|overview|tl;?dr|in brief)$/],
  [
    'introduction',
    /^(introduction|background|intro|motivation|context|purpose|aims?|objectives?|introduction and background|background and (aims?|motivation|objectives?))$/,
  ],
  [
    'methods',
    /^(methods?|methodology|materials and methods|approach|search( strategy| and selection)?|literature search|search and methods|methods? and materials?|review methods?|data and methods?|how (this|we|it) .*)$/,
  ],
  [
    'results',
    /^((key |main |summary of )?(results?|findings)|results? and discussion|(results?|findings)( and| of| from| for| on| with) .{1,40}|(synthesis|summary|discussion|overview) of (the )?(findings|results|evidence)|what (we|the (evidence|studies|papers|literature)) (found|find|finds|says?|shows?|tells?( us)?)|synthesis|evidence( synthesis)?)$/,
  ],
  [
    'limitations',
    /^(limitations?|caveats?|limitations? and (caveats?|outlook|future work)|strengths and (limitations?|weaknesses)|(known |main )?limitations?( of .{1,40})?|what this (report|review) (cannot|does not) .{1,30}|caveats and .{1,30})$/,
  ],
  [
    'claims',
    /^((extracted|key|main|verified|list of|table of|the|all|individual|checked|supporting|principal|core)?\s*(claims?|statements?|assertions)( table| list| extracted| verified| and evidence| verification| and verification| with confidence)?|claims? (and|with) (their )?(verification|confidence|evidence|sources).*|what (the|this) (report|review) claims|claims? (made|drawn) .{1,40})$/,
  ],
  [
    'references',
    /^((list of )?(references?|bibliography|works cited|literature( cited)?|sources?|citations?|cited (works|papers|literature)|source (papers|documents)|references? cited|further reading|primary sources|papers? cited|reference list|(works|sources|literature) (consulted|used|referenced)|references? and (sources|notes|links)|(included|cited|retrieved) (papers|studies|sources|works)))$/,
  ],
  [
    'conclusion',
    /^(conclusions?|discussion|concluding remarks|implications|outlook|discussion and conclusions?|summary and conclusions?)$/,
  ],
  ['question', /^((research|review) questions?|questions?)$/],
  [
    'review',
    /^((quality|peer|automated|panel|independent|expert|external) (review|assessment|score)s?|reviews?|reviewers?( scores| panel| comments| notes)?|panel|scores?|quality|review panel|assessment)$/,
  ],
  ['date', /^(date|published|publication date|created|generated|last updated|updated)$/],
  ['author', /^(authors?|by|prepared by|written by|contributors?)$/],
]

/** Number, letter or roman numeral in front of a heading. */
const numbering =
  /^(?:(?:section|part|chapter)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H])[.):]?\s+(?=\S)|^§\s*\d+\s*/i

/** A heading without marks of Markdown, numbering and colon. */
export function bareHeading(text: string): string {
  const plain = text
    .replace(/^#+\s*/, '')
    .replace(/^[*_~\s]+|[*_~:\s]+$/g, '')
    .trim()
  const bare = plain.replace(numbering, '').trim()
  return bare === '' ? plain : bare
}

/** What kind of section a heading opens, or null where its words are not those of a usual section. */
export function sectionKind(text: string): SectionKind | null {
  const name = bareHeading(text)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/\s*&\s*/g, ' and ')
    .replace(/\s*\(\s*(?:n\s*=\s*)?\d+\s*\)$/, '')
    .trim()
  return names.find(([, pattern]) => pattern.test(name))?.[0] ?? null
}

/**
 * Whether a line of running text is a heading: the name of a usual section alone on its line, a short numbered line,
 * or a short line in capitals.
 */
export function headingInLine(line: string, before: string | undefined, after: string | undefined): boolean {
  const text = line.trim()
  if (text === '' || text.length > 100 || text.includes('|')) return false
  const kind = sectionKind(text)
  if (kind !== null && kind !== 'date' && kind !== 'author' && !/[.!?]$/.test(text)) return true
  const letters = text.replace(/[^\p{L}]/gu, '')
  const words = text.split(/\s+/).length
  const alone = before === undefined || before.trim() === ''
  if (
    letters.length >= 5 &&
    letters === letters.toUpperCase() &&
    words <= 9 &&
    alone &&
    !/[.!?;,]$/.test(text) &&
    /[AEIOU]/.test(text)
  )
    return true
  const numbered = /^\d{1,2}(?:\.\d{1,2})*[.)]?\s+\p{Lu}/u.test(text)
  return numbered && alone && after === undefined && words <= 10 && !/[.!?;,:]$/.test(text) && !/\d{4}/.test(text)
}

/** The name of a usual section with a colon or dash and text behind it on the same line, as in `Abstract: We …`. */
export function runInHeading(line: string): { heading: string; rest: string } | null {
  const match = /^\s*([*_]{0,2})([\p{L}\d. ]{4,32}?)\1\s*(?::|—|–|\s-\s|\.(?=\s))\1\s*(\S[\s\S]*)$/u.exec(line)
  const heading = match?.[2]?.trim() ?? ''
  const kind = heading ? sectionKind(heading) : null
  const runs: ReadonlySet<string> = new Set([
    'abstract',
    'introduction',
    'methods',
    'results',
    'limitations',
    'conclusion',
  ])
  return kind !== null && runs.has(kind) && match?.[3] && match[3].length > 20 ? { heading, rest: match[3] } : null
}
