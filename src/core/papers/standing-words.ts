import type { NoticeKind } from './notices.ts'

/** What a record may say of itself, gravest first. */
export type SaidState = 'retracted' | 'concern' | 'corrected'
type Words<T> = readonly (readonly [T, RegExp])[]

const nouns = '(?:publication|article|paper|chapter|work|manuscript|study|review|preprint|record|item|document|letter)'
const work = `(?: (?:journal |research |review |conference )?${nouns})?`
const again = '(?: and (?:replaced|republished|removed))?'

/** Whole values of a controlled field, in the words of MEDLINE, Web of Science, Scopus, CINAHL, Crossref, JATS and CSL. */
export const stateKinds: Words<SaidState> = [
  ['retracted', new RegExp(`^(?:(?:article|paper) )?(?:retracted|withdrawn)${again}${work}$`, 'i')],
  ['concern', /^publication with (?:an )?expression of concern$/i],
  [
    'corrected',
    new RegExp(`^(?:corrected${work}|corrected and republished${work}|correction in|has (?:erratum|correction))$`, 'i'),
  ],
]
export const noticeKinds: Words<NoticeKind> = [
  [
    'retraction',
    /^(?:(?:partial )?(?:retraction|withdrawal)(?: (?:of publication|notice|note|statement))?|notice of (?:retraction|withdrawal)|removal)$/i,
  ],
  [
    'correction',
    /^(?:(?:published |author |publisher )?(?:errat(?:um|a)|corrigend(?:um|a)|correction(?: notice)?|addendum))$/i,
  ],
  ['concern', /^(?:editorial )?expression of concern$/i],
]

/** Keywords name subjects too, so only those of a publication's own kind count. */
export const stateKeyword = /^[*#]*(?:retracted|(?:retracted|withdrawn)[ -](?:publication|article|paper))$/i
export const noticeKeywords: Words<NoticeKind> = [
  ['retraction', /^[*#]*(?:retraction of publication|retraction notice)$/i],
  ['correction', /^[*#]*published erratum$/i],
]

const start = String.raw`(?:^|[.;:=|\n([]\s*)`
const said = String.raw`(?:has (?:now |since )?been|have been|was|were|is(?: now)?|had to be) (?:\p{L}+ly )?`
const subject = `(?:(?:this|the) )?${nouns} (?:${said})?(?:now )?`
const behind = String.raw`(?=\s*(?:$|[.,;:)\]*|!–—\n-]|by the\b|on\b|in\b|see\b|at\b|\d|yes\b|true\b))`
const denied = String.raw`\s*[:=?]?\s*(?:no\b|not\b|false|0\b|none|nothing|never|unknown|n\/?a\b)`

/** Prose of a person or a tool. */
export const stateNotes: Words<SaidState> = [
  ['retracted', new RegExp(`${start}${subject}retracted (?:by|due|because|for|from|after|following|since)\\b`, 'iu')],
  ['retracted', new RegExp(`${start}(?:retraction|retracted)(?: publication)? in\\b`, 'iu')],
  ['retracted', new RegExp(`${start}retraction (?:published|issued|date)\\b(?!${denied})`, 'iu')],
  [
    'retracted',
    new RegExp(
      `${start}(?:notice of )?retraction(?: notice)?(?:\\s*[:=]\\s*(?=\\S{0,30}?(?:10\\.\\d{4}|pmid|\\d{4}))|\\s+(?=(?:doi:?\\s*)?10\\.\\d{4,9}/))`,
      'iu',
    ),
  ],
  [
    'retracted',
    new RegExp(
      String.raw`${start}(?:\*+\s*)?(?:${subject}|(?:${said})?(?:now )?)(?:retracted|withdrawn)(?: ${nouns})?${behind}(?!${denied})`,
      'iu',
    ),
  ],
  [
    'retracted',
    new RegExp(
      String.raw`(?<!\b(?:if|whether|that) )\bth(?:is|e above) ${nouns} ${said}(?:retracted|withdrawn)\b`,
      'iu',
    ),
  ],
  ['concern', new RegExp(`${start}expression of concern (?:in|published)\\b`, 'iu')],
  [
    'corrected',
    new RegExp(`${start}(?:erratum|correction|corrigendum|corrected and republished) (?:in|published)\\b`, 'iu'),
  ],
]
export const noticeNotes: Words<NoticeKind> = [
  ['retraction', new RegExp(`${start}(?:this (?:article )?retracts|retraction of:|retracts the article)`, 'iu')],
  [
    'correction',
    new RegExp(
      `${start}(?:this (?:article )?corrects|erratum for\\b|correction (?:to|for):|corrects the article)`,
      'iu',
    ),
  ],
  ['concern', new RegExp(`${start}expression of concern for\\b`, 'iu')],
]

/** What an abstract says: of its own work, or as the text of a notice. */
export const stateAbstract =
  /\bthis (?:article|paper|publication|chapter|review|manuscript|preprint) (?:has (?:now |since )?been|was|is) (?:formally |officially |now |temporarily )?(?:retracted|withdrawn|removed(?= (?:at|by|for|from|due|because)\b|[.;]|$))|^\W{0,4}(?:RETRACTED|WITHDRAWN)\b|^\W{0,4}retracted\s*[:.\])]/iu
export const noticeAbstract =
  /^\W{0,4}(?:the (?:above|following) (?:article|paper|chapter)s?\b[^.]{0,400}?\b(?:ha(?:s|ve) been|is|are|was|were) (?:retracted|withdrawn)|(?:we|the (?:authors?|editors?|publishers?|journal))\b[^.]{0,120}?\b(?:(?:hereby|formally) )?(?:retracts?|withdraws?) (?:the|this|our|their) (?:\p{L}+ )?(?:article|paper|publication|work|manuscript|study)\b)/iu

/** A cell of a column that asks "is it retracted?" says so by yes, by a mark, by the day, or by naming the notice. */
export const flagged =
  /^(?:true|yes|y|1|t|x|ja|si|sí|oui|wahr|vrai|[\u2713\u2714\u2611]|(?:retracted|withdrawn)\b.*|\d{4}(?:[-/.]\d{1,2}){1,2}.*|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}.*|(?:https?:\/\/\S*|doi:\s*)?10\.\d{4,9}\/\S+)$/i
