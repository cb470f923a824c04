/** What a development server is asked to run, as far as it matters here (https://vite.dev/guide/api-plugin#configureserver). */
interface Server {
  middlewares: { use(handle: (request: { url?: string }, response: unknown, next: () => void) => void): void }
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
    middlewares.use((request, _response, next) => {
      if (request.url && generated.test(request.url) && !own.test(request.url)) request.url += '/'
      next()
    })
  },
}
