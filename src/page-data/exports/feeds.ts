import { Feed } from 'feed'
import { sha256 } from '../../core/hash.ts'
import type { Site } from '../../schemas/site.ts'
import { shown } from '../content/shown.ts'
import { href } from '../links.ts'
import type { ChangeRow } from '../lists/changes.ts'
import { absolute } from '../report/how-to-cite.ts'
import { licenceUrl } from './head.ts'

/** What a feed tells of. */
export interface FeedOf {
  title: string
  /** Path of the page it belongs to, base path included, ending in a slash. */
  path: string
  /** Day of the page, for a feed without entries. */
  day: string
  rows: readonly ChangeRow[]
}

/** Entries that a feed holds at most. */
const most = 100

/** Changes as an Atom feed (RFC 4287). Its days are those of the changes, never those of the build. */
export const atomFeed = (of: FeedOf, site: Site): string => `${feed(of, site, html).atom1()}\n`

/** Changes as a JSON Feed 1.0 (https://www.jsonfeed.org/version/1/). */
export const jsonFeed = (of: FeedOf, site: Site): string => `${feed(of, site, (text) => text).json1()}\n`

/** Titles are HTML in the one and plain text in the other; what is told of a change is HTML in both. */
function feed({ title, path, day, rows }: FeedOf, site: Site, titled: (text: string) => string): Feed {
  const link = absolute(path, site)
  const made = new Feed({
    id: link,
    title: titled(shown(title)),
    description: 'What changed, and why',
    link,
    language: 'en',
    updated: noon(rows[0]?.day ?? day),
    generator: 'Touchstone',
    copyright: licenceUrl(site.licence),
    author: { name: shown(site.owner), link: absolute(href('/'), site) },
    feedLinks: { atom: `${link}feed.xml`, json: `${link}feed.json` },
  })
  for (const row of rows.slice(0, most)) made.addItem(item(row, link, site, titled))
  return made
}

function item(
  { day, kind, cause, turn, subject, question }: ChangeRow,
  link: string,
  site: Site,
  titled: (text: string) => string,
) {
  const told = [day, kind, cause, turn, subject.text, question.text].join('\n')
  const to = subject.href ? absolute(subject.href, site) : link
  return {
    id: `urn:sha256:${sha256(told)}`,
    title: titled(shown(`${kind}: ${subject.text}`)),
    link: to,
    date: noon(day),
    description: html(shown([turn, cause].filter(Boolean).join(' '))),
  }
}

function html(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)
}

/** A day has no hour; noon in Greenwich is the same day nearly everywhere. */
function noon(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}
