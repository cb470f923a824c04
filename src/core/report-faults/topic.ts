import { lightStem, words } from '../facets-stem.ts'

const common = new Set(
  `the a an of and or to in on for with without by from as at is are was were be been being do does did has have had can could may might will would should shall must not no nor this that these those it its their they them there than then so such which who whom whose what when where how why if while during between among against within into over under about after before more most less least other others another each every any all both some many much few several own same very also only just even yet still up down out off
  e.g. eg i.e. ie etc vs via per et al
  impact effect effects affect affects influence role use used uses using user based different difference various extent study studies research paper papers article review reviews report reports literature evidence finding findings result results data method methods approach approaches analysis analyses question questions claim claims source sources work works author authors show shows shown showed suggest suggests suggested indicate indicates find finds found include includes included including provide provides compare compared comparison increase increased decrease decreased reduce reduced improve improved high higher low lower large larger small smaller significant significantly new two three one first second`
    .split(/\s+/)
    .map((word) => lightStem(word)),
)

/** Words that carry the topic of a text, as light stems, each once. */
export function topicStems(text: string): Set<string> {
  return new Set(
    words(text)
      .filter((word) => word.length > 2 && !/^\d/.test(word))
      .map((word) => lightStem(word))
      .filter((stem) => stem.length > 2 && !common.has(stem)),
  )
}

/** How many stems two texts share; long stems also where one begins with the other, as in `robust` and `robustness`. */
export function sharedStems(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const stem of one) if (other.has(stem) || kin(stem, other)) shared++
  return shared
}

function kin(stem: string, others: ReadonlySet<string>): boolean {
  if (stem.length < 5) return false
  const root = stem.slice(0, Math.max(5, stem.length - 3))
  for (const other of others) {
    if (other.length >= 5 && (other.startsWith(root) || stem.startsWith(other.slice(0, Math.max(5, other.length - 3)))))
      return true
  }
  return false
}
