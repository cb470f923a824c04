import type { Ids } from '../../schemas/paper.ts'
import { normaliseDoi } from './doi.ts'

/** A PubMed number: digits only, no zeros in front. Takes `PMID: 123`, `MEDLINE:123`, PubMed addresses. Null where there is none. */
export function normalisePmid(text: string): string | null {
  const plain = text.trim()
  const found =
    /^(?:(?:pmid|pubmed(?:\s+(?:id|pmid))?|medline)\s*[:#]?\s*)?0*([1-9]\d{0,8})(?:\s*\[(?:pmid|uid)\])?$/i.exec(
      plain,
    ) ??
    /^https?:\/\/(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed|europepmc\.org\/(?:abstract|article)\/med)\/0*([1-9]\d{0,8})\/?(?:[?#].*)?$/i.exec(
      plain,
    )
  return found?.[1] ?? null
}

/** A PubMed Central id in the form `PMC123`. Takes addresses, small letters, `PMC123.1`. Null where there is none. */
export function normalisePmcid(text: string): string | null {
  const found = /(?<![a-z0-9])pmc\s?0*([1-9]\d{0,8})(?![0-9])/i.exec(text.trim())
  return found ? `PMC${found[1]}` : null
}

const arxivNew = /(?<![\d.])(\d{4}\.\d{4,5})(?:v\d+)?(?![\d.]\d|\d)/
const arxivOld = /(?<![a-z0-9./-])([a-z][a-z-]+)(?:\.[A-Z]{2})?\/(\d{7})(?:v\d+)?(?!\d)/i

/**
 * An arXiv id without its version: `2101.00001` or `hep-th/9901001` (https://info.arxiv.org/help/arxiv_identifier.html).
 * Takes `arXiv:…v2`, addresses of arxiv.org and DOIs of arXiv. Null where there is none.
 */
export function normaliseArxiv(text: string): string | null {
  const plain = text
    .trim()
    .replace(/^(?:https?:\/\/)?(?:[a-z]+\.)*arxiv\.org\/(?:abs|pdf|html|format|e-print)\//i, '')
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?10\.48550\/arxiv\./i, '')
    .replace(/^(?:e-?prints?\s+)?(?:arxiv|corr)\s*[:/\s]\s*(?:abs\/)?/i, '')
    .replace(/\.pdf$/i, '')
  const found = arxivNew.exec(plain)
  if (found?.index === 0) return validMonth(found[1]!.slice(2, 4)) ? found[1]! : null
  const old = arxivOld.exec(plain)
  if (old?.index === 0) return validMonth(old[2]!.slice(2, 4)) ? `${old[1]!.toLowerCase()}/${old[2]}` : null
  return null
}

/** The arXiv id said by a passage such as `arXiv preprint arXiv:2101.00001 [cs.SE]` or by an address in it. Null where it says none. */
export function findArxiv(text: string): string | null {
  const found = /arxiv(?:\.org\/(?:abs|pdf|html)\/|\s*:\s*)([a-z.-]+\/\d{7}|\d{4}\.\d{4,5})/i.exec(text)
  return found ? normaliseArxiv(found[1]!) : null
}

function validMonth(digits: string): boolean {
  const month = Number(digits)
  return month >= 1 && month <= 12
}

/** An address that may be linked: http or https with a host, no user name in front of it. Null for everything else. */
export function safeUrl(text: string): string | null {
  const plain = text.trim()
  if (!/^https?:\/\/[^\s/]/i.test(plain) || /[\p{Cc}\s]/u.test(plain)) return null
  try {
    const url = new URL(plain.toWellFormed())
    if (!['http:', 'https:'].includes(url.protocol) || url.username || url.password) return null
    return url.href.replace(/["'<>`\\]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
  } catch {
    return null
  }
}

/** Identifiers in normal form; what is none is left out. A DOI of arXiv gives the arXiv id too. */
export function normaliseIds(raw: { [K in keyof Ids]?: string | null | undefined }): Ids {
  const ids: Ids = {}
  const doi = raw.doi ? normaliseDoi(raw.doi) : null
  const arxiv =
    (raw.arxiv ? normaliseArxiv(raw.arxiv) : null) ?? (doi?.startsWith('10.48550/arxiv.') ? normaliseArxiv(doi) : null)
  const pmid = raw.pmid ? normalisePmid(raw.pmid) : null
  const pmcid = raw.pmcid ? normalisePmcid(raw.pmcid) : null
  const openalex = raw.openalex ? /(?:^|\/)(W\d{1,12})$/i.exec(raw.openalex.trim())?.[1]?.toUpperCase() : undefined
  const s2 = raw.s2 ? /^(?:[0-9a-f]{40}|\d{1,12})$/i.exec(raw.s2.trim())?.[0].toLowerCase() : undefined
  const dblp = raw.dblp ? /^[\w-]+(?:\/[\w.+-]+)+$/.exec(raw.dblp.trim())?.[0] : undefined
  if (doi) ids.doi = doi
  if (pmid) ids.pmid = pmid
  if (pmcid) ids.pmcid = pmcid
  if (arxiv) ids.arxiv = arxiv
  if (openalex) ids.openalex = openalex
  if (s2) ids.s2 = s2
  if (dblp) ids.dblp = dblp
  return ids
}
