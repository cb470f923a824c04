/** What a notice does to the work that it speaks of. */
export type NoticeKind = 'retraction' | 'concern' | 'correction'

/** A notice as its title shows it. */
export interface TitledNotice {
  kind: NoticeKind
  /** The title without the words of the notice: that of the work, or empty. */
  about: string
  /** False where the words can also be a subject, as "Withdrawal of antidepressants": a notice only if it names a known work. */
  sure: boolean
}

type Form = readonly [NoticeKind, RegExp, sure?: false]

const opening = String.raw`^[\s[("'“‘*]*(?:(?:editor(?:ial)?|publisher|author|journal)['’]?s?['’]?\s+)*`
const parting = String.raw`[\])]?\s*(?:[:.–—|-]+\s*|\s+(?:to|for|on|of|about|regarding|concerning|in)\b[:\s]*|$)`
const form = (words: string, end = parting): RegExp => new RegExp(`${opening}${words}${end}(?<about>.*)$`, 'isu')

/** How titles of notices begin; the first that fits decides. Sources: the conventions of PubMed, Crossref's Crossmark and the large publishers. */
const beginnings: readonly Form[] = [
  [
    'concern',
    form(
      String.raw`(?:notice of\s+|statement of\s+)?(?:(?:interim|updated)\s+)?(?:expression of (?:editorial )?|(?:notice|note|statement) of\s+)concern`,
      String.raw`[\])]?\s*(?:[:.–—|-]+\s*|\s+(?:to|for|on|of|about|regarding|concerning)\b[:\s]*|$)`,
    ),
  ],
  [
    'retraction',
    form(
      String.raw`(?:partial\s+)?(?:retraction|withdrawal|removal)(?:\s+and\s+(?:replacement|republication))?\s+(?:notice|note|statement|announcement|letter)s?`,
    ),
  ],
  ['retraction', form('(?:retracted|withdrawn) (?:publication|article|paper) (?:notice|note|statement)')],
  // A database that drops a line break leaves the title behind the words, whose own capital begins it.
  [
    'retraction',
    /^\s*N(?:otice of R|OTICE OF R)(?:etraction|ETRACTION)(?:\s*<br ?\/?>\s*|\s+)(?=[\p{Lu}"“‘'«])(?<about>.*)$/su,
  ],
  [
    'retraction',
    form(
      '(?:notice|statement|note|letter|announcement) of (?:article |duplicate publication and )?(?:retraction|withdrawal|removal)',
    ),
  ],
  [
    'retraction',
    form(
      String.raw`(?:partial\s+)?(?:retraction|withdrawal)(?:\s+and\s+(?:replacement|republication))?`,
      String.raw`[\])]?\s*(?:[:.–—|]+\s*|-\s+|$)`,
    ),
  ],
  ['retraction', form('retraction', String.raw`\s+(?:to|for)\b[:\s]*`)],
  ['retraction', form('(?:retraction|withdrawal|removal)', String.raw`\s+of:?\s*(?=["“'‘«])`)],
  ['retraction', form('(?:retractación|retratação|rétractation|widerruf|ritrattazione)')],
  [
    'correction',
    form(
      String.raw`(?:errat(?:um|a)|corrigend(?:um|a)|addend(?:um|a)|fe de erratas?|rectificatif|berichtigung(?:\s+zu)?|errata corrige)(?:\s+(?:and|&)\s+(?:addendum|corrigendum|erratum))?(?:\s+notice)?`,
    ),
  ],
  [
    'correction',
    form(
      String.raw`corrections?(?:\s+(?:and|&)\s+(?:clarification|addition|amendment|addendum|retraction|republication)s?)?(?:\s+(?:notice|note))?`,
      String.raw`[\])]?\s*(?:[:.–—|]+\s*|-\s+|$)`,
    ),
  ],
  ['correction', form(String.raw`(?<=publisher['’]?s?['’]?\s+)note`, String.raw`\s*:\s*`)],
  ['correction', form('corrections?', String.raw`\s+to\b[:\s]*`)],
  ['correction', /^[Cc]orrections? for:?\s+(?=["“'‘«]|\p{Lu}[\p{L}'’-]+(?: et al|,| and \p{Lu}))(?<about>.*)$/su],
  ['retraction', form('(?:retraction|withdrawal)', String.raw`\s+of\b[:\s]*`), false],
  ['correction', form('correction', String.raw`\s+(?:of|for)\b[:\s]*`), false],
]

/** How they end: in brackets, or behind a dash or colon. */
const endings: readonly Form[] = [
  ['concern', /^(?<about>.+?)\s*(?:[:.–—-]\s*|[[(]\s*)(?:editorial )?expression of concern\b[^[\]()]*[\])]?\.?\s*$/isu],
  [
    'retraction',
    /^(?<about>.+?)\s*[[(]\s*(?:notice of )?retraction(?: notice| note| of vol\b[^[\]()]*)?\s*[\])]\.?\s*$/isu,
  ],
  [
    'retraction',
    /^(?<about>.+?)\s*(?:[–—-]|:)\s*(?:RETRACTION|Retraction notice|RETRACTION NOTICE|Notice of retraction)\s*$/su,
  ],
  ['retraction', /^(?<about>.+?)\s*(?:[:.]|\s[–—-])\s*Retraction\s*$/su, false],
  [
    'correction',
    /^(?<about>.+?)\s*(?:[:.–—-]\s*|[[(]\s*)(?:errat(?:um|a)|corrigend(?:um|a)|addendum)\s*[\])]?\.?\s*$/isu,
  ],
  // Web of Science puts the place of the corrected work behind its title; a letter about it says so in front.
  [
    'correction',
    /^(?!(?:re|(?:in |author'?s'? )?reply|responses?|comments?|commentary|letters?|discussion)\b)(?<about>.+?)\s*\(vol\.? [\w.]+, (?:pgs?\.?|art(?:icle)?\.?(?: no\.?)?|e?pp?\.?) [^()]*\d{4}\)\.?\s*$/isu,
  ],
  ['correction', /^(?<about>.+?)\s*(?:[[(]\s*correction(?: to vol\b[^[\]()]*)?\s*[\])]|[–—-]\s*CORRECTION)\.?\s*$/su],
]

/** What the title of a notice says: of which kind it is, and of which work it speaks. Null where a title is no notice's. */
export function noticeOfTitle(title: string): TitledNotice | null {
  for (const [kind, pattern, sure = true] of [...beginnings, ...endings]) {
    const found = pattern.exec(title)
    if (found) return { kind, about: bare(found.groups?.about ?? ''), sure }
  }
  return null
}

/** The title of the work as the notice quotes it: without quote marks, place in print and authors in front. */
function bare(about: string): string {
  return about
    .replace(/^[\s:.,–—-]+/u, '')
    .replace(/^(?:the )?(?:article|paper|work)\s*[:,]?\s*/iu, '')
    .replace(/^["“”'‘«](.*?)["”'’»].*$/su, '$1')
    .replace(/\s*[[(](?:retraction|correction|erratum)?\s*(?:of |to )?(?:vol|\d{4})[^[\]()]*[\])]\s*\.?$/iu, '')
    .trim()
}

const works = '(?:article|paper|chapter|publication|manuscript|review|study|preprint)'
const unmarkedWork = String.raw`(?:[\s-]+(?:and\s+(?:replaced|republished|removed)|${works}))?`
/** What publishers of other languages print in front of a title. */
const abroad = String.raw`(?:art[ií](?:culo|go)\s+)?(?:retractado|retratado|rétracté|retirado)|zurückgezogen|撤稿|撤回`
const marks: readonly RegExp[] = [
  new RegExp(
    String.raw`^[\s[({<"'“‘*【]*(?:this )?(?:article |paper )?(?:has been |was )?(?:(?:retracted|withdrawn|removed|temporary removal)${unmarkedWork}|${abroad})\s*(?:[:：\])】}>*|–—]|\.\s|-\s|$)`,
    'iu',
  ),
  /^[\s[({*]*(?:RETRACTED|WITHDRAWN)(?: ARTICLE| PAPER| CHAPTER)?[\])}*]*\s+(?=\P{Ll}*\p{Ll})/u,
  new RegExp(
    String.raw`[[({【]\s*(?:(?:this (?:article|paper) (?:has been|was) )?(?:retracted|withdrawn)(?:\s*[\])}]|${unmarkedWork}\s*(?:[\])}.,:;–—-]|\s(?:in|by|on|see|at)\b))|retraction in\b|${abroad})[^\])}】]*[\])}】]?\s*\.?\s*$`,
    'iu',
  ),
  new RegExp(
    String.raw`(?:\s[–—-]|[:.])\s*(?:RETRACTED|WITHDRAWN|Retracted|Withdrawn)(?:[\s-]+(?:${works}|${works.toUpperCase()}))?\.?\s*$`,
    'u',
  ),
]

/** The state that publishers mark in front of a title or behind it; undefined where there is no mark. */
export function stateOfTitle(title: string): 'retracted' | 'concern' | undefined {
  if (marks.some((mark) => mark.test(title))) return 'retracted'
  return /[[(]\s*publication with (?:an )?expression of concern\b/iu.test(title) ? 'concern' : undefined
}
