/** Pages from first and last, as they are printed. What stands for "none given" is none. */
export function pagesOf(first: string, last: string): string {
  const [from, to] = [page(first), page(last)]
  if (from === '') return to
  return to === '' || to === from || /[-–—‐]/.test(from) ? from : `${from}-${to}`
}

function page(text: string): string {
  const plain = text
    .trim()
    .replace(/\s*[-–—‐]+\s*/g, '-')
    .replace(/^(?:pp?|pages?)\.?\s*(?=\d)/i, '')
    .replace(/^(?:pii|article(?: (?:no|id|number))?|art(?:\. ?no)?)\s*[.:]?\s*(?=[a-z]*\d)/i, '')
    .replace(/[.;,]?\s*doi:?\s*10\.\S+$/i, '')
    .replace(/^-+|-+$/g, '')
  return /^(?:no|n\/a-n\/a|specified|not specified|no pagination|no page|n\/?a|nan|none|null|undefined|\(no pagination\)|no-specified)$/i.test(
    plain,
  )
    ? ''
    : plain
}

const preprintServers =
  /^(?:arxiv|corr\b|biorxiv|medrxiv|chemrxiv|ssrn|research square|preprints(?:\.org)?|osf preprints|psyarxiv|techrxiv|authorea|peerj preprints|eartharxiv|engrxiv|socarxiv)/i

/** `preprint` where a container is a preprint server, else empty. */
export function preprintGenre(container: string): string {
  return preprintServers.test(container.trim()) ? 'preprint' : ''
}
