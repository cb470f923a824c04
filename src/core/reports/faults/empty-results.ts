import { splitSentences } from '../../text/sentences.ts'
import type { ParsedSection } from '../read/parse.ts'
import { sectionLines } from '../read/statements.ts'
import type { FaultInput, Found } from './fault.ts'
import { sharedStems, topicStems } from './topic.ts'

/** A results section that tells how much was retrieved, or nothing, but not what was found. */
export function emptyResults({ parsed, claims, report }: FaultInput): Found[] {
  const results = parsed.sections.filter((section) => section.kind === 'results')
  const first = results[0]
  if (!first) return []
  const all = claims.map((claim) => topicStems(claim.text))
  const subject = new Set([...topicStems(`${report.question} ${report.title}`), ...all.flatMap((one) => [...one])])
  const bodies = results.flatMap((section) => [section, ...under(section, parsed.sections)])
  const told = bodies
    .flatMap(sectionLines)
    .flatMap(({ text }) => splitSentences(text))
    .some(({ text }) => says(text, subject, all))
  if (told || parsed.claims.some((claim) => bodies.some((section) => holds(section, claim.line)))) return []
  return [
    {
      line: first.line,
      message: 'the results say how much was retrieved, extracted or scored, but not what was found: tell the findings',
    },
  ]
}

/** Sections under headings of their own behind an empty heading for results. */
function under(section: ParsedSection, all: readonly ParsedSection[]): ParsedSection[] {
  const behind = all.slice(all.indexOf(section) + 1)
  const end = behind.findIndex((one) => one.kind !== null)
  return section.blocks.length === 0 ? behind.slice(0, end < 0 ? behind.length : end) : []
}

function holds(section: ParsedSection, line: number): boolean {
  return section.blocks.some((block) => {
    const lines = block.kind === 'list' ? block.items : block.kind === 'table' ? block.rows : [block]
    return lines.some((one) => one.line === line)
  })
}

/** Sentences about the making of the report, or that send the reader elsewhere. */
const bookkeeping =
  /^\W*(?:a total of\s+)?\w+\s+(?:\w+\s+){0,3}(?:papers?|claims?|sources|studies|articles|records|references|documents)\b[^,;]*\b(?:retrieved|extracted|verified|identified|included|found|screened|collected|analy[sz]ed|reviewed|processed|listed|selected)\b|\b(?:score|rating)\b[^.]*\d|\bindependently verified\b|\bclaims? (?:are|were|is) (?:listed|shown|given|presented|reported|checked|summari[sz]ed)|\b(?:see|listed in|shown in|presented in|given in|summari[sz]ed in|reported in|described in) (?:the )?(?:table|section|next|following|claims|appendix|above|below)|^\W*(?:verified|claims?|papers?|sources?)\b[^.]{0,30}[:=]\s*\d+|\bto follow\b|\bpending\b|\bto be (?:added|completed|determined)\b/i

/** Praise without content. */
const empty =
  /\b(?:valuable|important|useful|key|significant|interesting|promising|meaningful|deep|rich) (?:insights?|implications?|directions?|contributions?|perspectives?|understanding|information)\b|\bcomprehensive (?:overview|understanding|picture|analysis)\b|\bsheds? light\b|\b(?:various|multiple|several|different|diverse|numerous) (?:aspects|perspectives|themes|approaches|dimensions)\b|\bfuture research\b|\bfurther (?:research|study|work)\b|\bsuccessfully\b/i

/** Words of sentences that tell a result. */
const telling =
  /\d|\b(?:no (?:significant |measurable |clear |consistent )?(?:difference|effect|change|benefit|evidence|improvement|association|harm)|differ(?:s|ed|ences?)?|higher|lower|more|less|fewer|greater|better|worse|faster|slower|longer|shorter|increas\w+|decreas\w+|reduc\w+|improv\w+|rais\w+|rose|fell|lower(?:s|ed)|declin\w+|outperform\w*|exceed\w*|match(?:es|ed)|unchanged|associat\w+|correlat\w+|predict\w+|caus\w+|prevent\w*|effective\w*|ineffective|significant\w*|mixed|inconsistent|consistent\w*|found that|shows?|showed|suggests?|suggested|indicat\w+|reported|achiev\w+|gain\w*|transfer\w*|remain\w*|did not|does not|cannot|was not|were not|none of|most|half|all|both|only|never|harm\w*|help\w*|benefit\w*)\b/i

/** Whether a sentence says something of the subject and not of the making of the report. */
function says(sentence: string, subject: ReadonlySet<string>, claims: readonly ReadonlySet<string>[]): boolean {
  const stems = topicStems(sentence)
  if (/\b(?:no|none|neither)\b[^.]*\b(?:found|identified|located|available|met|eligible)\b/i.test(sentence)) return true
  const nearest = Math.max(0, ...claims.map((claim) => sharedStems(stems, claim)))
  if (bookkeeping.test(sentence)) return nearest >= 4
  if (empty.test(sentence)) return nearest >= 4 && telling.test(sentence)
  const topical = sharedStems(stems, subject)
  return stems.size >= 2 && topical >= 1 && (telling.test(sentence) || nearest >= 3)
}
