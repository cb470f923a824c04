import { makePdf } from '../pdf.ts'
import { json, type Service } from '../reply.ts'

const product = 'https://unpaywall.org/products/api'

/** Unpaywall as its documents say. */
export const unpaywall: Service = {
  behaviours: [
    { does: 'answers with 422 to whoever gives an address of example.com', document: product },
    { does: 'gives the best open copy of a DOI, and 404 for a DOI that it does not know', document: product },
  ],
  answer({ path, query, all, origin, copy: elsewhere }) {
    const copy = /^\/copy\/(\d+)$/.exec(path)?.[1]
    if (copy !== undefined) return { type: 'application/pdf', body: makePdf(pdfPages(Number(copy))) }
    if (/@example\.com$/.test(query.get('email') ?? ''))
      return json(
        { HTTP_status_code: 422, error: true, message: 'Please use your own email address in API calls.' },
        422,
      )
    const work = all.find((one) => path === `/v2/${one.doi}`)
    if (!work) return json({ HTTP_status_code: 404, error: true, message: `'${path.slice(4)}' is an invalid doi` }, 404)
    const address = elsewhere ?? `${origin}/copy/${work.n}`
    const best = work.n % 4 === 1 ? { url: address, url_for_pdf: address } : null
    return json({
      doi: work.doi,
      title: work.title,
      year: work.year,
      is_oa: best !== null,
      best_oa_location: best,
      oa_locations: best ? [best] : [],
    })
  },
}

function pdfPages(n: number): string[][] {
  return [
    ['A made-up study of touched surfaces', 'Introduction', 'Germs stay on han-', 'dles for days.'],
    [
      'Results',
      `Copper call buttons reduced the bacterial load by ${12 + (n % 20)}%`,
      'compared with steel (p < 0.001).',
      'References',
      '1. Nobody. Nothing. 1999.',
    ],
  ]
}
