/** A search engine shows a piece around its hits, with dots where it cut; a whole abstract that a database cut short is longer. */
const longestSnippet = 450

/** Dots where a text was cut: at either end, perhaps with a link to the rest, or between two pieces; in a list behind a comma they only leave members out. */
const dots = String.raw`[[(]?(?:…|\.{3})[\])]?`
const isCut = new RegExp(
  String.raw`^${dots}|(?:${dots}|\[(?:truncated|cut|shortened)\])\s*(?:[[(]?(?:(?:read|show|see|view) )?(?:more|less|all|full(?: text| abstract)?)[\])]?)?$|[^\s,(]\s${dots}\s\S`,
  'iu',
)

/** What search engines print around a hit: words it lacks, what cites it, buttons, its authors and year or its day in front. */
const around = [
  /\b(?:Show results with|Must include):/,
  /(?:^|[\s.…\u200e])Missing:\s*[^\s|][^.|]{0,80}(?:\|.*)?$/su,
  /\bCited by:?\s*\d+(?:\s*$|\s*[·|—–-]|\s+(?:Related|All \d|Save|Cite|Import|View|Web of Science|Versions?)\b)/u,
  /\b(?:Related articles|All \d+ versions|Import into \w+|View as HTML|Save Cite|Cite Save|Library Search)\b[\s·|]*(?:$|(?=(?:All|Cached|View|Save|Cite|Import|Web|Full|More|Cited|Related)\b))/u,
  /^Jump to [\p{Lu}][\p{L} ]{1,40}\s?[-–—]\s/u,
  /^\[(?:PDF|HTML|BOOK|B|CITATION|C|DOC)\]\s/,
  /^(?:\d{1,2}\.? \p{L}{3,10}\.?|\p{L}{3,10}\.? \d{1,2},) \d{4}\s[—–·]\s|^\d{1,2} (?:minutes?|hours?|days?|weeks?) ago\s[—–·]\s/iu,
  /^by [\p{Lu}][^·]{1,120}·\s*(?:19|20)\d\d\s*(?:·|—)/u,
] as const

/** Whether a text is a piece that a search engine showed, and no abstract. */
export function isSnippet(text: string): boolean {
  return text.length <= longestSnippet && (isCut.test(text) || around.some((pattern) => pattern.test(text)))
}
