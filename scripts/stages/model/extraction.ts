import { likelihoodsIn } from '../../../src/core/extract/candidates.ts'
import { type Placed, placedParts } from '../../../src/core/extract/placed.ts'
import { type FrameReader, frameReader } from '../../../src/core/frames/reader.ts'
import { checkExtraction, type Pick } from '../../../src/core/model/extraction/check.ts'
import { extractionRequest } from '../../../src/core/model/extraction/request.ts'
import { entryOf } from '../../../src/core/model/work.ts'
import type { Paper } from '../../../src/schemas/paper.ts'
import { openLanguage } from '../../io/frames.ts'
import { askInParts, type ModelBeside } from './asking.ts'

/** What a model found in papers. */
export interface Picked {
  /** By paper: places of the sentences that state findings, part by part; a paper that the model did not read is absent. */
  picks: ReadonlyMap<string, readonly (readonly number[])[]>
  /** What a sentence is about, by paper, section and end of the sentence. */
  about: ReadonlyMap<string, Pick['about']>
}

const nothing: Picked = { picks: new Map(), about: new Map() }

/** Asks a model for the findings of each paper that was kept, one request a paper; nothing where the stage is not its own. */
export async function pickByModel(
  question: string,
  papers: readonly Paper[],
  beside: ModelBeside | null,
): Promise<Picked> {
  if (!beside?.stages.has('extraction')) return nothing
  beside.account.delete('extraction')
  const reader = frameReader(openLanguage())
  const read = await Promise.all(
    papers
      .filter(({ text }) => text !== null && text.kind !== 'snippet')
      .map((paper) => pickFrom(question, paper, reader, beside)),
  )
  const found = read.filter((one) => one !== null)
  return {
    picks: new Map(found.map(({ paper, picks }) => [paper, picks.map((part) => part.map(({ at }) => at))])),
    about: new Map(
      found.flatMap(({ paper, parts, picks }) =>
        picks.flatMap((part, place) => part.map(({ at, about }) => [keyOf(paper, parts[place]![at]!), about] as const)),
      ),
    ),
  }
}

async function pickFrom(question: string, paper: Paper, reader: FrameReader, beside: ModelBeside) {
  const parts = placedParts(paper)
  const sentences = parts.flat().map(({ text }) => text)
  if (sentences.length === 0) return null
  const { title } = paper.csl
  const requestOf = (some: readonly string[]) => extractionRequest(question, { title, sentences: some })
  const answers = (await askInParts(sentences, requestOf, beside)).map(({ answer }) => answer)
  if (answers.some((answer) => answer === null)) return null
  const answer = { findings: answers.flatMap((one) => one!.findings) }
  const likely = likelihoodsIn(paper, question)
  const { picks, refused } = checkExtraction(answer, title, parts, likely, reader)
  const entry = entryOf(beside.account, 'extraction')
  const counted = picks.flat().length
  entry.counted += counted
  entry.refused.push(...refused)
  // A model of whose answer nothing counts has not read the paper; the rules have.
  return counted === 0 && refused.length > 0 ? null : { paper: paper.id, parts, picks }
}

const keyOf = (paper: string, { place, start, text }: Placed) => aboutKey(paper, place, start + text.length)

/** The key of what a sentence is about: its paper, section and end. */
export function aboutKey(paper: string, section: string, end: number): string {
  return `${paper}\n${section}\n${end}`
}
