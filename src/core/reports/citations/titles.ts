import { titleOf as printedTitle } from '../faults/reference-title.ts'
import { unspaced } from './author-year.ts'

/** What sites and exports add to the title of a page. */
const before = /^(?:\[?\(?PDF\)?\]?|\[HTML\]|Full article:|View of|Article:)\s*/i
const after =
  /\s*(?:[-–—|·]\s*(?:PMC|PubMed(?: Central)?|Wikipedia|arXiv|bioRxiv|medRxiv|ResearchGate|ScienceDirect|Nature|Frontiers|MDPI|PNAS|Springer(?:Link)?|Wiley Online Library|Oxford Academic|Semantic Scholar|Cambridge Core|JSTOR|SSRN|YouTube|Medium|LinkedIn|Reddit|Ovid|IEEE Xplore|ACM Digital Library|Taylor & Francis(?: Online)?|SAGE Journals|Europe PMC|NCBI(?: Bookshelf)?|NIH|CDC|WHO)\.?)+$/i
const access =
  /[,.;]?\s*\(?\b(?:accessed|retrieved|last accessed|abgerufen|zugriff|consulté|consultado|accessed on|accesso|geraadpleegd|dostęp|acesso em|recuperado)(?!\p{L}).*$|[(（[]?\s*(?:дата обращения|访问日期|訪問日期|閲覧|検索日|검색일|접속일).*$|[.,;]?\s*[–—-]?\s*(?:URL|Disponível em|Disponible en|Режим доступа)\s*:.*$/iu

/** Names of sites and kinds of file in brackets behind a title. */
const bracketed = /\s*\((?:[^()]*\b(?:PMC|PubMed|PDF|HTML|DOI|(?:19|20)\d\d)\b[^()]*|[\p{Lu}][\p{L}.]*)\)\s*$/u

/** Forms in which a title has its place by the names before it and the mark behind it; each captures the title. */
const forms: readonly RegExp[] = [
  // Chinese standard GB/T 7714: names, title, kind of work in brackets
  /^[^.．[\]]+(?:\bal)?[.．]\s*([^[\]]{4,}?)\s*\[[A-Z]{1,2}(?:\/OL)?\]/u,
  // Japanese: title in its own quotation marks
  new RegExp(`^[${unspaced}][^「『]{0,80}[「『]([^」』]{4,})[」』]`, 'u'),
  // names in Chinese, Japanese or Korean, a year perhaps, the title up to the full stop
  new RegExp(
    `^[${unspaced}]{2,12}(?:\\s?[,，、·・;；&]\\s?[${unspaced}]{2,12}){0,8}\\s?(?:등|等人?|外|他)?\\s?(?:[(（](?:19|20)\\d\\d[a-z]?[)）])?\\s?[.．,，。:：]\\s*([^.．。]{4,}?)[.．。]`,
    'u',
  ),
  // Russian standard GOST 7: surname, initials, title up to two strokes, a stroke or a full stop and a dash
  /^(?:\p{Script=Cyrillic}[\p{L}-]+,?\s+(?:\p{Lu}\.\s?){1,2},?\s*)+(.{4,300}?)(?:\s*\[[^\]]*\])?\s*(?:\/\/|\s\/\s|\.\s*[–—-]\s)/u,
  // Polish: names with initials behind, title, then the journal in quotation marks, the publisher or place and year
  /^(?:\p{Lu}[\p{L}-]+\s+(?:\p{Lu}\.\s?-?){1,3},\s*)+(\p{Lu}[^„“”«»]{7,250}?),\s+(?:[„«"“]|Wydawnictwo|(?:\p{Lu}[\p{L}]+\s+)?(?:19|20)\d\d)/u,
  // notes of historians: one name, title, place, publisher and year in brackets
  /^(?:\p{L}[\p{L}.’'-]*\s+){1,6}\p{Lu}[\p{L}’'-]+,\s+([^"“„(]{4,200}?)\s*\((?:[^():]{2,40}:\s*)?[^()]{2,60},\s*(?:1[5-9]|20)\d\d\)/u,
]

/** The title of an entry: of its link, else of its printed form; null where nothing but an address is there. */
export function titleOf(text: string, linkText: string | null): string | null {
  const link = linkText === null ? null : bare(linkText)
  if (link && !/^https?:/i.test(link) && /\p{L}{3}.*\s/u.test(link)) return link
  const placed = forms.map((form) => form.exec(text)?.[1]).find(Boolean)
  if (placed) return bare(placed)
  const plain = text
    .replace(/https?:\/\/\S+/gi, ' ')
    .replace(access, '')
    .replace(/[\s:,(<]+$/, '')
    .trim()
  const bibliographic =
    /["“][^"”]{8,}["”]/.test(plain) ||
    /^\p{Lu}[\p{L}’'‐-]+,?\s+(?:\p{Lu}\.?\s?-?){1,3}[.,;&( ]|et al/u.test(plain) ||
    /\.\s*\(?(?:19|20)\d\d[a-z]?\)?[.,]/.test(plain)
  return bare(bibliographic ? printedTitle(plain) : plain) || null
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
