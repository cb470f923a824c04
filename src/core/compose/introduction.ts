import type { Facts } from './facts.ts'
import { lowerLabel } from './gap.ts'
import { closed, counted, escapeMarkdown, list } from './words.ts'

/** What is asked, what a paper must be about, and how the findings are ordered. */
export function composeIntroduction(facts: Facts): string {
  const { question } = facts
  const labels = (role: string) =>
    question.facets
      .filter((facet) => facet.role === role)
      .map((facet) => escapeMarkdown(lowerLabel(facet.label, facts)))
  const subjects = labels('subject')
  const aspects = labels('aspect')
  const about = subjects.length
    ? ` A record counts as on topic where its title or text is about ${list(subjects)}.`
    : ''
  const order =
    aspects.length > 1
      ? ` Its findings are told under ${counted(aspects.length, 'heading')}: ${aspects.join('; ')}.`
      : ''
  return [
    `The question is: ${escapeMarkdown(closed(question.question))}${about}${order}`,
    limits(facts),
    namedText(facts),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function limits({ question }: Facts): string {
  const { from, to } = question.years
  const years =
    from && to
      ? `published from ${from} to ${to}`
      : from
        ? `published in ${from} or later`
        : to
          ? `published until ${to}`
          : ''
  const kinds = question.types.exclude.length
    ? `not of the type ${list(question.types.exclude.map(escapeMarkdown))}`
    : ''
  const languages = question.languages.length ? `written in ${list(question.languages.map(escapeMarkdown))}` : ''
  const kept = [years, kinds, languages].filter(Boolean)
  const out = question.exclude.map((rule) => escapeMarkdown(rule.reason.replace(/\.$/, '')).toLowerCase())
  const first = kept.length ? `Only works ${list(kept)} were looked at. ` : ''
  return `${first}${out.length ? `Set aside by their titles were works ${list(out)}.` : ''}`.trim()
}

/** Says of each name in the question how far the included papers speak of it. */
function namedText(facts: Facts): string {
  const lines = facts.named.map(({ term, papers, claims }) => {
    if (papers === 0) return `No included text names ${escapeMarkdown(term)}.`
    const where = `${escapeMarkdown(term)} is named in ${counted(papers, 'included text')}`
    return claims.length === 0 ? `${where}, but in no claim.` : `${where} and ${counted(claims.length, 'claim')}.`
  })
  return facts.claims.length === 0 ? '' : lines.join(' ')
}
