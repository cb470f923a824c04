import { describe, expect, it } from 'vitest'
import { type Plant, type Sample, told } from '../../../tests/helpers/planted.ts'

const day = '2026-05-04'
const later = '2027-01-01'

/** An entry of the history before all others. */
function entry({ history }: Sample, change: Partial<(typeof history.changes)[number]>): void {
  history.changes.unshift({ ...history.changes[0]!, ...change })
}

const past = { text: 'So.', verdict: 'reported' as const, confidence: null, sources: [], evidence: [] }
/** A state of a claim as it may once have been, whose hash is another. */
const version = (from: string, until: string) => ({ hash: '0123456789ab', from, until, claim: past })

describe('the rules of counts, identifiers, days and history tell', () => {
  it.each<Plant>([
    ['count-differs', 'a count of the ledger', ({ ledger }) => void (ledger.counts.included!.value += 1)],
    ['count-differs', 'a count of the report', ({ report }) => void (report.counts.identified!.value = 3)],
    ['count-differs', 'what a count counts', ({ ledger }) => void (ledger.counts.included!.states = ['excluded'])],
    ['count-differs', 'a count that is gone', ({ ledger }) => void delete ledger.counts.included],
    ['count-differs', 'a count of nothing', ({ ledger }) => void (ledger.counts.liked = { value: 3, states: [] })],
    ['verdict-count', 'claims by verdict', ({ report }) => void (report.verdicts.supported = 9)],
    [
      'facet-claims',
      'a claim of another facet',
      ({ report, claims }) => void report.facets[1]!.claims.push(claims[3]!.id),
    ],
    ['facet-claims', 'a claim of no facet', ({ report }) => void report.facets.splice(0)],
    ['row-state', 'a paper that states nothing', ({ claims }) => void claims.splice(3, 1)],
    [
      'row-state',
      'an excluded paper that states a claim',
      ({ ledger }) => void (ledger.records[4]!.state = 'excluded'),
    ],
    ['row-state', 'two rows for one work', ({ ledger }) => void (ledger.records[7]!.state = 'included')],
    ['row-state', 'a duplicate of nothing', ({ ledger }) => void ledger.records.shift()],
    ['gate-differs', 'an approval', ({ report }) => void (report.gate.approved = true)],
    ['gate-differs', 'its reasons', ({ report }) => void (report.gate.reasons = ['Everybody likes it.'])],
    ['gate-not-passed', 'a report that is not approved', () => {}],
    [
      'text-number',
      'a number of nobody',
      ({ report }) => void (report.sections[2]!.markdown += ' It was 4,711.5 in all.'),
    ],
    [
      'question-changed',
      'another question',
      ({ content }) => void (content.questions.get('tea')!.question = 'Is tea safe?'),
    ],
    ['question-changed', 'another topic', ({ content }) => void (content.questions.get('tea')!.topic = 'Drinks')],
    ['question-changed', 'another title', ({ content }) => void (content.questions.get('tea')!.title = 'Tea')],
    [
      'report-differs',
      'a word of the text',
      ({ report }) =>
        void (report.sections[2]!.markdown = report.sections[2]!.markdown.replace('Here papers', 'Here most papers')),
    ],
    ['report-differs', 'a sentence of the answer', ({ report }) => void report.answer.pop()],
    ['report-differs', 'an author', ({ report }) => void report.authors.push('A. Nobody')],
    ['report-differs', 'the kinds of texts', ({ report }) => void (report.textKinds.abstract = 6)],
    ['panel-differs', 'the score', ({ report }) => void (report.panel!.score += 1)],
    ['panel-differs', 'the agreement', ({ report }) => void (report.panel!.agreement -= 0.1)],
    [
      'panel-differs',
      'a finding that names nothing',
      ({ report }) => {
        const review = report.panel!.reviews.find(({ findings }) => findings.length > 0)!
        Object.assign(review.findings[0]!, { claims: [], papers: [], counts: [] })
      },
    ],
    ['doi-malformed', 'no DOI', ({ papers }) => void (papers[0]!.csl.DOI = 'tea.1')],
    [
      'doi-malformed',
      'capital letters',
      ({ papers }) => void Object.assign(papers[0]!, { ids: { doi: '10.1234/TEA.1' } }),
    ],
    [
      'doi-malformed',
      'a notice',
      ({ papers }) => void (papers[0]!.standing = { state: 'retracted', checked: day, notice: 'doi 5' }),
    ],
    ['doi-malformed', 'a version', ({ papers }) => void papers[0]!.versions.push({ doi: 'x', relation: 'article-of' })],
    ['doi-malformed', 'a link in the text', ({ report }) => void (report.abstract += ' See https://doi.org/here.')],
    ['doi-differs', 'one that is missing', ({ papers }) => void delete papers[0]!.csl.DOI],
    [
      'doi-differs',
      'another in both places',
      ({ papers }) =>
        void Object.assign(papers[0]!, { ids: { doi: '10.1/x' }, csl: { ...papers[0]!.csl, DOI: '10.1/x' } }),
    ],
    [
      'doi-differs',
      'an address that leads elsewhere',
      ({ papers }) => void (papers[0]!.csl.URL = 'https://doi.org/10.1234%2Ftea.2'),
    ],
    ['doi-shared', 'two papers', ({ papers: [one, two] }) => void Object.assign(two!, { ids: one!.ids })],
    [
      'doi-not-found',
      'a DOI of nobody',
      ({ papers }) => void (papers[0]!.registry = { doi: 'not-found', checked: day }),
    ],
    ['url-unsafe', 'an address that runs', ({ papers }) => void (papers[0]!.csl.URL = 'javascript:alert(1)')],
    ['url-unsafe', 'a copy behind a mark', ({ papers }) => void (papers[0]!.openCopy = 'https://example.org/"onload=')],
    ['url-unsafe', 'where it was read', ({ papers }) => void papers[0]!.readAt.push('ftp://example.org/x')],
    ['hash-missing', 'a hash of zeros', ({ report }) => void (report.inputHash = '0'.repeat(64))],
    ['engine-missing', 'no engine', ({ report }) => void (report.engines = [])],
    ['engine-missing', 'an engine without a version', ({ report }) => void (report.engines[0]!.version = ' ')],
    ['query-missing', 'no query', ({ ledger }) => void (ledger.queries = [])],
    ['query-missing', 'an empty query', ({ ledger }) => void (ledger.queries[0]!.text = ' ')],
    ['date-invalid', 'a report of tomorrow', ({ report }) => void (report.date = later)],
    ['date-invalid', 'a day that no calendar has', ({ report }) => void (report.date = '2026-02-30')],
    ['date-invalid', 'a search on another day', ({ report }) => void (report.searched = '2026-05-03')],
    ['date-invalid', 'a hunt of tomorrow', ({ claims }) => void (claims[0]!.hunt!.day = later)],
    [
      'date-invalid',
      'a notice of tomorrow',
      ({ papers }) => void (papers[0]!.standing = { state: 'corrected', checked: later }),
    ],
    [
      'date-invalid',
      'a registry asked tomorrow',
      ({ papers }) => void (papers[0]!.registry = { doi: 'found', checked: later }),
    ],
    ['date-invalid', 'a standing without a day', ({ papers }) => void (papers[0]!.standing = { state: 'corrected' })],
    ['date-invalid', 'entries out of order', (s) => entry(s, { day: '2026-05-01' })],
    ['date-invalid', 'an entry of tomorrow', (s) => entry(s, { day: later })],
    [
      'date-invalid',
      'versions of times that do not fit',
      ({ history }) => {
        history.versions['c-0123456789abcdef'] = [
          version('2026-05-03', '2026-05-01'),
          version('2026-05-01', '2026-05-02'),
          version('2026-04-01', '2026-05-03'),
        ]
      },
    ],
    [
      'stale-unsaid',
      'a source that was down',
      ({ ledger }) => void Object.assign(ledger.queries[0]!, { status: 'unreachable', since: day }),
    ],
    [
      'stale-unsaid',
      'a source that was down, without a day',
      ({ ledger, report }) => {
        ledger.queries[0]!.status = 'unreachable'
        report.stale = { since: day, sources: ['library'] }
      },
    ],
    [
      'stale-unsaid',
      'a source that was not',
      ({ report }) => void (report.stale = { since: day, sources: ['crossref'] }),
    ],
    [
      'provenance-differs',
      'a row that its paper does not know',
      ({ ledger, papers }) => {
        ledger.seal = 'a'.repeat(64)
        papers[1]!.provenance = []
      },
    ],
    [
      'provenance-differs',
      'a record that no row has',
      ({ papers }) => {
        papers[1]!.seal = 'a'.repeat(64)
        papers[1]!.provenance[0]!.record = 'library:tea.ris#77'
      },
    ],
    [
      'history-differs',
      'a claim that never was',
      (s) => entry(s, { kind: 'claim-added', subject: 'c-0123456789abcdef' }),
    ],
    [
      'history-differs',
      'a finding that never was',
      (s) => entry(s, { kind: 'finding-changed', subject: 'f-0123456789abcdef' }),
    ],
    [
      'history-differs',
      'a paper that never was',
      (s) => entry(s, { kind: 'paper-added', subject: 'doi_10.1__stranger' }),
    ],
    ['history-differs', 'another report', (s) => entry(s, { kind: 'score-changed', subject: 'coffee' })],
    [
      'history-differs',
      'a verdict that is another',
      (s) => entry(s, { kind: 'verdict-changed', subject: s.claims[0]!.id, after: 'disputed' }),
    ],
    [
      'history-differs',
      'words that are others',
      (s) => entry(s, { kind: 'claim-reworded', subject: s.claims[0]!.id, after: 'Tea.' }),
    ],
    [
      'history-differs',
      'a claim that is said to be gone',
      (s) => entry(s, { kind: 'claim-removed', subject: s.claims[0]!.id, after: null }),
    ],
    [
      'history-differs',
      'a finding that is said to be gone',
      (s) => entry(s, { kind: 'finding-removed', subject: s.findings[0]!.id, after: null }),
    ],
    [
      'history-differs',
      'a state of a finding',
      (s) => entry(s, { kind: 'finding-changed', subject: s.findings[0]!.id, after: 'disputed' }),
    ],
    ['history-differs', 'a score', (s) => entry(s, { kind: 'score-changed', after: '9.5 of 10' })],
    ['history-differs', 'an approval', (s) => entry(s, { kind: 'approval-changed', after: 'approved' })],
    ['history-differs', 'a title', ({ history }) => void (history.title = 'Tea')],
    ['history-differs', 'nothing at all', ({ history }) => void (history.changes = [])],
    ['history-differs', 'another day than the report', ({ history }) => void (history.changes[0]!.day = '2026-05-01')],
    [
      'history-differs',
      'no entry for the report',
      ({ history }) => void Object.assign(history.changes[0]!, { kind: 'score-changed' }),
    ],
    [
      'history-differs',
      'a version that was changed',
      ({ history }) => void (history.versions['c-0123456789abcdef'] = [version('2026-05-01', '2026-05-02')]),
    ],
    [
      'standing-untold',
      'a notice that nobody was told',
      (s) => {
        s.papers[1]!.standing = { state: 'corrected', checked: day }
        s.history.basis = { ...s.history.basis!, standings: {} }
      },
    ],
    [
      'file-missing',
      'the history of a sealed report',
      ({ content, report }) => {
        report.seal = 'a'.repeat(64)
        content.changes.delete('tea')
      },
    ],
  ])('%s: %s', (rule, _, change) => {
    const lines = told(rule, change)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines).toMatchSnapshot()
  })

  it.each<Plant>([
    [
      'doi-differs',
      'a DOI that came later',
      ({ papers }) => {
        papers[0]!.aliases.push('doi_10.1__x')
        Object.assign(papers[0]!, { ids: { doi: '10.1/x' }, csl: { ...papers[0]!.csl, DOI: '10.1/x' } })
      },
    ],
    [
      'doi-differs',
      'an address that is its DOI',
      ({ papers }) => void (papers[0]!.csl.URL = 'http://dx.doi.org/10.1234%2FTEA.1'),
    ],
    [
      'doi-malformed',
      'a link to a DOI',
      ({ report }) => void (report.abstract += ' See (https://doi.org/10.1234/tea.1).'),
    ],
    [
      'file-missing',
      'a bundle without history',
      ({ content, report }) => {
        report.seal = 'a'.repeat(64)
        content.changes.delete('tea')
        content.withoutHistory = true
      },
    ],
    [
      'file-missing',
      'a report that was taken down',
      (s) => {
        s.content.reports.clear()
        s.content.claims.clear()
        s.content.ledgers.clear()
        entry(s, { kind: 'report-removed', after: null })
      },
    ],
    [
      'history-differs',
      'findings that went with a report that is back',
      (s) => {
        entry(s, { kind: 'finding-removed', subject: s.findings[0]!.id, after: null })
        entry(s, { kind: 'report-added', subject: 'tea', after: s.report.title })
      },
    ],
    ['date-invalid', 'an imported report', ({ report }) => Object.assign(report, { origin: 'imported', date: later })],
    ['provenance-differs', 'rows and records without a seal', ({ papers }) => void (papers[1]!.provenance = [])],
  ])('nothing of %s: %s', (rule, _, change) => {
    expect(told(rule, change)).toEqual([])
  })
})
