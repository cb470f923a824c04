import sharp from 'sharp'
import type { Verdict } from '../../schemas/claim.ts'
import type { Report } from '../../schemas/report.ts'
import type { Site } from '../../schemas/site.ts'
import { shortened, shown } from '../content/shown.ts'
import type { Tally } from '../finding/tally.ts'
import { literal, words } from '../pdf/markup.ts'
import { type Place, renderSvg } from '../pdf/render.ts'
import { verdictWords } from '../words.ts'

// One image after another, none of them twice: threads and a cache would only take memory.
sharp.concurrency(1)
sharp.cache(false)

const inks: Readonly<Record<Verdict, string>> = {
  supported: '#2f7d4f',
  disputed: '#a15c00',
  contradicted: '#a8323e',
  reported: '#6b7280',
  unverified: '#c3c7ce',
}

/** The image that is shown where a report is shared, 1200 × 630 pixels: title, findings by verdict as a bar and in words. */
export function shareImage(report: Report, { verdicts }: Tally, site: Site, place: Place): Promise<Uint8Array> {
  const counted = Object.entries(verdicts).filter(([, n]) => n > 0) as [Verdict, number][]
  const bar = counted.map(([verdict, n]) => `box(width: ${n}fr, height: 26pt, fill: rgb(${literal(inks[verdict])}))`)
  const said = counted.map(([verdict, n]) => `${n} ${verdictWords[verdict].counted}`).join('   ')
  const columns = counted.map(([, n]) => `${n}fr`).join(', ')
  const drawn = counted.length
    ? `#grid(columns: (${columns},), column-gutter: 3pt, ${bar.map((one) => one.replace(/width: \d+fr, /, 'width: 100%, ')).join(', ')})`
    : ''
  return image(shown(report.title), drawn, said ? `Findings: ${said}` : 'No findings', site, place)
}

/** The image of the site itself. */
export function siteImage(site: Site, place: Place): Promise<Uint8Array> {
  return image(shown(site.title), '', shown(site.tagline), site, place)
}

async function image(title: string, drawn: string, said: string, site: Site, place: Place): Promise<Uint8Array> {
  const fonts = '("Source Serif 4 Variable", "Source Serif 4", "Noto Sans SC")'
  const small = '("Inter Variable", "Inter", "Noto Sans SC")'
  const document = `#set page(width: 600pt, height: 315pt, margin: 40pt, fill: rgb("#fbfaf7"))
#text(font: ${small}, size: 13pt, fill: rgb("#5b6068"))[${words(shown(site.title))}]
#v(8pt)
#block(height: 128pt)[#set par(leading: 0.5em)
#text(font: ${fonts}, weight: 600, size: ${title.length > 90 ? 24 : 31}pt, fill: rgb("#1c1e21"))[${words(shortened(title, 150))}]]
#v(1fr)
${drawn}
#v(2pt)
#text(font: ${small}, size: 14pt, fill: rgb("#3a3f45"))[${words(said)}]`
  const svg = await renderSvg(document, place)
  const sized = svg.replace(/width="[^"]*" height="[^"]*"/, 'width="1200" height="630"')
  return sharp(Buffer.from(sized)).removeAlpha().png({ compressionLevel: 6 }).toBuffer()
}
