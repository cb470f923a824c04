import type { Root } from 'mdast'
import { remark } from 'remark'
import remarkGfm from 'remark-gfm'
import { describe, expect, it } from 'vitest'
import { site as siteForm } from '../../../schemas/site.ts'
import type { PaperEntry } from '../../content/entries.ts'
import { pagesOf } from '../../content/pages-of.ts'
import type { Listed, SiteIndex } from '../../content/site-index.ts'
import { type ChangeRow, changesPage } from '../../lists/changes.ts'
import { papersPage, referencesPage } from '../../lists/papers.ts'
import type { QuestionRow } from '../../lists/question-list.ts'
import { viewLinks } from '../../lists/question-views.ts'
import { questionsPage } from '../../lists/questions.ts'
import { topicPage } from '../../lists/topics.ts'
import { methodsPage } from '../../methods/page.ts'
import { claimMoved } from '../../past/moved.ts'
import { notFoundPage } from '../../past/not-found.ts'
import { changesMarkdown, papersMarkdown, questionsMarkdown, referencesMarkdown, topicMarkdown } from './lists.ts'
import { methodsMarkdown } from './methods.ts'
import { movedMarkdown } from './past.ts'
import { notFoundMarkdown } from './site.ts'

const origin = 'https://reports.example'
const hostile = '# <img src=x onerror=run()> ![x](y) [a](javascript:run) *b* | c'
const reader = remark().use(remarkGfm)
const index = {
  claims: new Map([['c-1', { text: hostile }]]),
  claimsOfPaper: new Map([['p', ['c-1', 'c-2']]]),
  reports: new Map(),
  histories: new Map([['old', { title: 'An old question' }]]),
} as unknown as SiteIndex

const paper = (title: string, standing: PaperEntry['standing'] = 'current'): Listed<PaperEntry> => ({
  ...{ id: 'p', title, authors: 'الأحمد', year: null, venue: '', doi: '10.5555/a(b)', standing },
  ...{ kind: null, aliases: [] },
})

function kindsIn(text: string): Set<string> {
  return new Set(
    (JSON.stringify(reader.parse(text) as Root).match(/"type":"\w+"/g) ?? []).map((kind) => kind.slice(8, -1)),
  )
}

describe('the Markdown of a list', () => {
  it('prints titles of others as text, strikes what is retracted, and leads on', () => {
    const papers = [paper(hostile), paper('تأثير تافينوكوين', 'retracted'), paper('Untitled record')]
    const pages = pagesOf(papers, 2, (number) => `/papers/${number === 1 ? '' : `page/${number}/`}`)
    const text = papersMarkdown(papersPage(pages[0]!, index), origin)
    expect(kindsIn(text)).not.toContain('html')
    expect(kindsIn(text)).not.toContain('image')
    expect(text).toContain('~~[تأثير تافينوكوين](https://reports.example/papers/p/)~~')
    expect(text).toContain('الأحمد, no year · [10.5555/a(b)](https://doi.org/10.5555/a%28b%29)')
    expect(text).toContain('2 claims · **Retracted**')
    expect(text).toContain('Page 1 of 2 · [Next](https://reports.example/papers/page/2/)')
    expect(papersMarkdown(papersPage(pages[1]!, index), origin)).toMatch(/^# Papers, page 2\n/)
  })

  it('says so where there is nothing', () => {
    const [page] = pagesOf<Listed<PaperEntry>>([], 2, () => '/references/')
    const text = referencesMarkdown(referencesPage({ order: 'year', page: page!, papers: 0 }, index), origin)
    expect(text).toContain('[BibTeX](https://reports.example/references.bib)')
    expect(text).toContain('**[Newest first](https://reports.example/references/)**')
    expect(text).toContain('There are no papers yet.')
    const [none] = pagesOf<QuestionRow>([], 2, () => '/')
    const site = siteForm.parse({ url: origin, tagline: 'What is *known*?' })
    const home = questionsMarkdown(questionsPage(none!, [], site), viewLinks(), origin)
    expect(home).toMatch(/^# What is \\\*known\\\*\?\n\nEach answer/)
    expect(home).toContain('`npm run new`')
    expect(home).not.toContain('Settled')
  })

  it('tells each change with its subject and question', () => {
    const change: ChangeRow = {
      ...{
        day: '2026-01-15',
        dayWords: '15 January 2026',
        kind: 'Verdict changed',
        turn: 'From supported to disputed.',
      },
      ...{ cause: 'A paper was found.', subject: { text: hostile, href: '/claims/c-1/' } },
      question: { text: 'Q', href: '/reports/q/' },
    }
    const [page] = pagesOf([change], 200, () => '/changes/')
    const text = changesMarkdown(changesPage(page!), origin)
    expect(text).toContain('- 15 January 2026 · **Verdict changed** · [Q](https://reports.example/reports/q/)\n  - [')
    expect(text).toContain('\n  - From supported to disputed. A paper was found.\n')
    expect(kindsIn(text)).not.toContain('html')
  })

  it('leads from a topic that is gone to the questions that it had', () => {
    const page = topicPage({ name: 'Phrenology', path: '/topics/phrenology/', page: null, moved: ['old'] }, index)
    expect(topicMarkdown(page, origin)).toBe(
      '# Phrenology\n\n[Topics](https://reports.example/topics/)\n\nNo question is listed under this topic now. These were:\n\n- [An old question](https://reports.example/reports/old/)\n',
    )
  })
})

describe('the Markdown of a single page', () => {
  it('explains the methods in the sections of the page, with tables where the page has them', () => {
    const page = methodsPage(siteForm.parse({ url: origin, licence: 'CC-BY-4.0' }))
    const text = methodsMarkdown(page, '/methods/', origin)
    const sections = Object.values(page).filter((one): one is { heading: string } => typeof one === 'object')
    expect(text.match(/^## .*/gm)).toEqual(sections.map(({ heading }) => `## ${heading}`))
    expect(text).toContain('1. **Search.** Databases')
    expect(text).toContain(
      '| Verdict | When | Its percentage is the probability |\n| --- | --- | --- |\n| **Supported** |',
    )
    expect(text).toMatch(/\| Planted error \| Planted \| Caught \| Rate \|/)
  })

  it('sends the reader on from an address that leads elsewhere', () => {
    const text = movedMarkdown(claimMoved('c-1', 'abc', index), origin)
    expect(text).toMatch(/^# \\# \\<img/)
    expect(text).toContain('[Go there.](https://reports.example/claims/c-1/)')
  })

  it('says where everything is when there is no page', () => {
    expect(notFoundMarkdown(notFoundPage, origin)).toContain('[changes](https://reports.example/changes/)')
  })
})
