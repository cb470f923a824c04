import { twinOf } from './markdown/twin.ts'

/** What a development server is asked to run, as far as it matters here (https://vite.dev/guide/api-plugin#configureserver). */
interface Server {
  middlewares: { use(handle: (request: Asked, response: Answer, next: (error?: unknown) => void) => void): void }
}

interface Asked {
  url?: string
  headers: { host?: string }
}

interface Answer {
  setHeader(name: string, value: string): void
  end(text: string): void
}

const generated = /^[^?]*\.(?:md|json|xml|txt|csv|bib|ris|cff|pdf|png|html)$/
/** Files of the development server itself and those it serves as they are. */
const own = /\/(?:src|content|node_modules|schemas|pagefind)\/|\/@/

/**
 * Serves the files that pages are made into in development too: with `trailingSlash: 'always'` Astro answers a generated
 * file only where a slash follows its name, though a built site has it without.
 */
export const devFiles = {
  name: 'touchstone-dev-files',
  apply: 'serve' as const,
  configureServer({ middlewares }: Server): void {
    middlewares.use((request, response, next) => {
      const page = /^([^?]*\/)[\w-]+\.md$/.exec(request.url ?? '')?.[1]
      if (page !== undefined && !own.test(page)) {
        markdownOf(`http://${request.headers.host}${page}`).then((text) => {
          if (text === null) return next()
          response.setHeader('content-type', 'text/markdown; charset=utf-8')
          return response.end(text)
        }, next)
        return
      }
      if (request.url && generated.test(request.url) && !own.test(request.url)) request.url += '/'
      next()
    })
  },
}

/** The Markdown of a page that the server itself serves, as the build writes it beside the page. */
async function markdownOf(address: string): Promise<string | null> {
  const answer = await fetch(address)
  return answer.ok ? (twinOf(await answer.text())?.text ?? null) : null
}
