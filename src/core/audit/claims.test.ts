import { describe, expect, it } from 'vitest'
import { type Plant, type Sample, told } from '../../../tests/helpers/planted.ts'
import type { Evidence } from '../../schemas/claim.ts'

const retracted = { state: 'retracted' as const, checked: '2026-05-01' }
/** What a text whose passages are kept says of the whole. */
const whole = { hash: 'a'.repeat(64), characters: 90_000 }
/** Two hundred words that no abstract of the sample holds. */
const long = Array.from({ length: 200 }, (_, at) => `word${at}`).join(' ')

/** The claim at a place, its first source and the first row of its evidence. */
function parts({ claims }: Sample, at = 0) {
  const claim = claims[at]!
  return { claim, source: claim.sources[0]!, row: claim.evidence[0]!, quantity: claim.quantities[0]! }
}

describe('the rules of claims, quotes and verdicts tell', () => {
  it.each<Plant>([
    ['quote-no-text', 'a paper that is gone', ({ content, papers }) => void content.papers.delete(papers[4]!.id)],
    ['quote-no-text', 'a paper without a text', ({ papers }) => void (papers[4]!.text = null)],
    ['quote-no-text', 'a section of another name', (s) => void (parts(s).source.section = 'results')],
    ['quote-mismatch', 'offsets that moved', (s) => void (parts(s).source.start += 1)],
    ['quote-mismatch', 'offsets that are turned', (s) => Object.assign(parts(s).source, { start: 120, end: 100 })],
    ['quote-mismatch', 'a word of the evidence', (s) => void (parts(s).row.quote = 'Green tea shortens sleep.')],
    [
      'quote-mismatch',
      'what says likewise',
      (s) => void parts(s).claim.likewise.push({ ...parts(s).row, quote: 'x', score: 0.4, reasons: [] }),
    ],
    [
      'quote-cut',
      'a quote that begins inside a word',
      (s) =>
        Object.assign(parts(s).source, { start: parts(s).source.start + 2, quote: parts(s).source.quote.slice(2) }),
    ],
    [
      'quote-cut',
      'a quote that ends inside a word',
      (s) =>
        Object.assign(parts(s).source, { end: parts(s).source.end - 3, quote: parts(s).source.quote.slice(0, -3) }),
    ],
    ['quantity-mismatch', 'a number elsewhere', (s) => void (parts(s).quantity.start += 1)],
    ['quantity-mismatch', 'a number that is not there', (s) => void (parts(s).quantity.value = 31)],
    ['quantity-mismatch', 'ends of an interval', (s) => Object.assign(parts(s).quantity, { low: 5, high: 17 })],
    [
      'reference-key',
      'a key of nobody',
      ({ report }) => void (report.sections[2]!.markdown += ' So it is [@nobody2020].'),
    ],
    [
      'reference-key',
      'a key in a cluster',
      ({ report }) => void (report.abstract += ' So [see @alder2015; @nobody2020].'),
    ],
    [
      'reference-uncited',
      'a reference that nothing cites',
      ({ content, report, papers }) => {
        const id = 'doi_10.1234__tea.99'
        content.papers.set(id, { ...papers[0]!, id, csl: { ...papers[0]!.csl, id } })
        report.references.push({ ...report.references[0]!, paper: id, key: 'oak2001' })
      },
    ],
    ['included-unlisted', 'a source without a reference', ({ report }) => void report.references.splice(3, 1)],
    [
      'text-clipped',
      'an abstract without an end',
      ({ report }) => void (report.abstract = report.abstract.slice(0, 90)),
    ],
    ['text-clipped', 'an ellipsis', ({ report }) => void (report.limitations[0]!.text += '..')],
    [
      'text-clipped',
      'a list item',
      ({ report }) => void (report.sections[2]!.markdown += '\n- It rose because of the'),
    ],
    ['text-clipped', 'a title', ({ report }) => void (report.title = 'Does green tea change…')],
    ['text-clipped', 'a question', ({ report }) => void (report.question = 'Does green tea change the')],
    ['text-clipped', 'a claim', (s) => void (parts(s).claim.text = 'Evening green tea increased sleep latency by 12')],
    [
      'text-clipped',
      'a quote that ends before its sentence',
      (s) => {
        const { claim, source } = parts(s)
        const quote = source.quote.replace(' compared with water.', '')
        Object.assign(source, { quote, end: source.start + quote.length })
        claim.text = quote
      },
    ],
    ['retracted-support', 'evidence that is retracted', ({ papers }) => void (papers[1]!.standing = retracted)],
    ['retracted-unsaid', 'a source that is retracted', ({ papers }) => void (papers[0]!.standing = retracted)],
    ['exclusion-wrong', 'a retraction that is none', (s) => void (parts(s).row.excluded = 'retracted')],
    [
      'exclusion-wrong',
      "evidence of a claim's own paper",
      (s) => void parts(s).claim.evidence.push({ ...(parts(s).row as Evidence), ...parts(s).source }),
    ],
    [
      'exclusion-wrong',
      'evidence of the same authors',
      ({ papers }) => void (papers[1]!.csl.author = structuredClone(papers[0]!.csl.author)),
    ],
    [
      'verdict-unfounded',
      'a verdict that evidence does not give',
      (s) => void (parts(s, 3).claim.verdict = 'supported'),
    ],
    [
      'verdict-unfounded',
      'what leaving a paper out gives',
      (s) => void (parts(s).claim.leaveOneOut[0]!.verdict = 'disputed'),
    ],
    [
      'confidence-range',
      'a number where none is honest',
      (s) => Object.assign(parts(s, 3).claim, { verdict: 'unverified', confidence: 0.4 }),
    ],
    ['confidence-unsaid', 'a verdict that rests on notes', ({ papers }) => void (papers[4]!.text!.kind = 'note')],
    ['claim-unfaithful', 'another number', (s) => void (parts(s).claim.text = parts(s).claim.text.replace('12', '21'))],
    [
      'claim-unfaithful',
      'another direction',
      (s) => void (parts(s).claim.text = parts(s).claim.text.replace('increased', 'reduced')),
    ],
    ['claim-unfaithful', 'a claim marked as unfaithful', (s) => void (parts(s).claim.faithfulness!.faithful = false)],
    ['claim-off-question', 'a facet that it does not speak of', (s) => void (parts(s, 5).claim.facet = 'quality')],
    [
      'claim-off-question',
      'no facet, and a paper that was not kept',
      (s) => {
        parts(s, 3).claim.facet = null
        s.ledger.records[4]!.state = 'excluded'
      },
    ],
    [
      'claim-repeated',
      'the same words twice',
      ({ claims }) => void claims.push({ ...claims[3]!, id: 'c-0123456789abcdef' }),
    ],
    ['finding-unfounded', 'another first member', ({ findings: [one] }) => void one!.members.reverse()],
    ['finding-unfounded', 'another verdict', ({ findings: [one] }) => void (one!.verdict = 'disputed')],
    ['finding-unfounded', 'another confidence', ({ findings: [one] }) => void (one!.confidence = 0.9)],
    ['finding-unfounded', 'another stance', ({ findings: [one] }) => void (one!.members[1]!.stance = 'refutes')],
    [
      'finding-unfounded',
      'a member that nothing ties',
      ({ findings: [one], claims }) => void (one!.members[1]!.claim = claims[3]!.id),
    ],
    ['finding-unfounded', 'evidence that does not count', (s) => void (parts(s).row.excluded = 'same-group')],
    ['finding-unfounded', 'another heading', ({ findings: [one] }) => void (one!.heading!.text = 'Tea keeps awake.')],
    ['finding-unfounded', 'more certainty', ({ findings: [one] }) => void (one!.certainty!.level = 'high')],
    ['fulltext-kept', 'a full text', ({ papers }) => void (papers[0]!.text!.kind = 'fulltext')],
    [
      'fulltext-kept',
      'too many passages',
      ({ papers }) => {
        Object.assign(papers[0]!.text!, { kind: 'fulltext', excerptOf: whole })
        papers[0]!.text!.sections[0]!.text += 'x'.repeat(20_000)
      },
    ],
    ['abstract-kept', 'abstracts against the settings', ({ content }) => void (content.site.keepAbstracts = false)],
    [
      'long-quotation',
      'a whole abstract in a report',
      ({ papers, report }) => {
        papers[2]!.text!.sections.push({ name: 'more', text: `So it begins. ${long}.` })
        report.sections[2]!.markdown += ` Before it. ${long}.`
      },
    ],
  ])('%s: %s', (rule, _, change) => {
    const lines = told(rule, change)
    expect(lines.length).toBeGreaterThan(0)
    expect(lines).toMatchSnapshot()
  })

  it.each<Plant>([
    [
      'quote-cut',
      'a quote beside a mark',
      (s) =>
        Object.assign(parts(s).source, { end: parts(s).source.end - 1, quote: parts(s).source.quote.slice(0, -1) }),
    ],
    ['quantity-mismatch', 'the same share as a fraction', (s) => void (parts(s, 2).quantity.value = 0.08)],
    ['quantity-mismatch', 'the same time in hours', (s) => void (parts(s).quantity.value = 12 / 60)],
    ['quantity-mismatch', 'a share that two counts give', (s) => void (parts(s, 3).quantity.value = 20.04)],
    ['reference-key', 'an address', ({ report }) => void (report.abstract += ' Write to x@example.org.')],
    [
      'retracted-support',
      'a retracted paper that is neutral',
      ({ papers, claims }) => {
        papers[1]!.standing = retracted
        for (const { evidence } of claims) for (const row of evidence) row.stance = 'neutral'
      },
    ],
    [
      'retracted-unsaid',
      'a retraction that is told',
      (s) => {
        s.papers[4]!.standing = retracted
        parts(s, 3).claim.confidenceNote = 'Its paper was retracted.'
      },
    ],
    [
      'verdict-unfounded',
      'what a person overruled',
      (s) => {
        parts(s, 3).claim.overruled = { by: 'A. Reader', day: '2026-05-04', reason: 'Read.', was: 'reported' }
        parts(s, 3).claim.verdict = 'disputed'
      },
    ],
    [
      'confidence-unsaid',
      'notes that are told',
      (s) => {
        s.papers[4]!.text!.kind = 'note'
        parts(s, 3).claim.confidenceNote = 'Checked against a reading note.'
      },
    ],
    [
      'claim-repeated',
      'the same words with other figures',
      ({ claims }) => void claims.push({ ...claims[3]!, text: claims[3]!.text.replace('20%', '21%') }),
    ],
    [
      'abstract-kept',
      'passages of an abstract',
      ({ content, papers }) => {
        content.site.keepAbstracts = false
        for (const { text } of papers) text!.excerptOf = whole
      },
    ],
    [
      'long-quotation',
      'fewer words than eighty',
      ({ papers, report }) => {
        papers[2]!.text!.sections.push({ name: 'more', text: long })
        report.sections[2]!.markdown += ` Before it. ${long.split(' ').slice(0, 79).join(' ')}.`
      },
    ],
  ])('nothing of %s: %s', (rule, _, change) => {
    expect(told(rule, change)).toEqual([])
  })
})
