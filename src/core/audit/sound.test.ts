import { describe, expect, it } from 'vitest'
import { type Sample, told } from '../../../tests/helpers/planted.ts'
import { sampleContent } from '../../../tests/helpers/sample-content.ts'
import { auditContent } from './index.ts'
import type { RuleId } from './rules.ts'

const whole = { hash: 'a'.repeat(64), characters: 90_000 }
const day = '2026-05-04'

/** A report as an import leaves it: with the file it came from, without question, ledger and history. */
function broughtIn({ content, report }: Sample): void {
  const imported = { file: 'tea.md', claimedCounts: [], references: [], source: '# Tea' }
  Object.assign(report, { origin: 'imported', imported })
  content.questions.clear()
  content.ledgers.clear()
  content.changes.clear()
}

describe('what breaks no rule', () => {
  it('is the sample, whatever rule looks at it', () => {
    const findings = auditContent(sampleContent(), day)
    expect(findings.map(({ rule }) => rule)).toEqual(['gate-not-passed'])
    const sealed = sampleContent()
    for (const one of [...sealed.papers.values(), ...sealed.ledgers.values(), ...sealed.reports.values()])
      one.seal = 'a'.repeat(64)
    expect(auditContent(sealed, day).map(({ rule }) => rule)).toEqual(['gate-not-passed'])
    expect(auditContent({ ...sampleContent(), problems: findings }, '2026-01-01')[0]).toMatchObject({
      rule: 'date-invalid',
    })
  })

  it.each<[RuleId, string, (sample: Sample) => void]>([
    [
      'row-state',
      'evidence that does not count',
      ({ claims, ledger }) => {
        const [row] = claims[0]!.evidence
        claims[3]!.evidence.push({ ...row!, paper: 'doi_10.1234__tea.9', excluded: 'same-group' })
        claims[3]!.evidence.push({ ...row!, paper: 'doi_10.1234__tea.9', stance: 'neutral' })
        ledger.records.push({
          ...ledger.records[1]!,
          id: 'library:tea.ris#9',
          paper: 'doi_10.1234__tea.9',
          state: 'excluded',
        })
      },
    ],
    ['facet-claims', 'a claim of no facet under another heading', ({ claims }) => void (claims[0]!.facet = null)],
    [
      'facet-claims',
      'a claim under other findings',
      ({ report, claims }) => {
        report.facets[0]!.id = 'other-findings'
        report.facets[0]!.claims.push(claims[3]!.id)
      },
    ],
    [
      'facet-claims',
      'a claim that is not there',
      ({ report }) => void report.facets[0]!.claims.push('c-0123456789abcdef'),
    ],
    ['id-dangling', 'a claim of no facet', ({ claims }) => void (claims[0]!.facet = null)],
    [
      'id-dangling',
      'a facet of a question that is not read',
      ({ content, claims }) => {
        content.questions.clear()
        claims[0]!.facet = 'price'
      },
    ],
    ['text-number', 'a number in a citation', ({ report }) => void (report.abstract += ' So [@alder4711].')],
    [
      'text-number',
      "a number of a paper's title",
      ({ report, papers }) => {
        papers[0]!.csl.title = 'The 4711 trial'
        report.sections[2]!.markdown += ' So says 4711.'
      },
    ],
    [
      'text-number',
      'a number of a quote and one of the ledger',
      ({ report, ledger, claims }) => {
        claims[0]!.sources[0]!.quote = 'It was 17.25 of all.'
        ledger.queries[0]!.hits = 90_210
        ledger.queries[0]!.fetched = 90_000
        report.sections[2]!.markdown += ' It was 17·25 of 90,210 and of 90,000, which leaves 210.'
      },
    ],
    [
      'claim-off-question',
      'a claim of an excerpt',
      ({ claims, papers }) => {
        claims[5]!.facet = 'quality'
        papers[6]!.text!.excerptOf = whole
      },
    ],
    ['claim-off-question', 'no facet, of a paper that was kept', ({ claims }) => void (claims[3]!.facet = null)],
    [
      'claim-off-question',
      'a facet of which the text before speaks',
      ({ claims, papers }) => {
        // The claim's own words and title know nothing of it.
        claims[6]!.facet = 'latency'
        papers[0]!.csl.title = 'T'
      },
    ],
    [
      'quantity-mismatch',
      'numbers of other parts of the quote',
      ({ claims }) => void (claims[3]!.quantities[0]!.value = 14),
    ],
    [
      'exclusion-wrong',
      'evidence of a paper that is not here',
      ({ claims, content, papers }) => {
        claims[0]!.evidence.push(
          { ...claims[0]!.evidence[0]!, paper: 'doi_10.1__gone' },
          { ...claims[0]!.evidence[0]!, ...claims[0]!.sources[0]! },
        )
        expect(content.papers.has(papers[0]!.id)).toBe(true)
      },
    ],
    [
      'retracted-unsaid',
      'one retracted source of two',
      ({ claims, papers }) => {
        claims[0]!.sources.push(claims[1]!.sources[0]!)
        papers[1]!.standing = { state: 'retracted', checked: day }
        claims[1]!.confidenceNote = 'retracted'
      },
    ],
    [
      'text-clipped',
      'a heading and a citation before the mark',
      ({ report }) => {
        report.sections[2]!.markdown += '\n\n### Of the\n\nIt rose [@alder2015].\n\nIt fell. [@birch2016]'
      },
    ],
    [
      'url-unsafe',
      'plain addresses',
      ({ papers }) => {
        papers[0]!.openCopy = 'https://example.org/a?b=c#d'
        papers[0]!.readAt.push('HTTP://example.org')
      },
    ],
    [
      'doi-differs',
      'an address that is no escaped one',
      ({ papers }) => void (papers[0]!.csl.URL = 'https://doi.org/%E0%A4%A'),
    ],
    [
      'history-differs',
      'what went before',
      ({ history, papers, findings }) => {
        const [first] = history.changes
        history.changes.unshift(
          { ...first!, kind: 'paper-added', subject: papers[0]!.id },
          { ...first!, kind: 'paper-removed', subject: 'doi_10.1__gone' },
          { ...first!, kind: 'finding-removed', subject: 'f-0123456789abcdef', after: null },
          { ...first!, kind: 'finding-changed', subject: 'f-0123456789abcdef', after: 'disputed' },
          { ...first!, kind: 'finding-added', subject: findings[0]!.id, after: 'x' },
        )
        Object.assign(history.papers, { 'doi_10.1__gone': { title: 'Gone' } })
        history.title = undefined
      },
    ],
    [
      'provenance-differs',
      'a question of which nothing was read',
      ({ content, papers }) => {
        papers[0]!.seal = 'a'.repeat(64)
        content.ledgers.clear()
        content.partial = true
      },
    ],
  ])('%s: %s', (rule, _, change) => {
    expect(told(rule, change)).toEqual([])
  })
})

describe('a report that was brought in', () => {
  it('breaks no rule of what Touchstone makes itself', () => {
    const rules: RuleId[] = ['origin-unfounded', 'file-missing', 'date-invalid', 'hash-missing', 'engine-missing']
    const others: RuleId[] = ['count-differs', 'row-state', 'report-differs', 'reference-uncited', 'query-missing']
    for (const rule of [...rules, ...others])
      expect(
        told(rule, (sample) => {
          broughtIn(sample)
          Object.assign(sample.report, {
            date: '2030-01-01',
            inputHash: '0'.repeat(64),
            engines: [],
            abstract: 'Cut of',
          })
        }),
        rule,
      ).toEqual([])
  })

  it.each<[RuleId, (sample: Sample) => void]>([
    ['text-clipped', ({ claims }) => void (claims[0]!.text = 'Evening green tea increased the')],
    ['claim-off-question', ({ claims }) => void (claims[5]!.facet = 'quality')],
    ['claim-repeated', ({ claims }) => void claims.push({ ...claims[3]!, id: 'c-0123456789abcdef' })],
    ['text-clipped', ({ report }) => void (report.abstract = 'It rose because')],
    [
      'long-quotation',
      ({ papers, report }) => {
        const words = Array.from({ length: 90 }, (_, at) => `word${at}`).join(' ')
        papers[2]!.text!.sections.push({ name: 'more', text: words })
        report.abstract += ` ${words}.`
      },
    ],
  ])('is not held to %s', (rule, change) => {
    expect(
      told(rule, (sample) => {
        change(sample)
        Object.assign(sample.report, { origin: 'imported' })
      }),
    ).toEqual([])
  })

  it('is warned of quotes and references, and told of wrong verdicts as any other', () => {
    const severities = (rule: RuleId, change: (sample: Sample) => void) =>
      told(rule, (sample) => {
        broughtIn(sample)
        change(sample)
      }).map((line) => line.split(' ')[0])
    expect(severities('quote-mismatch', ({ claims }) => void (claims[0]!.sources[0]!.quote = 'x'))).toEqual(['warning'])
    expect(severities('reference-key', ({ report }) => void (report.abstract += ' So [@nobody].'))).toEqual(['warning'])
    expect(severities('verdict-count', ({ report }) => void (report.verdicts.supported = 9))).toEqual(['warning'])
    expect(severities('verdict-unfounded', ({ claims }) => void (claims[3]!.verdict = 'supported'))).toEqual(['error'])
    expect(severities('claim-repeated', ({ claims }) => void claims.push(claims[3]!))).toEqual([])
  })

  it('has no question of its own', () => {
    const lines = told('origin-unfounded', (sample) => {
      const { content } = sample
      const question = content.questions.get('tea')!
      broughtIn(sample)
      content.questions.set('tea', question)
    })
    expect(lines).toEqual([
      'error reports/tea.json origin: is "imported", but there is a question file of this name: restore it',
    ])
    expect(
      told('origin-unfounded', (sample) => {
        broughtIn(sample)
        sample.report.origin = 'generated'
      }),
    ).toEqual(['error reports/tea.json origin: is "generated", but it carries a file that was brought in: restore it'])
  })
})
