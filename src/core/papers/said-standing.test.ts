import { describe, expect, it } from 'vitest'
import { type StandingFields, saidStanding } from './said-standing.ts'

const none: StandingFields = {
  title: 'Copper and infection',
  abstract: '',
  kinds: [],
  keywords: [],
  notes: [],
  flags: [],
}
const said = (fields: Partial<StandingFields>) => saidStanding({ ...none, ...fields })

describe('a record says that its work is retracted', () => {
  it.each<[string, Partial<StandingFields>]>([
    ['in capitals in front', { title: 'RETRACTED: Copper and infection' }],
    ['in brackets in front', { title: '[Retracted] Copper and infection' }],
    ['with the kind of work', { title: 'RETRACTED ARTICLE: Copper and infection' }],
    ['in front without a mark', { title: 'RETRACTED Copper and infection in wards' }],
    ['as withdrawn', { title: 'WITHDRAWN: Copper for infection' }],
    ['as withdrawn in brackets', { title: '[Withdrawn] Copper for infection' }],
    ['behind, as Web of Science', { title: 'Copper and infection (Retracted article. See vol. 378, pg. 12, 2011)' }],
    ['behind in brackets', { title: 'Copper and infection [RETRACTED]' }],
    ['behind with the place', { title: 'Copper and infection. (Retracted Paper, see vol 3)' }],
    ['as a kind of MEDLINE', { kinds: ['Journal Article; Retracted Publication'] }],
    ['as a document type of Scopus', { kinds: ['Retracted'] }],
    ['as an article type of JATS', { kinds: ['retracted article'] }],
    ['as a keyword', { keywords: ['copper; Retracted Publication; wards'] }],
    ['in a note', { notes: ['This article has been retracted.'] }],
    ['in a note beside others', { notes: ['Cited by 12. Retracted in 2015'] }],
    ['in a note of PubMed', { notes: ['Retraction in: Lancet. 2010 Feb 6;375(9713):445'] }],
    ['in a comment of arXiv', { notes: ['12 pages. This paper has been withdrawn by the author due to an error'] }],
    ['as a flag', { flags: ['TRUE'] }],
    ['as a tick', { flags: ['x'] }],
    ['as the day', { flags: ['2020-03-04'] }],
    ['behind a colon', { title: 'Copper and infection: RETRACTED ARTICLE' }],
    ['behind, with the notice', { title: 'Copper and infection. (Retraction in: J Odd. 2011;3:4)' }],
    ['as replaced', { title: 'Retracted and replaced: Copper and infection' }],
    ['in Spanish', { title: 'RETRACTADO: Cobre e infección' }],
    ['in Chinese', { title: '【撤稿】铜与感染' }],
    ['as a kind in brackets', { kinds: ['Journal Article (Retracted)'] }],
    ['as a kind with a line below', { kinds: ['RETRACTED_PUBLICATION'] }],
    ['as a tag of a program', { keywords: ['#retracted'] }],
    ['as a tag with its name', { keywords: ['status:retracted'] }],
    ['in the middle of a note', { notes: ['L600000000 2015-04-01 This article has been retracted'] }],
    ['in a note by its editors', { notes: ['Paper retracted by editors'] }],
    ['in a note by the notice', { notes: ['Retraction notice: 10.1000/abc'] }],
    ['in fields printed as one', { notes: ['Publication Type: Journal Article; retracted. Journal Subset: Nursing'] }],
    [
      'in the place of the abstract',
      { abstract: 'This article has been retracted: please see the policy of the publisher.' },
    ],
  ])('%s', (_, fields) => {
    expect(said(fields).state).toBe('retracted')
    expect(said(fields).notice).toBeUndefined()
  })

  it('with the notice where it names one', () => {
    expect(said({ notes: ['Retraction in: J Test. 2010;3:4. doi: 10.1000/notice.1'] })).toEqual({
      state: 'retracted',
      by: '10.1000/notice.1',
    })
  })
})

describe('a record says nothing of its standing', () => {
  it.each<[string, Partial<StandingFields>]>([
    ['where its subject is retraction', { title: 'Retracted papers in oncology: a bibliometric study' }],
    ['where its subject is the retraction of tissue', { title: 'Tissue retraction during laparoscopic surgery' }],
    ['where it is about withdrawn drugs', { title: 'Drugs withdrawn from the market: a review' }],
    ['where a keyword names the subject', { keywords: ['Retraction of Publication as Topic; retraction; withdrawal'] }],
    ['where studies were withdrawn', { notes: ['Study withdrawn because of slow recruitment'] }],
    ['where nobody knows', { notes: ['Unclear whether this article has been retracted'] }],
    ['where a note says that there is none', { notes: ['Retraction notice: none', 'Checked: not retracted'] }],
    ['where a note says no', { notes: ['Retracted: no. Checked in 2024'] }],
    ['where a note speaks of others', { notes: ['We left out retracted papers.'] }],
    ['where patients withdrew', { notes: ['12 were followed. Withdrawn from the study were 3 patients'] }],
    ['where a flag says no', { flags: ['FALSE', 'false', '0', 'no'] }],
    ['where a kind is another one', { kinds: ['Article', 'Review; Early Access'] }],
  ])('%s', (_, fields) => {
    expect(said(fields)).toEqual({})
  })
})

describe('a record is a notice', () => {
  it.each<[string, string, string]>([
    ['Retraction note: Copper and infection in wards', 'retraction', 'Copper and infection in wards'],
    ['Retraction Note to: Copper and infection in wards', 'retraction', 'Copper and infection in wards'],
    ['RETRACTION: Copper and infection in wards', 'retraction', 'Copper and infection in wards'],
    ['Notice of Retraction: Copper and infection in wards', 'retraction', 'Copper and infection in wards'],
    ['Retraction of "Copper and infection in wards"', 'retraction', 'Copper and infection in wards'],
    [
      'Retraction notice to “Copper and infection in wards” [J. Test 3 (2010) 1–4]',
      'retraction',
      'Copper and infection in wards',
    ],
    ['Copper and infection in wards – RETRACTION', 'retraction', 'Copper and infection in wards'],
    ['Copper and infection in wards (Retraction of vol 12, pg 3, 2009)', 'retraction', 'Copper and infection in wards'],
    ['Erratum to: Copper and infection in wards', 'correction', 'Copper and infection in wards'],
    ["Publisher's note: Copper and infection in wards", 'correction', 'Copper and infection in wards'],
    ['Copper and infection in wards (vol 12, pg 3, 2009)', 'correction', 'Copper and infection in wards'],
    ['Corrigendum: Copper and infection in wards', 'correction', 'Copper and infection in wards'],
    ['Correction: Copper and infection in wards', 'correction', 'Copper and infection in wards'],
    ['Correction to: Copper and infection in wards', 'correction', 'Copper and infection in wards'],
    ['Author Correction: Copper and infection in wards', 'correction', 'Copper and infection in wards'],
    ['Copper and infection in wards – CORRIGENDUM', 'correction', 'Copper and infection in wards'],
    ['Expression of concern: Copper and infection in wards', 'concern', 'Copper and infection in wards'],
    ['Editorial Expression of Concern: Copper and infection in wards', 'concern', 'Copper and infection in wards'],
  ])('%s', (title, kind, about) => {
    expect(said({ title }).notice).toEqual({ kind, of: { title: about }, sure: true })
  })

  it.each<[string, Partial<StandingFields>, object]>([
    ['by its kind in MEDLINE', { kinds: ['Retraction of Publication'] }, { kind: 'retraction' }],
    ['by its kind in Web of Science', { kinds: ['Correction'] }, { kind: 'correction' }],
    ['by its document type in Scopus', { kinds: ['Erratum'] }, { kind: 'correction' }],
    [
      'by what stands for its abstract',
      { abstract: '[This retracts the article DOI: 10.1371/journal.pone.0189126.].' },
      { kind: 'retraction', of: { doi: '10.1371/journal.pone.0189126' } },
    ],
    [
      'although it is flagged as retracted itself',
      { title: 'Retraction of copper and infection in wards', flags: ['true'] },
      { kind: 'retraction' },
    ],
  ])('%s', (_, fields, notice) => {
    expect(said(fields).notice).toMatchObject({ ...notice, sure: true })
    expect(said(fields).state).toBeUndefined()
  })

  it('perhaps, where its words can be a subject', () => {
    expect(said({ title: 'Withdrawal of inhaled corticosteroids in COPD' }).notice?.sure).toBe(false)
    expect(said({ title: 'Correction for multiple testing in trials' }).notice?.sure).toBe(false)
    expect(said({ title: 'Correction of anaemia in chronic kidney disease' }).notice?.sure).toBe(false)
  })
})
