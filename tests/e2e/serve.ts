import { readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { BuiltSite } from './built-sites.ts'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
}

/**
 * Serves a built site under its base path, as static hosts do: a folder gives its index, what is missing the page 404.
 * With `compressed`, what is text goes out in gzip.
 */
export async function serve(
  { dist, base }: Pick<BuiltSite, 'dist' | 'base'>,
  { compressed = false } = {},
): Promise<{ origin: string; stop: () => void }> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const inside = path.startsWith(base) ? normalize(path.slice(base.length)) : null
    const file = inside === null ? null : await fileAt(join(dist, inside))
    const body = await readFile(file ?? join(dist, '404.html'))
    const type = types[extname(file ?? '.html')] ?? 'application/octet-stream'
    const zip = compressed && /text|javascript|json|xml/.test(type)
    response.writeHead(file ? 200 : 404, {
      'content-type': type,
      ...(zip ? { 'content-encoding': 'gzip' } : {}),
      ...(type === 'font/woff2' ? { 'cache-control': 'max-age=3600' } : {}),
    })
    response.end(zip ? gzipSync(body) : body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() }
}

async function fileAt(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  if (!found) return null
  return found.isDirectory() ? fileAt(join(path, 'index.html')) : path
}
