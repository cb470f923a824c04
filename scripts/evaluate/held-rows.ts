import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { spreadHash } from '../../src/core/hash.ts'
import { plainName } from '../../src/core/reports/citations/author-year.ts'
import type { HoldLabel } from '../../src/core/reports/hold/learned.ts'
import type { SourceText } from '../../src/core/reports/hold/reading.ts'
import { sourceText } from '../../src/core/reports/hold/report.ts'
import { splitSentences } from '../../src/core/text/sentences.ts'
import type { CslItem } from '../../src/schemas/paper.ts'
import { readLibraryFile } from '../formats/read.ts'
import { alterations } from './alterations.ts'
import { readGold } from './findings/gold.ts'
import { seededRandom } from './random.ts'
import { readRows } from './rows.ts'
import { readPair } from './verify.ts'

/** A sentence, the text that it cites, and what it was labelled or made as. */
export interface HeldRow {
  id: string
  kind: string
  label: HoldLabel
  /** Rows of one group are never parted: one source. */
  group: string
  /** Where the rows are from: whole sets are left out too. */
  set: string
  sentence: string
  source: SourceText
  /** Made by altering a sound sentence in one place. */
  made: boolean
}

interface Base {
  id: string
  label: HoldLabel
  group: string
  set: string
  sentence: string
  source: SourceText
}

const notes = z.array(z.object({ id: z.string(), text: z.string() }))
const labelsOf: Readonly<Record<string, HoldLabel>> = { SUPPORT: 'so', REFUTE: 'otherwise', NEI: 'not' }

/**
 * Sentences beside the text of a source, from the labelled data: claims of SciFact; sentences of reading notes beside the
 * abstracts they were written from, and beside another of their library; and the sentences in which careful readers put
 * what papers of nine libraries share, beside each paper that says it, says otherwise or has nothing on it.
 */
export async function heldRows(folder: string): Promise<HeldRow[]> {
  const bases = [
    ...(await claimRows(join(folder, 'claims', 'scifact_train.jsonl'))),
    ...(await noteRows(folder, 'copper')),
    ...(await noteRows(folder, 'tafenoquine')),
    ...findingRows(join(folder, 'findings')),
  ]
  return [
    ...bases.map((base) => ({ ...base, kind: `${base.set} ${base.label}`, made: false })),
    ...bases.flatMap(altered),
  ]
}

async function claimRows(file: string): Promise<Base[]> {
  const pairs = (await readRows(file)).map((row, at) => ({
    ...readPair(row, at),
    doc: String((row as { doc_id?: unknown }).doc_id),
  }))
  return pairs.map(({ id, claim, title, evidence, label, doc }) => ({
    id,
    label: labelsOf[label ?? 'NEI']!,
    group: `scifact ${doc}`,
    set: 'scifact',
    sentence: claim,
    source: { title, sentences: evidence },
  }))
}

/** Sentences of reading notes with the abstracts that they were written from, and with the abstract of another note. */
async function noteRows(folder: string, name: string): Promise<Base[]> {
  const works = new Map<string, SourceText | null>()
  const path = join(folder, 'library', `${name}.ris`)
  for (const { csl, text } of (await readLibraryFile(path, path)).records) {
    const key = keyOf(csl)
    const other = works.get(key)
    if (text)
      works.set(key, other === undefined || other?.title === csl.title ? sourceText(csl.title, text.sections) : null)
  }
  const read = notes
    .parse(JSON.parse(await readFile(join(folder, 'notes', `${name}.json`), 'utf8')))
    .flatMap((note) => {
      const source = works.get(note.id)
      return source && source.sentences.length > 0 ? [{ ...note, source }] : []
    })
  return read.flatMap(({ id, text, source }, at) =>
    splitSentences(text).flatMap(({ text: sentence }, place) => {
      const base = { group: `${name} ${id}`, set: `notes-${name}`, sentence }
      const other = read[(at + 1 + place) % read.length]!
      return [
        { ...base, id: `${id}-${place}`, label: 'so' as const, source },
        ...(other.id === id
          ? []
          : [{ ...base, id: `${id}-${place}-other`, label: 'not' as const, source: other.source }]),
      ]
    }),
  )
}

/** First author and year, as the notes name a work. */
function keyOf({ author, issued }: Pick<CslItem, 'author' | 'issued'>): string {
  const [first] = author
  const family = first === undefined ? '' : 'family' in first ? first.family : first.literal
  return `${plainName(family).replace(/[^\p{L}]/gu, '')}${issued?.['date-parts'][0][0] ?? ''}`
}

/** Papers beside which a finding is put that have nothing on it, for each that has. */
const silent = 3

function findingRows(folder: string): Base[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const { papers, findings } = readGold(join(folder, name))
      const texts = new Map(papers.map(({ id, title, sentences }) => [id, { title, sentences }]))
      return findings.flatMap(({ id, text, spans }) => {
        const stances = Map.groupBy(spans, ({ s }) => s.slice(0, s.indexOf('.')))
        const base = { set: `findings-${name}`, group: `findings-${name}`, sentence: text }
        const told = [...stances].flatMap(([paper, said]): Base[] => {
          const source = texts.get(paper)
          const kinds = new Set(said.map(({ stance }) => stance))
          if (!source || kinds.size !== 1) return []
          return [{ ...base, id: `${name}-${id}-${paper}`, label: kinds.has('supports') ? 'so' : 'otherwise', source }]
        })
        const rest = papers.filter((paper) => !stances.has(paper.id) && paper.sentences.length > 0)
        const random = seededRandom(spreadHash(`${name}-${id}`))
        const others = Array.from(
          { length: Math.min(silent, rest.length) },
          () => rest[Math.floor(random() * rest.length)]!,
        )
        return [
          ...told,
          ...[...new Set(others)].map(
            (paper): Base => ({ ...base, id: `${name}-${id}-${paper.id}`, label: 'not', source: texts.get(paper.id)! }),
          ),
        ]
      })
    })
}

/** What a sound sentence becomes by each alteration. */
function altered({ id, label, group, set, sentence, source }: Base, at: number, all: readonly Base[]): HeldRow[] {
  if (label !== 'so') return []
  const other = all[(at + 1) % all.length]!.sentence
  return Object.entries(alterations).flatMap(([what, alter]) => {
    const text = alter(sentence, { other, source }, seededRandom(spreadHash(sentence)))
    if (text === null || text === sentence) return []
    return [
      {
        made: true,
        id: `${id}-${what}`,
        kind: `${set} ${what}`,
        label: 'otherwise' as const,
        group,
        set,
        sentence: text,
        source,
      },
    ]
  })
}
