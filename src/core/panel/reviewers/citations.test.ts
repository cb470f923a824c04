import { type Change, claims, describeSteps, faults, from, paperAt, papers } from '../../../../tests/helpers/panel.ts'
import type { Standing } from '../../../schemas/paper.ts'

/** Papers with a claim each: so many without an identifier, so many of which no registry was asked. */
const cited =
  (count: number, unnamed: number, unasked: number, last: Standing['state'] = 'current'): Change =>
  () => ({
    claims: claims(0, count, (claim, at) => from(claim, paperAt(at))),
    papers: papers(count, (at) => ({
      ...(at < unnamed ? { ids: {} } : {}),
      standing: { state: at < unasked ? 'unchecked' : at === count - 1 ? last : 'current' },
    })),
  })

/** Claims of which so many lead to no paper. */
const untied =
  (count: number, loose: number, weight = 0): Change =>
  () => ({
    claims: claims(0, count, (_, at) => (at < loose ? { sources: [] } : {})),
    faults: faults('citations', weight),
  })

/** An imported report whose claims name references by number, so many of them with a DOI. */
const brought =
  (dois: number, count: number, rule?: string): Change =>
  ({ draft }) => ({
    claims: claims(0, 4, () => ({ sources: [] })),
    draft: {
      ...draft,
      origin: 'imported',
      references: [],
      imported: {
        references: Array.from({ length: count }, (_, at) => ({ doi: at < dois ? `10.1234/steep.${at}` : null })),
      } as never,
    },
    faults: rule ? [{ ...faults('citations', 0.5)[0]!, rule }] : [],
  })

const supportedBy =
  (state: Standing['state']): Change =>
  ({ papers: held }) => ({
    claims: claims(1, 3),
    papers: held.map((paper, at) => (at === 1 ? { ...paper, standing: { state } } : paper)),
  })

describeSteps('citations', [
  [10, 'all papers are identified and stand', cited(4, 0, 0)],
  [9, 'one of the papers is superseded', cited(4, 0, 0, 'superseded')],
  [9, 'one of the papers is retracted and supports nothing', cited(4, 0, 0, 'retracted')],
  [9, 'one paper in twenty has no identifier and two are unchecked', cited(20, 1, 2)],
  [8, 'three papers in twenty are unchecked', cited(20, 1, 3)],
  [8, 'one paper in nineteen has no identifier', cited(19, 1, 0)],
  [8, 'one paper in ten has no identifier and half are unchecked', cited(10, 1, 5)],
  [7, 'more than half of the papers are unchecked', cited(10, 1, 6)],
  [6, 'one paper in nine has no identifier', cited(9, 1, 0)],
  [7, 'the standing of one paper in ten was asked', cited(10, 1, 9)],
  [6, 'nobody was asked about any paper', cited(10, 1, 10)],
  [6, 'one paper in four has no identifier', cited(4, 1, 4)],
  [5, 'one paper in three has no identifier', cited(3, 1, 0)],
  [5, 'two papers in three have no identifier', cited(3, 2, 0)],
  [6, 'every claim leads to a paper', untied(10, 0)],
  [4, 'one claim in ten leads to no paper', untied(10, 1)],
  [4, 'half of the claims lead to no paper', untied(4, 2)],
  [3, 'more than half of the claims lead to no paper', untied(5, 3)],
  [4, 'one reference is faulty', untied(4, 0, 1)],
  [2, 'more than one reference is faulty', untied(4, 0, 1.5)],
  [6, 'the paper that supports a claim was corrected', supportedBy('corrected')],
  [3, 'the paper that supports a claim is retracted', supportedBy('retracted')],
  [3, 'no claim leads to a paper, and a reference is doubtful', untied(4, 4, 0.5)],
  [2, 'no claim leads to a paper, and a reference is faulty', untied(4, 4, 1)],
  [6, 'three in four references of an imported report have a DOI', brought(3, 4)],
  [5, 'two in three references of an imported report have a DOI', brought(2, 3)],
  [3, 'the claims of an imported report name none of its references', brought(4, 4, 'claims-untied')],
  [1, 'there is no reference', (input) => ({ ...untied(4, 4)(input), draft: { ...input.draft, references: [] } })],
])
