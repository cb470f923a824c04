import type { Preview } from '../../src/core/screen/preview.ts'
import type { Facet, Question } from '../../src/schemas/question.ts'

const widest = 100
const mostTerms = 12

/** What was understood of a question, a line a facet, for a person who corrects it in the file. */
export function understoodLines({ facets }: Question): string[] {
  return facets.map((facet) => `  ${roleOf(facet).padEnd(10)} ${facet.label}: ${termsOf(facet)}`)
}

/** What a protocol would keep of a library and leave out, with the nearest on either side of the line. */
export function previewLines(preview: Preview): string[] {
  const { papers, kept, excluded, withoutText, named, keptNearest, excludedNearest } = preview
  const none = withoutText > 0 ? `, ${withoutText} are without text` : ''
  return [
    `Of ${papers} works it would keep ${kept} and leave out ${excluded}${none}; ${named} name the subject.`,
    ...(named === 0
      ? ['warning: no work names the subject by any of these names: is it the library of this question?']
      : []),
    ...(keptNearest.length > 0 ? ['  kept, nearest to the line:', ...keptNearest.map(near)] : []),
    ...(excludedNearest.length > 0 ? ['  left out, nearest to the line:', ...excludedNearest.map(near)] : []),
  ]
}

function near({ relevance, title }: Preview['keptNearest'][number]): string {
  return `    ${relevance.toFixed(2)}  ${title.length > widest ? `${title.slice(0, widest - 1)}…` : title}`
}

function roleOf({ role, part }: Facet): string {
  return part ?? (role === 'subject' ? 'subject' : 'asked')
}

function termsOf({ terms }: Facet): string {
  const more = terms.length - mostTerms
  return more > 0 ? `${terms.slice(0, mostTerms).join(', ')} and ${more} more` : terms.join(', ')
}
