import { join } from 'node:path'
import { z } from 'zod'
import { TouchstoneError } from '../../src/core/errors.ts'
import { type Paper, type PaperText, section } from '../../src/schemas/paper.ts'
import type { Site } from '../../src/schemas/site.ts'
import { readText, writeJson } from '../io/files.ts'
import type { Body, Http, HttpRequest } from '../io/http/contract.ts'
import { pdfSections } from '../io/pdf-text.ts'
import { addressed, baseUrlOf } from '../sources/address.ts'
import { arxiv } from '../sources/arxiv.ts'
import { xmlBody } from '../sources/body.ts'
import { europepmc } from '../sources/europepmc.ts'
import { adapters } from '../sources/index.ts'
import { jatsSections } from '../sources/jats-body.ts'
import { unpaywall } from '../sources/unpaywall.ts'
import { lookUp } from './look-up.ts'

const megabyte = 1_000_000

/** A full text as it is kept in the cache, never in content. */
const keptText = z.object({ address: z.string(), sections: z.array(section).min(1) })
type FullText = z.infer<typeof keptText>

/** What is needed to read full texts; `http` is null offline. */
export interface Reading {
  http: Http | null
  site: Site
  cache: string
  /** Papers as content holds them: passages that an earlier run kept serve where the full text is out of reach. */
  stored: ReadonlyMap<string, Paper>
  force: boolean
  log: (line: string) => void
}

/**
 * Reads the open full texts of papers where the settings allow: JATS from Europe PMC, else a PDF from arXiv or from the
 * address that Unpaywall or a database gave. The abstract stays the first section. What cannot be read stays as it is.
 */
export async function readFullTexts(papers: readonly Paper[], reading: Reading): Promise<Paper[]> {
  if (!reading.site.fullText.read) return [...papers]
  const chosen = papers
    .filter((paper) => paper.text?.kind !== 'note' && !paper.text?.sections.some(({ of }) => of))
    .slice(0, reading.site.fullText.mostPapers)
  const texts = await Promise.all(chosen.map(async (paper) => [paper.id, await fullTextOf(paper, reading)] as const))
  const found = new Map(texts.flatMap(([id, text]) => (text ? [[id, text] as const] : [])))
  reading.log(`Full texts: ${found.size} of ${chosen.length} papers`)
  return papers.map((paper) => {
    const text = found.get(paper.id)
    if (text) return { ...paper, text: whole(paper, text) }
    const passages = reading.stored.get(paper.id)?.text
    return passages?.kind === 'fulltext' ? { ...paper, text: passages } : paper
  })
}

/** The paper's own abstract stands before what was read: quotes of it keep their place. */
function whole({ text }: Paper, { address, sections }: FullText): PaperText {
  const own = text?.sections.find(({ name }) => name === 'Abstract')
  return {
    kind: 'fulltext',
    address,
    sections: own ? [own, ...sections.filter(({ name }) => name !== 'Abstract')] : sections,
  }
}

async function fullTextOf(paper: Paper, reading: Reading): Promise<FullText | null> {
  const path = join(reading.cache, 'fulltext', `${paper.id}.json`)
  const kept = reading.force ? null : await keptAt(path)
  if (kept) return kept
  if (reading.http === null) return null
  for (const read of [fromEuropePmc, fromArxiv, fromOpenCopy]) {
    const text = await read(paper, { ...reading, http: reading.http })
    if (!text) continue
    await writeJson(path, text)
    return text
  }
  return null
}

async function keptAt(path: string): Promise<FullText | null> {
  try {
    return keptText.parse(JSON.parse((await readText(path)) ?? 'null'))
  } catch {
    return null
  }
}

type Open = Reading & { http: Http }

async function fromEuropePmc({ ids }: Paper, { http, site }: Open): Promise<FullText | null> {
  if (!ids.pmcid || site.sources.europepmc?.enabled === false) return null
  const request = { path: `/${ids.pmcid}/fullTextXML`, query: {} }
  const sent = { ...addressed(europepmc, request, site), ...limits(site), absence: true }
  const answer = await http.get(sent, ({ text }) => jatsSections(xmlBody(europepmc.label, text)))
  if (answer.state !== 'found' || !answer.value.some(({ name }) => name !== 'Abstract')) return null
  return { address: `https://europepmc.org/article/PMC/${ids.pmcid}`, sections: answer.value }
}

/** arXiv serves its PDFs from the host of its interface, which is meant for programs (https://info.arxiv.org/help/bulk_data.html). */
async function fromArxiv({ ids }: Paper, reading: Open): Promise<FullText | null> {
  if (!ids.arxiv || reading.site.sources.arxiv?.enabled === false) return null
  const url = `${baseUrlOf(arxiv, reading.site)}/pdf/${ids.arxiv}`
  const sections = await pdfAt(
    { ...limits(reading.site), url, group: arxiv.id, perSecond: arxiv.limits.perSecond },
    reading,
  )
  return sections && { address: `https://arxiv.org/pdf/${ids.arxiv}`, sections }
}

async function fromOpenCopy(paper: Paper, reading: Open): Promise<FullText | null> {
  const openCopy = paper.openCopy ?? (await copyOf(paper, reading))
  if (!openCopy) return null
  const publicOnly = !isOwnMirror(openCopy, reading.site)
  const sections = await pdfAt({ ...limits(reading.site), url: openCopy, perSecond: 1, publicOnly }, reading)
  return sections && { address: openCopy, sections }
}

async function copyOf(paper: Paper, reading: Open): Promise<string | undefined> {
  const answer = await lookUp(unpaywall, paper, reading)
  return answer?.state === 'found' ? answer.value?.openCopy : undefined
}

/** An address below one that a person set for a database may lie in a private network; no other one may. */
function isOwnMirror(address: string, site: Site): boolean {
  return adapters.some((adapter) => {
    const base = baseUrlOf(adapter, site)
    return base !== adapter.baseUrl && address.startsWith(`${base}/`)
  })
}

async function pdfAt(request: HttpRequest, { http, log }: Open): Promise<PaperText['sections'] | null> {
  const answer = await http.get({ ...request, absence: true, headers: { accept: 'application/pdf' } }, pdfOf)
  if (answer.state !== 'found') return null
  try {
    const sections = await pdfSections(answer.value)
    return sections.length > 0 ? sections : null
  } catch (error) {
    log(`${new URL(request.url).host}: a PDF cannot be read: ${(error as Error).message.slice(0, 100)}`)
    return null
  }
}

function pdfOf({ bytes }: Body): Uint8Array {
  if (bytes.subarray(0, 1024).includes('%PDF-')) return bytes
  throw new TouchstoneError('source-error-body', 'the open copy is a web page, no PDF')
}

function limits(site: Site): Pick<HttpRequest, 'mostBytes'> {
  return { mostBytes: site.fullText.mostMegabytes * megabyte }
}
