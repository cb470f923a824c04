import { cutOff } from '../integrity/clipped.ts'
import { brief } from '../integrity/family.ts'
import type { ParsedSection } from '../report-import/parse.ts'
import { sectionLines } from '../report-import/statements.ts'
import { splitSentences } from '../sentences.ts'
import type { FaultInput, Found } from './fault.ts'
import { sharedStems, topicStems } from './topic.ts'

/** The question cut in one place and whole in another, or cut wherever it stands. */
export function questionCut({ questions }: FaultInput): Found[] {
  const whole = questions.filter((one) => one.whole).sort((a, b) => b.text.length - a.text.length)[0]
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return questions.flatMap((one) => {
    if (!whole) {
      const why = cutOff(one.text.replace(/\.$/, ''))
      return why && why !== 'has no closing mark'
        ? [{ line: one.line, message: `the question ${brief(one.text.slice(-50))} ${why}: give the whole question` }]
        : []
    }
    const [shown, full] = [bare(one.text), bare(whole.text)]
    const clipped =
      shown.length < full.length &&
      full.startsWith(shown.slice(0, Math.max(12, shown.length - 12))) &&
      shown.length > 11
    return clipped
      ? [
          {
            line: one.line,
            message: `the question stops at ${brief(one.text.slice(-40))}, in line ${whole.line} it goes on: give the whole question`,
          },
        ]
      : []
  })
}

/** One source's title taken for the subject of the report. */
export function sourceAsSubject({ parsed, report }: FaultInput): Found[] {
  const subject = topicStems(`${report.title} ${report.question === report.title ? '' : report.question}`)
  const lead =
    /\b(?:this|the|our|present)\s+(?:paper|report|study|review|article|document|work|synthesis|survey)\s+(examines|investigates|addresses|studies|explores|concerns|is about|analy[sz]es|reviews|discusses|considers|looks at|focuses on|deals with|covers|presents|is titled|is entitled)\s*(:?)\s*(.+)/i
  const titles = parsed.references.map((reference) => ({ text: bare(reference.text), line: reference.line }))
  const early = parsed.sections.filter((section) => section.kind !== 'references' && section.kind !== 'claims')
  return early.flatMap(sectionLines).flatMap(({ text, line }) =>
    splitSentences(text).flatMap(({ text: sentence }) => {
      const match = lead.exec(sentence)
      if (!match) return []
      const object = match[3]!
        .replace(/["“”'*_]/g, '')
        .replace(/[.]$/, '')
        .trim()
      const named = match[2] === ':' || /^["“'*_]/.test(match[3]!) || titleCase(object)
      const stems = topicStems(object)
      const printed = bare(object).length > 14 && titles.some((title) => title.text.includes(bare(object)))
      const own = bare(object) === bare(report.title) || /\?$/.test(object)
      const near = stems.size > 0 && sharedStems(stems, subject) / stems.size >= 0.5
      if (own || (!printed && (!named || near))) return []
      return [
        {
          line,
          message: `${brief(object)} is given as the subject, which is ${printed ? 'the title of a source' : 'not what the title and the question name'}: name the question`,
        },
      ]
    }),
  )
}

/** Whether a phrase is written like a title: most of its longer words with a capital. */
function titleCase(text: string): boolean {
  const long = text.split(/\s+/).filter((word) => word.replace(/\W/g, '').length > 3)
  return long.length >= 3 && long.filter((word) => /^\W*\p{Lu}/u.test(word)).length / long.length > 0.75
}

const processWords =
  /\b(this (?:report|review|synthesis|work)|claims?|papers?|sources?|verif\w+|score\w*|reviewers?|literature|search\w*|synthes\w+|limitations?|machine-generated|references?|studies|records|databases?|evidence|findings|question|we (?:searched|found|included|reviewed|read|ask|asked|screened))\b/i

/** An abstract of somebody else's work pasted into the abstract. */
export function pastedAbstract({ parsed, report }: FaultInput): Found[] {
  const subject = topicStems(`${report.question} ${report.title} ${parsed.claims.map((claim) => claim.text).join(' ')}`)
  return sectionsOf(parsed.sections, 'abstract')
    .flatMap(sectionLines)
    .flatMap(({ text, line }) => {
      const inner =
        /(?<=[.!?:;]\s|^.{20,}\s)(?:Abstract|ABSTRACT|Summary|BACKGROUND|OBJECTIVES?)\b\s*[:.—–-]?\s+(?=\p{Lu})/u.exec(
          text,
        )
      if (inner)
        return [
          {
            line,
            message: `${brief(text.slice(inner.index, inner.index + 80))} begins another abstract inside the abstract: write what this report found`,
          },
        ]
      const sentences = splitSentences(text).map((sentence) => sentence.text)
      const voice = sentences.find((sentence) =>
        /\b(?:in this (?:paper|article|survey|study|work|letter|chapter|thesis)|this (?:paper|article|survey|thesis|chapter|letter)),?\s+(?:we\s+)?(?:propos|present|introduc|describ|survey|review|study|studies|investigat|develop|show|demonstrat|report|discuss|explor|examin|aim)\w*|\bwe (?:propose|introduce|present a|develop|design|describe a|train(?:ed)? a|recruited|enrolled|randomi[sz]ed|conducted a (?:random|trial|double|cohort|survey|cross))\b|\bto the best of our knowledge\b|\bour (?:model|method|approach|framework|experiments?|patients|participants|code|dataset)\b/i.test(
          sentence,
        ),
      )
      if (voice)
        return [
          { line, message: `${brief(voice, 80)} speaks for the authors of a source: write what this report found` },
        ]
      const foreign = sentences.map(
        (sentence) =>
          !processWords.test(sentence) &&
          topicStems(sentence).size >= 4 &&
          sharedStems(topicStems(sentence), subject) === 0,
      )
      const run = foreign.findIndex((one, at) => one && (foreign[at + 1] === true || sentences[at]!.length > 140))
      return run < 0
        ? []
        : [
            {
              line,
              message: `${brief(sentences[run]!, 80)} has nothing to do with the question: write what this report found`,
            },
          ]
    })
}

/** A results section without results, or none where there are claims. */
export function emptyResults({ parsed, claims, report }: FaultInput): Found[] {
  const results = sectionsOf(parsed.sections, 'results')
  const subject = topicStems(`${report.question} ${report.title} ${claims.map((claim) => claim.text).join(' ')}`)
  return results.flatMap((section) => {
    if (section.blocks.some((block) => block.kind === 'table' || (block.kind === 'list' && block.items.length > 1))) {
      const rows = sectionLines(section).filter(({ text }) => says(text, subject))
      if (rows.length > 0) return []
    }
    const sentences = sectionLines(section).flatMap(({ text }) => splitSentences(text).map((one) => one.text))
    if (sentences.some((sentence) => says(sentence, subject))) return []
    const next = parsed.sections[parsed.sections.indexOf(section) + 1]
    if (section.blocks.length === 0 && next && next.kind === null && next.blocks.length > 0) return []
    return [
      {
        line: section.line,
        message:
          'the results say how much was retrieved, extracted or scored, but not what was found: tell the findings',
      },
    ]
  })
}

/** Whether a sentence says something of the subject and not of the making of the report. */
function says(sentence: string, subject: ReadonlySet<string>): boolean {
  const stems = topicStems(sentence)
  const bookkeeping =
    /^\W*(?:a total of\s+)?\w+\s+(?:\w+\s+){0,3}(?:papers?|claims?|sources|studies|articles|records|references|documents)\b[^,;]*\b(?:retrieved|extracted|verified|identified|included|found|screened|collected|analy[sz]ed|reviewed|processed|listed|selected)\b|\b(?:score|rating)\b[^.]*\d|\bindependently verified\b|\bclaims? (?:are|were|is) (?:listed|shown|given|presented|reported)|\b(?:see|listed in|shown in) (?:the )?(?:table|section)|^\W*(?:verified|claims?|papers?|sources?)\b[^.]{0,30}[:=]\s*\d+/i.test(
      sentence,
    )
  if (bookkeeping && sharedStems(stems, subject) < 4) return false
  const topical = sharedStems(stems, subject)
  return (
    stems.size >= 2 &&
    (topical >= 2 || (topical >= 1 && /\d/.test(sentence)) || (topical >= 1 && !processWords.test(sentence)))
  )
}

/** Running text and title that stop before their end. */
export function clippedText({ parsed }: FaultInput): Found[] {
  const prose = new Set(['abstract', 'introduction', 'methods', 'results', 'limitations', 'conclusion', null])
  const found: Found[] = []
  const title = cutOff(`${parsed.title}.`)
  if (/(?:…|\.\.\.)$/.test(parsed.title) || (parsed.title !== '' && title !== null))
    found.push({
      line: parsed.titleLine,
      message: `the title ${brief(parsed.title.slice(-50))} is cut: give all of it`,
    })
  for (const section of parsed.sections) {
    if (!prose.has(section.kind)) continue
    const paragraphs = section.blocks.filter((block) => block.kind === 'paragraph' && block.text.length > 60)
    for (const block of paragraphs) {
      const text = 'text' in block ? block.text.trim().replace(/(?:\s*\[[^\]]*\])+$/, '') : ''
      const why = cutOff(text)
      if (why) found.push({ line: block.line, message: `${brief(text.slice(-50))} ${why}: give the whole text` })
    }
  }
  return found
}

function sectionsOf(sections: readonly ParsedSection[], kind: ParsedSection['kind']): ParsedSection[] {
  return sections.filter((section) => section.kind === kind)
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
