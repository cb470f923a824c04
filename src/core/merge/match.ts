import { sharedText } from './abstract.ts'
import type { Fingerprint } from './keys.ts'
import { authorWeight } from './people.ts'
import { placeWeight } from './place.ts'
import { likenessInPrint, titleWeight } from './title-likeness.ts'
import { otherWorks, saysOtherwise } from './vetoes.ts'

/** How far two records speak of one work. `weight` adds up the evidence for and against; `veto` forbids to join them whatever else agrees. */
export interface Match {
  weight: number
  veto: boolean
}

/** From this weight on two records are one work. Chosen on two libraries with and without DOIs and pages. */
export const enough = 5.5

/** Titles less alike than this belong to two works, and nothing else can outweigh it. */
const leastTitle = 0.6
const otherTitle = -6
const most = { title: 6, authors: 2.5, abstract: 1.5 }

/** Compares two records. Identifiers that agree are no part of it: they are joined before. What cannot be enough is not looked at further. */
export function match(a: Fingerprint, b: Fingerprint): Match {
  const veto = a.notice !== b.notice || a.label !== b.label || otherWorks(a, b)
  const place = yearWeight(a, b) + placeWeight(a, b) + idWeight(a, b)
  if (place + most.title + most.authors + most.abstract < enough) return { weight: place, veto }
  const title = likenessInPrint(a, b)
  if (title < leastTitle) return { weight: otherTitle, veto }
  if (!veto && title < 1 && saysOtherwise(a, b)) return { weight: otherTitle, veto: true }
  const printed = place + titleWeight(a, b, title)
  if (printed + most.authors + most.abstract < enough) return { weight: printed, veto }
  const sum = printed + authorWeight(a, b)
  return { weight: sum > 2 && sum < 9 ? sum + abstractWeight(a, b) : sum, veto }
}

function yearWeight(a: Fingerprint, b: Fingerprint): number {
  if (a.year === null || b.year === null) return 0
  const apart = Math.abs(a.year - b.year)
  return apart === 0 ? 1 : apart === 1 ? 0 : apart === 2 ? -2 : -4
}

function idWeight(a: Fingerprint, b: Fingerprint): number {
  const [one, two] = [a.record.ids, b.record.ids]
  let weight = 0
  if (one.doi && two.doi && one.doi !== two.doi) weight -= 3.5
  if (one.pmid && two.pmid && one.pmid !== two.pmid) weight -= 3.5
  return weight
}

/** Databases copy an abstract; a meeting abstract or a second paper on the same study says the same in other words. */
function abstractWeight(a: Fingerprint, b: Fingerprint): number {
  const part = sharedText(a.record, b.record)
  if (part === null) return 0
  return part >= 0.6 ? 1.5 : part >= 0.3 ? 1 : part < 0.1 ? -1.5 : -0.5
}
