import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { unified } from '@astrojs/markdown-remark'
import { defineConfig } from 'astro/config'
import { openProject } from './scripts/io/project.ts'
import { devFiles } from './scripts/site/dev-files.ts'
import { readSite } from './src/reader/site.ts'
import { fontsHead } from './src/scripts/fonts-head.ts'
import { themeHead } from './src/scripts/theme-head.ts'

const project = openProject()
// The pages read their content themselves, in a bundle that knows no paths: these are told here, once.
process.env.TOUCHSTONE_CONTENT = project.content
process.env.TOUCHSTONE_CACHE = project.cache
process.env.TOUCHSTONE_ROOT = project.root

const site = await readSite(project.content)
const base = process.env.TOUCHSTONE_BASE ?? site.base

export default defineConfig({
  site: site.url,
  base,
  output: 'static',
  outDir: project.dist,
  cacheDir: process.env.TOUCHSTONE_ASTRO_CACHE ?? join(project.root, 'node_modules', '.astro'),
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 1 },
  markdown: { processor: unified({ gfm: true, smartypants: false }), syntaxHighlight: false },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
      scriptDirective: {
        hashes: [themeHead, fontsHead].map((code) => `sha256-${createHash('sha256').update(code).digest('base64')}`),
      },
    },
  },
  vite: { build: { assetsInlineLimit: 0 }, plugins: [devFiles] },
  devToolbar: { enabled: false },
})
