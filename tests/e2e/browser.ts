import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { openProject } from '../../scripts/io/project.ts'

const systemBrowsers = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * A headless browser: the one TOUCHSTONE_CHROME names, the packaged one (glibc Linux on x64), or a Chrome of the system.
 * Null where there is none; `reason` then says what was tried.
 */
export async function openBrowser(): Promise<{ browser: Browser } | { browser: null; reason: string }> {
  const { chromium } = await import('playwright-core')
  const tried: string[] = []
  for (const candidate of candidates()) {
    try {
      const { executablePath, env } = await candidate()
      if (!existsSync(executablePath)) continue
      const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--hide-scrollbars']
      const browser = await chromium.launch({
        executablePath,
        headless: true,
        args,
        env: { ...process.env, ...env } as Record<string, string>,
      })
      return { browser }
    } catch (error) {
      tried.push(String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? '')
    }
  }
  return { browser: null, reason: `no browser could be started (${tried.join('; ') || 'none was found'})` }
}

type Candidate = () => Promise<{ executablePath: string; env: Record<string, string> }>

function candidates(): Candidate[] {
  const chosen = process.env.TOUCHSTONE_CHROME
  const system = systemBrowsers.map(
    (executablePath): Candidate =>
      async () => ({ executablePath, env: {} }),
  )
  if (chosen) return [async () => ({ executablePath: chosen, env: {} })]
  return process.platform === 'linux' && process.arch === 'x64' ? [packaged, ...system] : system
}

/** Unpacks the packaged browser once, with the libraries that a lean host lacks. */
const packaged: Candidate = async () => {
  const folder = join(openProject().cache, 'browser')
  if (!existsSync(join(folder, 'chromium'))) await unpack(folder)
  const libraries = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  }
}

async function unpack(folder: string): Promise<void> {
  const { inflate } = await import('@sparticuz/chromium')
  const archives = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin')
  const fresh = `${folder}.${randomBytes(4).toString('hex')}`
  await mkdir(fresh, { recursive: true })
  const before = process.env.TMPDIR
  process.env.TMPDIR = fresh
  try {
    for (const name of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) await inflate(join(archives, name))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
  await writeFile(join(fresh, 'fonts.conf'), fontSettings(folder))
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }))
}

/** The packaged settings look for fonts in fixed places of another system; without any font the browser ends. */
function fontSettings(folder: string): string {
  const folders = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts']
  const dirs = folders.map((dir) => `<dir>${dir}</dir>`).join('')
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}<cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>\n`
}
