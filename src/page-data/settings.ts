import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { TouchstoneError } from '../core/errors.ts'
import { readSite } from '../reader/site.ts'
import type { Site } from '../schemas/site.ts'
import { addLocale, addStyle, hasLocale, hasStyle, styleNames } from './citations/engine.ts'
import { contentFolder } from './content/noted.ts'

let known: Promise<Site> | undefined

/** The settings of the site, read once a build. */
export function settings(): Promise<Site> {
  known ??= readSettings()
  return known
}

async function readSettings(): Promise<Site> {
  const site = await readSite(contentFolder())
  const { style, locale } = site
  if (!hasStyle(style)) {
    const { text, where } = await brought(
      `${style}.csl`,
      'style',
      `Styles that need no file: ${styleNames().join(', ')}.`,
    )
    addStyle(style, text, where)
  }
  if (!hasLocale(locale)) {
    const { text, where } = await brought(
      `locales-${locale}.xml`,
      'locale',
      'Languages that need no file: en-US, de-DE, fr-FR, es-ES, nl-NL.',
    )
    addLocale(locale, text, where)
  }
  return site
}

/** A style or a language that the settings name, from `content/styles`. */
async function brought(name: string, field: string, next: string): Promise<{ text: string; where: string }> {
  const where = join('styles', name)
  const text = await readFile(join(contentFolder(), where), 'utf8').catch(() => null)
  if (text !== null) return { text, where }
  throw new TouchstoneError('site-invalid', `there is no file ${where} in content`, {
    where: `site.yaml ${field}`,
    next,
  })
}
