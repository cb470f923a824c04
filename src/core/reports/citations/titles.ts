import { titleOf as printedTitle } from '../faults/reference-title.ts'

/** What sites and exports add to the title of a page. */
const before = /^(?:\[?\(?PDF\)?\]?|\[HTML\]|Full article:|View of|Article:)\s*/i
const after =
  /\s*(?:[-–—|·]\s*(?:PMC|PubMed(?: Central)?|Wikipedia|arXiv|bioRxiv|medRxiv|ResearchGate|ScienceDirect|Nature|Frontiers|MDPI|PNAS|Springer(?:Link)?|Wiley Online Library|Oxford Academic|Semantic Scholar|Cambridge Core|JSTOR|SSRN|YouTube|Medium|LinkedIn|Reddit|Ovid|IEEE Xplore|ACM Digital Library|Taylor & Francis(?: Online)?|SAGE Journals|Europe PMC|NCBI(?: Bookshelf)?|NIH|CDC|WHO)\.?)+$/i
const access =
  /[,.;]?\s*\(?\b(?:accessed|retrieved|last accessed|abgerufen|zugriff|consulté|consultado|accessed on|accesso|访问日期|閲覧)\b.*$/iu

/** Names of sites and kinds of file in brackets behind a title. */
const bracketed = /\s*\((?:[^()]*\b(?:PMC|PubMed|PDF|HTML|DOI|(?:19|20)\d\d)\b[^()]*|[\p{Lu}][\p{L}.]*)\)\s*$/u

/** Chinese standard GB/T 7714: names, title, kind of work in brackets. */
const gbt = /^[^.．[\]]+(?:\bal)?[.．]\s*([^[\]]{4,}?)\s*\[[A-Z]{1,2}(?:\/OL)?\]/u

/** The title of an entry: of its link, else of its printed form; null where nothing but an address is there. */
export function titleOf(text: string, linkText: string | null): string | null {
  const link = linkText === null ? null : bare(linkText)
  if (link && !/^https?:/i.test(link) && /\p{L}{3}.*\s/u.test(link)) return link
  const chinese = gbt.exec(text)?.[1]
  if (chinese) return bare(chinese)
  const plain = text
    .replace(/https?:\/\/\S+/gi, ' ')
    .replace(access, '')
    .replace(/[\s:,(<]+$/, '')
    .trim()
  const bibliographic =
    /["“][^"”]{8,}["”]/.test(plain) ||
    /^\p{Lu}[\p{L}’'‐-]+,?\s+(?:\p{Lu}\.?\s?-?){1,3}[.,;&( ]|et al/u.test(plain) ||
    /\.\s*\(?(?:19|20)\d\d[a-z]?\)?[.,]/.test(plain)
  return bare(bibliographic ? printedTitle(text) : plain) || null
}

function bare(title: string): string {
  let now = title.replace(/\s+/g, ' ').trim()
  for (let last = ''; last !== now; ) {
    last = now
    now = withoutSite(now.replace(before, '').replace(access, '').replace(after, '').replace(bracketed, '')).replace(
      /^["“*_\s]+|["”*_,;:\s]+$/g,
      '',
    )
  }
  return now
}

/** Without the name of a site or body before or behind a dash or bar: a few words beside a title at least twice as long. */
function withoutSite(title: string): string {
  const parts = title.split(/\s+(?:[-–—|·])\s+/)
  const words = (part: string) => part.split(/\s+/).length
  const [first, last] = [parts[0]!, parts.at(-1)!]
  if (parts.length < 2) return title
  const size = words(title)
  if (words(last) <= 5 && size >= 3 * words(last) && /^[\p{Lu}\d.…]/u.test(last))
    return title.slice(0, title.length - last.length).replace(/\s+[-–—|·]\s+$/, '')
  if (words(first) <= 3 && size >= 3 * words(first) + 1 && /^\p{Lu}/u.test(first))
    return title.slice(first.length).replace(/^\s+[-–—|·]\s+/, '')
  return title
}
