import { describe, expect, it } from 'vitest'
import { site as siteForm } from '../../schemas/site.ts'
import { atomFeed, jsonFeed } from './feeds.ts'

const site = siteForm.parse({ url: 'https://reports.example' })
const row = (day: string, text: string) => ({
  day,
  ...{
    dayWords: day,
    kind: 'Verdict changed',
    of: 'claim' as const,
    cause: 'A paper was retracted.',
    turn: 'From supported to reported.',
  },
  subject: { text, href: '/claims/c-1/' },
  question: { text: 'Tea', href: '/reports/tea/' },
})
const of = {
  title: 'Tea & sleep',
  path: '/reports/tea/',
  day: '2026-01-02',
  rows: [row('2026-02-03', '<b>Tea</b> ]]> works')],
}

describe('feeds', () => {
  it('tell each change with its day, cause and address', () => {
    const { items, feed_url } = JSON.parse(jsonFeed(of, site))
    expect(feed_url).toBe('https://reports.example/reports/tea/feed.json')
    expect(items).toEqual([
      expect.objectContaining({
        url: 'https://reports.example/claims/c-1/',
        date_modified: '2026-02-03T12:00:00.000Z',
        title: 'Verdict changed: <b>Tea</b> ]]> works',
        content_html: 'From supported to reported. A paper was retracted.',
      }),
    ])
    expect(atomFeed(of, site)).toContain('<updated>2026-02-03T12:00:00.000Z</updated>')
    expect(atomFeed(of, site)).not.toContain('<b>')
  })

  it('are the same bytes until something changes, also without an entry', () => {
    expect(atomFeed(of, site)).toBe(atomFeed(of, site))
    const empty = { ...of, rows: [] }
    expect(atomFeed(empty, site)).toContain('<updated>2026-01-02T12:00:00.000Z</updated>')
    expect(atomFeed(empty, site)).not.toContain('<entry>')
  })

  it('name two changes by two names', () => {
    const { items } = JSON.parse(jsonFeed({ ...of, rows: [row('2026-02-03', 'A'), row('2026-02-03', 'B')] }, site))
    expect(new Set(items.map(({ id }: { id: string }) => id)).size).toBe(2)
  })
})
