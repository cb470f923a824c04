import { findDois, normaliseDoi } from '../../papers/doi.ts'
import { findArxiv, normaliseArxiv, normalisePmcid } from '../../papers/identifiers.ts'
import type { RefIds } from './model.ts'

const none: RefIds = { doi: null, pmid: null, pmcid: null, arxiv: null, isbn: null, nct: null }

/** What hosts add to a DOI in their addresses, beside what `normaliseDoi` knows. */
const hostTails: readonly [RegExp, RegExp][] = [
  // https://www.biorxiv.org/about/FAQ: versions are `v2` behind the DOI
  [/(?:^|\.)(?:bio|med)rxiv\.org$/, /v\d+(?:[./].*)?$/],
  [/(?:^|\.)ovid\.com$/, /~.*$/],
  [/(?:^|\.)academic\.oup\.com$/, /(?<=\/.*)\/\d+$/],
  [/(?:^|\.)journals\.plos\.org$/, /[&?].*$/],
]
const pageTail =
  /(?:\/(?:full|abstract|abs|pdf|epdf|html|xml|summary|references|figures?|tables?|metrics|citations?|meta|tab-.*)|\.(?:full|abstract|pdf|html?|xml|short|long|full-text|full\.pdf))+\/?$/i

/** The identifiers that an address bears. A DOI is taken only where it stands in the address, or where its host builds addresses from DOIs. */
export function idsOfAddress(address: string): RefIds {
  const url = parse(address)
  if (!url) return none
  const host = url.hostname.toLowerCase()
  const path = decode(url.pathname)
  const pubmed = /(?:^|\.)pubmed\.(?:ncbi\.nlm\.nih\.gov|gov)$/.test(host) ? /^\/(\d{1,9})(?:\/|$)/ : null
  const pmid =
    (pubmed ?? /^\/(?:m\/)?pubmed\/(\d{1,9})(?:\/|$)/).exec(path)?.[1] ??
    /^\/(?:article|abstract)\/med\/(\d{1,9})/i.exec(path)?.[1] ??
    null
  const ncbi = /(?:ncbi\.nlm\.nih\.gov|europepmc\.org)$/.test(host)
  const pmcid = ncbi ? normalisePmcid(/\/(?:pmc\/)?(PMC\d{1,9})/i.exec(path)?.[1] ?? '') : null
  const arxiv = /(?:^|\.)arxiv\.org$/.test(host) ? normaliseArxiv(`https://${host}${path}`) : null
  const nct = /clinicaltrials\.gov$/.test(host) ? (/(NCT\d{8})/i.exec(path)?.[1]?.toUpperCase() ?? null) : null
  return { ...none, doi: doiOfAddress(host, path, url.search), pmid, pmcid, arxiv, nct }
}

function doiOfAddress(host: string, path: string, search: string): string | null {
  // https://www.nature.com/nature-portfolio/about: the last part of an article's address is the suffix of its DOI
  const nature = /(?:^|\.)nature\.com$/.test(host)
    ? /^\/articles\/([a-z]+[\w.-]*\d[\w.-]*?)(?:\.pdf)?(?:\/|$)/i.exec(path)
    : null
  if (nature) return normaliseDoi(`10.1038/${nature[1]!}`)
  const found = /10\.\d{4,9}(?:\.\d+)*\/\S+/.exec(path) ?? /10\.\d{4,9}(?:\.\d+)*\/[^\s&]+/.exec(decode(search))
  if (!found) return null
  if (/(?:^|\.)doi\.org$/.test(host)) return normaliseDoi(found[0])
  let token = found[0].replace(/\/+$/, '')
  for (const [name, tail] of hostTails) if (name.test(host)) token = token.replace(tail, '')
  return normaliseDoi(`https://${host}/${token.replace(pageTail, '')}`)
}

/** The identifiers of a printed reference: those it names, then those of its address. */
export function idsOfReference(text: string, urls: readonly string[]): RefIds {
  const ofUrls = urls.map(idsOfAddress)
  const bare = text.replace(/https?:\/\/\S+/gi, ' ')
  const first = (key: keyof RefIds) => ofUrls.find((ids) => ids[key] !== null)?.[key] ?? null
  const doi = first('doi') ?? doiInText(bare) ?? first('doi')
  return {
    doi,
    pmid: /\bpmid\s*[:#]?\s*0*([1-9]\d{0,8})\b/i.exec(bare)?.[1] ?? first('pmid'),
    pmcid: normalisePmcid(/\b(PMC\s?\d{3,9})\b/i.exec(bare)?.[1] ?? '') ?? first('pmcid'),
    arxiv: findArxiv(bare) ?? first('arxiv') ?? (doi?.startsWith('10.48550/arxiv.') ? normaliseArxiv(doi) : null),
    isbn: isbnOf(bare),
    nct: /\b(NCT\d{8})\b/i.exec(bare)?.[1]?.toUpperCase() ?? first('nct'),
  }
}

function doiInText(text: string): string | null {
  return findDois(text.replace(/\bdoi\s*:\s*/gi, ' '))[0] ?? null
}

/** An ISBN whose check digit is right (ISO 2108), without hyphens. */
function isbnOf(text: string): string | null {
  for (const [, printed] of text.matchAll(/\bISBN(?:-1[03])?\s*:?\s*((?:97[89][\s-]?)?\d[\d\s-]{7,15}[\dXx])/g)) {
    const digits = printed!.replace(/[\s-]/g, '').toUpperCase()
    if (digits.length === 13 && sum(digits, (at) => (at % 2 === 0 ? 1 : 3)) % 10 === 0) return digits
    if (digits.length === 10 && sum(digits, (at) => 10 - at) % 11 === 0) return digits
  }
  return null
}

function sum(digits: string, weight: (at: number) => number): number {
  return [...digits].reduce((all, digit, at) => all + weight(at) * (digit === 'X' ? 10 : Number(digit)), 0)
}

const address = /\bhttps?:\/\/[^\s<>"“”„|]+/giu

/** Addresses that stand in a text, letter by letter, without the punctuation of the sentence around them. */
export function addressesIn(text: string): string[] {
  return [...text.matchAll(address)]
    .map(([found]) => trimAddress(found))
    .filter((one) => /^https?:\/\/[^/]*\./i.test(one))
}

/** An address without what belongs to the sentence: closing marks, and brackets that it did not open. */
export function trimAddress(found: string): string {
  let url = found.replace(/[。，、；：！？】」』）》]+.*$/u, '')
  for (;;) {
    const last = url.at(-1) ?? ''
    const opener = { ')': '(', ']': '[', '}': '{' }[last]
    if (/[.,;:!?'’*_`]/.test(last) && !(last === '_' && /\w_$/.test(url) && url.length < found.length))
      url = url.slice(0, -1)
    else if (opener && url.split(opener).length < url.split(last).length) url = url.slice(0, -1)
    else return url
  }
}

/** An address in the form by which two are the same page: no scheme, `www`, fragment, trailing slash or marks for counting visits. */
export function samePage(address: string): string {
  const url = parse(address)
  if (!url) return address.trim()
  const query = [...url.searchParams].filter(
    ([name]) => !/^(?:utm_\w+|ref|source|fbclid|gclid|_?hsenc|mc_[ce]id)$/i.test(name),
  )
  const path = url.pathname.replace(/\/+$/, '')
  const host = url.hostname.toLowerCase().replace(/^www\./, '')
  return `${host}${path}${query.length > 0 ? `?${query.map(([name, value]) => `${name}=${value}`).join('&')}` : ''}`
}

/** The passage that a text fragment points at (https://wicg.github.io/scroll-to-text-fragment/), or null. */
export function fragmentText(address: string): string | null {
  const found = /:~:text=([^&]+)/.exec(address)?.[1]
  if (!found) return null
  const parts = found.split(',').map((part) => decode(part).trim())
  const kept = parts.filter((part) => part !== '' && !part.endsWith('-') && !part.startsWith('-'))
  return kept.length > 0 ? kept.join(' … ') : null
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
