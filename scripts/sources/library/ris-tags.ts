/** The fields of one entry: values by tag, in order. */
export type RisFields = Map<string, string[]>

/** Types of RIS in CSL's words (https://en.wikipedia.org/wiki/RIS_(file_format), and what reference managers write). */
export const risTypes: Record<string, string> = {
  ABST: 'article-journal',
  ADVS: 'motion_picture',
  AGGR: 'dataset',
  ANCIENT: 'classic',
  ART: 'graphic',
  BILL: 'bill',
  BLOG: 'post-weblog',
  BOOK: 'book',
  CASE: 'legal_case',
  CHAP: 'chapter',
  CHART: 'figure',
  CLSWK: 'classic',
  COMP: 'software',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  CTLG: 'book',
  DATA: 'dataset',
  DBASE: 'dataset',
  DICT: 'entry-dictionary',
  EBOOK: 'book',
  ECHAP: 'chapter',
  EDBOOK: 'book',
  EJOUR: 'article-journal',
  ELEC: 'webpage',
  ENCYC: 'entry-encyclopedia',
  EQUA: 'figure',
  FIGURE: 'figure',
  GEN: 'document',
  GOVDOC: 'report',
  GRANT: 'document',
  GRNT: 'document',
  HEAR: 'hearing',
  ICOMM: 'personal_communication',
  INPR: 'article-journal',
  INTV: 'interview',
  JFULL: 'periodical',
  JOUR: 'article-journal',
  LEGAL: 'legislation',
  MANSCPT: 'manuscript',
  MAP: 'map',
  MGZN: 'article-magazine',
  MPCT: 'motion_picture',
  MULTI: 'document',
  MUSIC: 'musical_score',
  NEWS: 'article-newspaper',
  PAMP: 'pamphlet',
  PAT: 'patent',
  PCOMM: 'personal_communication',
  PODCST: 'song',
  PREPRINT: 'article',
  PRESS: 'document',
  RPRT: 'report',
  SER: 'book',
  SLIDE: 'speech',
  SOUND: 'song',
  STAND: 'standard',
  STAT: 'legislation',
  STD: 'standard',
  THES: 'thesis',
  UNBILL: 'bill',
  UNPB: 'manuscript',
  UNPD: 'manuscript',
  VIDEO: 'motion_picture',
  WEB: 'webpage',
}

/** Tags that are recognised even where a tool writes a tab or a single space around the hyphen. */
export const risTags = new Set(
  (
    'A1 A2 A3 A4 A5 AB AD AI AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CL CN CP CR CT CY DA DB DI DO DP DS ED EP ER ET FD H1 H2 ID IS J1 J2 JA JF JO ' +
    'K1 KW L1 L2 L3 L4 LA LB LK LL M1 M2 M3 N1 N2 NL NO NV OL OP PA PB PM PP PY RD RI RN RP RT SE SF SL SN SP SR ST T1 T2 T3 T4 TA TI TT TY U1 U2 U3 ' +
    'U4 U5 UK UR VL VO WP WT WV Y1 Y2 YR'
  ).split(' '),
)

/** Tags with which an entry without its first line can be told to begin. */
export const openingTags = new Set(['TI', 'T1', 'AU', 'A1', 'AB', 'N2', 'DO', 'PY', 'Y1', 'ID', 'JF', 'JO', 'T2'])
