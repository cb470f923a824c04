import { cutOff } from '../../audit/clipped.ts'
import { brief } from '../../audit/family.ts'
import { splitSentences } from '../../text/sentences.ts'
import { isTitleCase } from '../../text/title-case.ts'
import { sectionLines } from '../read/statements.ts'
import type { FaultInput, Found } from './fault.ts'
import { sharedStems, topicStems } from './topic.ts'

const leads = [
  /\b(?:this|the|our|present)\s+(?:present\s+)?(?:paper|report|study|review|article|document|work|synthesis|survey)\s+(?:examines|investigates|addresses|studies|explores|concerns|is about|analy[sz]es|reviews|discusses|considers|looks at|focuses on|deals with|covers|presents|is titled|is entitled|is on|summari[sz]es)\s*(:?)\s*(.+)/i,
  /\b(?:subject|topic|focus|object)(?: (?:of|under) (?:this|the|our) (?:paper|report|study|review|article|document|work|synthesis))?\s*(?:is\b|:)\s*(:?)\s*(.+)/i,
]

/** One source's title taken for the subject of the report, in its title or where it says what it is about. */
export function sourceAsSubject({ parsed, report }: FaultInput): Found[] {
  const subject = topicStems(`${report.title} ${report.question === report.title ? '' : report.question}`)
  const titles = parsed.cited.references.map(({ title }) => bare(title ?? '')).filter((title) => title.length > 14)
  const early = parsed.sections.filter((section) => section.kind !== 'references' && section.kind !== 'claims')
  const inTitle = titles.includes(bare(parsed.title))
    ? [{ line: parsed.titleLine, message: 'the title of the report is the title of a source: name the question' }]
    : []
  const inText = early.flatMap(sectionLines).flatMap(({ text, line }) =>
    splitSentences(text).flatMap(({ text: sentence }) => {
      const match = leads.map((lead) => lead.exec(sentence)).find(Boolean)
      if (!match) return []
      const object = match[2]!
        .replace(/["“”'*_]/g, '')
        .replace(/[.]$/, '')
        .trim()
      const said = bare(object)
      const printed = titles.some((title) => said.startsWith(title))
      if (said === bare(report.title) || said === bare(report.question)) return []
      if (
        !printed &&
        (/\?$/.test(object) ||
          /^(?:whether|how|what|why|if|which|the (?:following|research|above|review))\b/i.test(object))
      )
        return []
      const named = match[1] === ':' || /^["“'*_]/.test(match[2]!) || isTitleCase(object)
      const stems = topicStems(object)
      const near = stems.size < 2 || sharedStems(stems, subject) / stems.size >= 0.5
      if (!printed && (!named || near)) return []
      return [
        {
          line,
          message: `${brief(object)} is given as the subject, which is ${printed ? 'the title of a source' : 'not what the title and the question name'}: name the question`,
        },
      ]
    }),
  )
  return [...inTitle, ...inText]
}

/** Running text and title that stop before their end. */
export function clippedText({ parsed }: FaultInput): Found[] {
  const prose = new Set(['abstract', 'introduction', 'methods', 'results', 'limitations', 'conclusion', null])
  const found: Found[] = []
  const title = cutOff(`${parsed.title}.`)
  if (
    /(?:…|\.\.\.)$/.test(parsed.title) ||
    (parsed.title !== '' && title !== null && !/[.!?]\S*\s+\p{Lu}/u.test(parsed.title))
  )
    found.push({
      line: parsed.titleLine,
      message: `the title ${brief(parsed.title.slice(-50))} is cut: give all of it`,
    })
  for (const section of parsed.sections) {
    if (!prose.has(section.kind)) continue
    const paragraphs = section.blocks.filter((block) => block.kind === 'paragraph' && block.text.length > 60)
    for (const block of paragraphs) {
      if (parsed.cited.lists.some(({ from, to }) => block.line >= from && block.line <= to)) continue
      const text =
        'text' in block ? block.text.trim().replace(/(?:\s*(?:\[[^\]]*\]|<sup>[^<]*<\/sup>|[⁰¹²³⁴-⁹]))+$/, '') : ''
      const why = leadsOn(text) ? null : cutOff(withoutLinks(text))
      if (!why) continue
      const open = why === 'has no closing mark'
      if (open && (text.split(/\s+/).length < 15 || /^[\p{L} ]{2,30}:/u.test(text) || /https?:\S+$|\d$/.test(text)))
        continue
      found.push({
        line: block.line,
        ...(open ? { severity: 'warning' as const } : {}),
        message: `${brief(text.slice(-50))} ${why}: give the whole text`,
      })
    }
  }
  return found
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether a passage ends with a colon: what it announces follows. */
function leadsOn(text: string): boolean {
  return /[:：]\W{0,3}$/.test(text)
}

/** A passage without what stands in brackets at its end, as titles of links that their site cut. */
function withoutLinks(text: string): string {
  const bare = text.replace(/(?:\s*\((?:[^()]|\([^()]*\))*\))+(?=[.!?]?$)/, '')
  return bare.length > 60 ? bare : text
}
