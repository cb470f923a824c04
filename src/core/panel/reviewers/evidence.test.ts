import { type Change, claims, describeSteps, second } from '../../../../tests/helpers/panel.ts'
import type { Claim } from '../../../schemas/claim.ts'

const groups = (claim: Claim, count: number) =>
  Array.from({ length: count }, (_, at) => ({ ...claim.evidence[0]!, paper: `${second}-${at}`, group: `g${at}` }))

/** Supported and reported claims, the first ones of them supported by two groups besides their own. */
const standing =
  (supported: number, reported: number, strong = 0): Change =>
  () => ({ claims: claims(supported, reported, (claim, at) => (at < strong ? { evidence: groups(claim, 2) } : {})) })

/** Reported claims of which so many lead to no paper. */
const untied =
  (count: number, loose: number): Change =>
  () => ({ claims: claims(0, count, (_, at) => (at < loose ? { sources: [] } : {})) })

describeSteps('evidence', [
  [10, 'three in four are supported, half of those by two groups', standing(6, 2, 3)],
  [9, 'less than half of the supported rest on two groups', standing(8, 2, 3)],
  [9, 'less than three in four are supported', standing(7, 3, 7)],
  [9, 'half are supported', standing(5, 5, 5)],
  [8, 'less than half are supported', standing(4, 5, 4)],
  [9, 'a quarter of the supported rest on two groups', standing(8, 2, 2)],
  [8, 'one in eight supported rests on two groups', standing(8, 2, 1)],
  [8, 'a quarter is supported', standing(5, 15)],
  [4, 'both of two are supported', standing(2, 0)],
  [7, 'less than a quarter is supported', standing(5, 16)],
  [7, 'a tenth is supported', standing(5, 45)],
  [5, 'less than a tenth is supported', standing(5, 46)],
  [5, 'four in ten are too few for more', standing(4, 36)],
  [6, 'ten of very many are supported', standing(10, 100)],
  [5, 'nine of very many are supported', standing(9, 100)],
  [5, 'three of many are supported', standing(3, 40)],
  [4, 'two of many are supported', standing(2, 40)],
  [4, 'one of many is supported', standing(1, 40)],
  [3, 'each has a source and no second', standing(0, 4)],
  [2, 'one of four has no source', untied(4, 1)],
  [2, 'one of four has a source', untied(4, 3)],
  [1, 'none has a source', untied(4, 4)],
])
