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
  [10, 'four in five are supported, half of those by two groups', standing(8, 2, 4)],
  [9, 'less than half of the supported rest on two groups', standing(8, 2, 3)],
  [9, 'seven in ten are supported', standing(7, 3, 7)],
  [9, 'three in five are supported', standing(6, 4, 6)],
  [8, 'five in nine are supported', standing(5, 4, 5)],
  [9, 'a quarter of the supported rest on two groups', standing(8, 2, 2)],
  [8, 'one in eight supported rests on two groups', standing(8, 2, 1)],
  [8, 'two in five are supported by one paper', standing(6, 9)],
  [7, 'six in sixteen are supported', standing(6, 10)],
  [4, 'all of four are supported by one paper', standing(4, 0)],
  [7, 'one in four is supported', standing(5, 15)],
  [5, 'five in 21 are supported', standing(5, 16)],
  [6, 'ten of many are supported', standing(10, 40)],
  [5, 'nine of many are supported', standing(9, 40)],
  [5, 'five of many are supported', standing(5, 40)],
  [4, 'four of many are supported', standing(4, 40)],
  [4, 'one of many is supported', standing(1, 40)],
  [3, 'each has a source and no second', standing(0, 4)],
  [2, 'one of four has no source', untied(4, 1)],
  [2, 'one of four has a source', untied(4, 3)],
  [1, 'none has a source', untied(4, 4)],
])
