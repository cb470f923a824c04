import type { Service } from '../reply.ts'

/** The registry of DOIs as its documents say. */
export const doi: Service = {
  behaviours: [
    {
      does: 'redirects to whoever registered the DOI, and answers with a page and 404 where nobody did',
      document: 'https://citation.crosscite.org/docs.html',
    },
  ],
  answer({ path, all }) {
    const work = all.find((one) => path === `/${one.doi}`)
    return work
      ? {
          status: 302,
          headers: { location: `https://api.crossref.org/v1/works/${encodeURIComponent(work.doi)}/transform` },
          body: '',
        }
      : {
          status: 404,
          type: 'text/html',
          body: '<!DOCTYPE html><html><head><title>Error: DOI Not Found</title></head></html>',
        }
  },
}
