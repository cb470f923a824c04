import { join } from 'node:path'
import { type Site, site } from '../schemas/site.ts'
import { atHome, publishedAt } from './published-at.ts'
import { textOf } from './text.ts'
import { readForm } from './yaml-form.ts'

/**
 * The settings of `site.yaml` in a content folder; the defaults where there is no such file. What they leave out
 * of title, owner and address is taken from what the environment says of where the site is published.
 * @throws TouchstoneError `site-invalid` naming file, line, field, expected, received
 */
export async function readSite(dir: string): Promise<Site> {
  const path = join(dir, 'site.yaml')
  const next = 'Correct the field; public/schemas/site.json describes the form.'
  const said = readForm(site, textOf(path) ?? '', { file: path, firstLine: 1, code: 'site-invalid', next })
  return atHome(said, publishedAt())
}
