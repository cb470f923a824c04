import type { Heading, Mesh } from '../../../src/core/text/mesh.ts'
import inn from '../../../src/core/text/resources/inn-stems.json' with { type: 'json' }
import { alterMatch, drawn, type Ground, type Slip, type Sources } from './slip.ts'

const numbered =
  /(?<![\p{L}\p{N}])(?:(?<=\b(?:[Tt]ypes?|[Pp]hase|[Gg]rade|[Ss]tage|[Cc]lass|[Ll]evel|[Gg]roup|[Vv]ersion|[Ww]ave|[Cc]ycle|[Aa]rm|[Mm]odel|[Ss]tudy|[Ee]xperiment)[ -])(?:\d{1,2}|IV|I{1,3}|[A-D])(?![\p{L}\p{N}.%-])|\p{Lu}[\p{L}]{0,6}-?\d{1,3}(?![\p{L}\p{N}.,%-]))/gu
const romans = ['I', 'II', 'III', 'IV']

/** Things told apart by their number alone: type 1 and type 2, IL-6 and IL-10. */
export const numberedName: Slip = {
  id: 'numbered-name',
  label: 'A thing known by its number, as in type 1 or IL-6',
  from: 'the same name with another number or letter',
  plant: (ground) =>
    alterMatch(ground, numbered, ([written]) => {
      const step = 1 + Math.floor(ground.draw('step') * 4)
      if (romans.includes(written)) return romans[(romans.indexOf(written) + 1) % romans.length]!
      if (/^[A-D]$/.test(written)) return written === 'A' ? 'B' : 'A'
      return /\d/.test(written) && !/^(?:CI|P|N)\d/i.test(written)
        ? written.replace(/\d+/, (digits) => String(Number(digits) + step))
        : null
    }),
  restate: (ground) =>
    alterMatch(ground, /(?<![\p{L}\p{N}])\p{Lu}{2,6}-\d{1,3}(?![\p{L}\p{N}.,%-])/gu, ([written]) =>
      written.replace('-', ' '),
    ),
}

/** Headings of the tree under these branches, single words, by the branch number that their kind has. */
function siblingsOf(heading: Heading, mesh: Mesh, branch: RegExp): string[] {
  const own = heading.places.filter((place) => branch.test(place))
  if (own.length === 0) return []
  return mesh
    .parents(heading)
    .filter(({ places }) => places.some((place) => own.some((one) => one.startsWith(`${place}.`))))
    .flatMap((parent) => mesh.children(parent))
    .filter(({ name }) => name !== heading.name && !name.includes(','))
    .map(({ name }) => name)
}

/** One to three words in a row that are a heading of a branch become another heading under the same one. */
function sibling(ground: Ground, { mesh }: Sources, branch: RegExp): ReturnType<typeof alterMatch> {
  for (const length of [3, 2, 1]) {
    const run = new RegExp(
      `(?<![\\p{L}\\p{N}-])(?=(\\p{L}{3,}(?: \\p{L}{3,}){${length - 1}})(?![\\p{L}\\p{N}-]))\\1`,
      'gu',
    )
    const altered = alterMatch(ground, run, ([written]) => {
      const heading = mesh.heading(written)
      const name = heading && drawn(siblingsOf(heading, mesh, branch), ground, written)
      return name ? asWritten(name, written) : null
    })
    if (altered) return altered
  }
  return null
}

const asWritten = (name: string, model: string) => (/^\p{Ll}/u.test(model) ? lowered(name) : name)
const lowered = (name: string) => (/^\p{Lu}\p{Ll}/u.test(name) ? name[0]!.toLowerCase() + name.slice(1) : name)

const otherCase = (written: string) => (/^\p{Ll}/u.test(written) ? written[0]!.toUpperCase() + written.slice(1) : null)

const fromMesh = 'headings under the same one in the tree of medical subject headings'

export const otherDrug: Slip = {
  id: 'other-drug',
  label: 'Another drug or substance',
  from: `${fromMesh}, and names with the same stem`,
  plant: (ground, sources) => sameStem(ground, sources) ?? sibling(ground, sources, /^D/),
  restate: (ground) => alterMatch(ground, agents, ([written]) => otherCase(written)),
}

const stems = inn.stems.filter((row) => !('shared' in row)).map(({ stem }) => stem)
const agents = new RegExp(`(?<![\\p{L}-])\\p{L}{2,}(?:${stems.join('|')})(?![\\p{L}-])`, 'giu')

function sameStem(ground: Ground, { mesh }: Sources) {
  return alterMatch(ground, agents, ([written]) => {
    const stem = stems.find((one) => written.toLowerCase().endsWith(one))!
    const others = [...mesh.all()]
      .map(({ name }) => name.toLowerCase())
      .filter((name) => /^\p{L}+$/u.test(name) && name.endsWith(stem) && name !== written.toLowerCase())
    return drawn(others, ground, 'stem')
  })
}

export const otherCondition: Slip = {
  id: 'other-condition',
  label: 'Another disease, organism, organ or procedure',
  from: fromMesh,
  plant: (ground, sources) => sibling(ground, sources, /^[ABCEF]/),
  restate: () => null,
}

/** People by age and sex, of the branch of persons, in the number they are written in. */
const people: readonly (readonly string[])[] = [
  ['women', 'men'],
  ['woman', 'man'],
  ['girls', 'boys'],
  ['females', 'males'],
  ['female', 'male'],
  ['infants', 'children', 'adolescents', 'adults', 'older adults'],
  ['infant', 'child', 'adolescent', 'adult'],
  ['mothers', 'fathers'],
  ['students', 'teachers'],
  ['inpatients', 'outpatients'],
  ['nurses', 'physicians'],
  ['smokers', 'non-smokers'],
]
const person = new RegExp(`(?<![\\p{L}-])(?:${people.flat().join('|')})(?![\\p{L}-])`, 'giu')

export const otherGroup: Slip = {
  id: 'other-group',
  label: 'Other people, as in women and men',
  from: 'persons of the tree of medical subject headings (branch M01)',
  plant: (ground) =>
    alterMatch(ground, person, ([written]) => {
      const family = people.find((list) => list.includes(written.toLowerCase()))!
      return drawn(
        family.filter((one) => one !== written.toLowerCase()),
        ground,
        'group',
      )
    }),
  restate: (ground) =>
    alterMatch(
      ground,
      /(?<![\p{L}-])(?:in|among)(?= (?:women|men|children|adults|adolescents|infants|patients))/gu,
      ([written]) => (written === 'in' ? 'among' : 'in'),
    ),
}
