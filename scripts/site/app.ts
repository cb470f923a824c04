import type { AstroIntegration } from 'astro'

/** What we use of the program that Astro makes of the pages (astro/dist/core/build/app.js). */
export interface PagesApp {
  manifest: { base: string; trailingSlash: string }
  routeCache: { get(route: PageRoute): { staticPaths?: { keyed: Map<string, StaticPath> } } | undefined }
  setInternals(internals: unknown): void
  setOptions(options: unknown): void
  getSettings(): { scripts: { stage: string; content: string }[] }
  getComponentByRoute(route: PageRoute): Promise<{ GET?: (context: object) => Promise<Response> | Response }>
  render(request: Request, options: { routeData: PageRoute }): Promise<Response>
}

export interface PageRoute {
  route: string
  component: string
  type: string
}

interface StaticPath {
  params: Record<string, unknown>
  props?: Record<string, unknown>
}

/** One file that a route makes. */
export interface PagePath {
  pathname: string
  route: PageRoute
}

/** What of Astro's own notes a page needs: the styles of each route, by Astro's key. */
export interface PageStyles {
  pages: [string, { styles: unknown[] }][]
  scripts: { stage: string; content: string }[]
}

/** Astro's notes with only that in them, for pages that are made again without Astro's build. */
export function giveStyles(app: PagesApp, { pages, scripts }: PageStyles): void {
  app.setInternals({ pagesByKeys: new Map(pages), entrySpecifierToBundleMap: new Map() })
  const destination = { write: () => true }
  app.setOptions({ settings: { scripts }, logger: { options: { destination, level: 'warn' } } })
}

/**
 * Hands the pages' program to `render` where Astro would render them one by one: that is done by us, so that only changed
 * pages are rendered and files are written without a detour through threads. Astro renders none.
 */
export function takePages(
  folderOf: (config: { outDir: URL }) => string,
  entryOf: (folder: string) => Promise<{ app: PagesApp }>,
  render: (app: PagesApp, folder: string, styles: PageStyles) => Promise<void>,
): AstroIntegration {
  let folder = ''
  return {
    name: 'touchstone-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = folderOf(config)
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard) => ({
          ...standard,
          name: 'touchstone-pages',
          async setup() {
            const { app } = await entryOf(folder)
            const internals = seen(app)
            await standard.setup?.()
            const { pagesByKeys } = internals() as { pagesByKeys: Map<string, { styles: unknown[] }> }
            const pages = [...pagesByKeys].map(([key, { styles }]): PageStyles['pages'][number] => [key, { styles }])
            await render(app, folder, { pages, scripts: app.getSettings().scripts })
          },
          getStaticPaths: async () => [],
        }))
      },
    },
  }
}

/** Listens to what Astro tells its program of the build. */
function seen(app: PagesApp): () => unknown {
  let told: unknown
  const tell = app.setInternals.bind(app)
  app.setInternals = (internals) => {
    told = internals
    tell(internals)
  }
  return () => told
}
