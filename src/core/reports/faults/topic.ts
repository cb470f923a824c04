import { lightStem, words } from '../../text/light-stem.ts'

const stemSet = (text: string) => new Set(text.split(/\s+/).map((word) => lightStem(word)))

const common = stemSet(
  `the a an of and or to in on for with without by from as at is are was were be been being do does did has have had can could may might will would should shall must not no nor this that these those it its their they them there than then so such which who whom whose what when where how why if while during between among against within into over under about after before more most less least other others another each every any all both some many much few several own same very also only just even yet still up down out off
  e.g. eg i.e. ie etc vs via per et al
  impact effect effects affect affects influence role use used uses using user based different difference various extent study studies research paper papers article review reviews report reports literature evidence finding findings result results data method methods approach approaches analysis analyses question questions claim claims source sources work works author authors show shows shown showed suggest suggests suggested indicate indicates find finds found include includes included including provide provides compare compared comparison increase increased decrease decreased reduce reduced improve improved high higher low lower large larger small smaller significant significantly new two three one first second`,
)

/** Words at home in many subjects: one of them alone ties a text to none. */
const general = stemSet(
  `model models system systems learning machine deep neural network language data training trained performance accuracy patient patients participant participants adult adults child children human people population group groups arm arms health healthcare clinical medical medicine treatment treatments therapy intervention interventions trial trials randomized randomised controlled control cohort observational risk disease care hospital systematic meta survey overview efficacy effectiveness effective efficient safety safe serious adverse event events outcome outcomes quality time year years month months week weeks day days rate rates level levels measure measures measured measurement score scores value values average mean median total number proportion percent percentage points policy management development design designed application applications framework evaluation evaluating assessment assessing test tests tested baseline benchmark sample samples experiment experiments experimental task tasks technique techniques strategy strategies process processes factor factors change changes changed association associated relation relationship between towards toward across state art novel recent current challenge challenges opportunity opportunities issue issues problem problems solution solutions technology technologies tool tools standard standards support supports supported function functional attaining general specific common global local world international national united states america american european europe africa asia china india region regional country countries city university institute journal society social economic environmental public community service services practice practices guideline guidelines statement updated update advanced advances capability capabilities scale unprecedented`,
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

/** The stems of a text that are at home in few subjects. */
export function specificStems(text: string): Set<string> {
  return new Set([...topicStems(text)].filter((stem) => !general.has(stem)))
}

/** How many stems two texts share; long stems also where one begins with the other, as in `robust` and `robustness`. */
export function sharedStems(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((stem) => isKnown(stem, other)).length
}

/** As `sharedStems`, with words at home in many subjects counting one half. */
export function sharedWeight(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let weight = 0
  for (const stem of one) if (isKnown(stem, other)) weight += general.has(stem) ? 0.5 : 1
  return weight
}

/** Whether a stem or one of its kin is among others. */
export function isKnown(stem: string, others: ReadonlySet<string>): boolean {
  return others.has(stem) || kin(stem, others)
}

function kin(stem: string, others: ReadonlySet<string>): boolean {
  if (stem.length < 5) return false
  const root = rootOf(stem)
  for (const other of others) {
    if (other.length < 5) continue
    if (other.startsWith(root) || stem.startsWith(rootOf(other))) return true
    if (other.length >= 6 && stem.length >= 8 && stem.endsWith(other)) return true
    if (stem.length >= 6 && other.length >= 8 && other.endsWith(stem)) return true
  }
  return false
}

function rootOf(stem: string): string {
  return stem.slice(0, Math.max(5, stem.length - 3))
}

/** A text with what its abbreviations stand for behind it, where `source` explains them as in `blood pressure (BP)`. */
export function expander(source: string): (text: string) => string {
  const known = new Map<string, string>()
  for (const match of source.matchAll(/((?:[\p{L}-]+\s+){1,6})\(([A-Z][A-Za-z-]{1,7})s?\)/gu)) {
    const letters = match[2]!.replace(/[^A-Z]/g, '')
    const before = match[1]!.trim().split(/\s+|-/)
    const phrase = before.slice(-Math.max(letters.length, 2))
    if (phrase[0]?.[0]?.toLowerCase() === letters[0]?.toLowerCase()) known.set(match[2]!, phrase.join(' '))
  }
  return (text) => {
    const meant = [...known].flatMap(([short, long]) => {
      if (new RegExp(`\\b${short}s?\\b`).test(text)) return [long]
      return text.toLowerCase().includes(long.toLowerCase()) ? [short] : []
    })
    return meant.length > 0 ? `${text} ${meant.join(' ')}` : text
  }
}
