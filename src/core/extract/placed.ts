import type { Paper } from '../../schemas/paper.ts'
import { headingRole, type SentenceView, withoutHeading, withoutNotice } from '../papers/headings.ts'
import { splitSentences } from '../text/sentences.ts'

/** A sentence at its place in a paper's stored text. */
export interface Placed extends SentenceView {
  /** Name of the section of the stored text. */
  place: string
  start: number
}

/** Sections of a reading note that say how a study was made and what limits it. */
const noFindings = /^(?:limits?|limitations?|design|methods?)$/i
/** Parts of a full text that state no findings of their own. */
const besides =
  /reference|bibliograph|acknowledg|funding|interest|author contribution|abbreviation|supplement|method|material|ethic|availability|introduction|related work|background/i

/**
 * The sentences of a paper in parts that are judged as wholes: an abstract or a note is one, a full text has one for each
 * section that may state findings.
 */
export function placedParts({ text }: Paper): Placed[][] {
  if (!text) return []
  if (text.kind === 'fulltext') return text.sections.filter(({ name }) => !besides.test(name)).map(placed)
  const told = text.kind === 'note' ? text.sections.filter(({ name }) => !noFindings.test(name)) : text.sections
  return [told.flatMap(placed)]
}

function placed(section: { name: string; text: string }): Placed[] {
  let role = headingRole(section.name)
  return splitSentences(section.text).map(({ start, text }) => {
    const headed = withoutHeading(text)
    if (headed.label) role = headingRole(headed.label)
    return { place: section.name, start: start + headed.shift, text: withoutNotice(headed.text), section: role }
  })
}
