import type { EvidenceView, QuoteView } from '../../claim/evidence.ts'
import { type ClaimPage, claimWords } from '../../claim/page.ts'
import { changeItems } from './lists.ts'
import { code, items, joined, Links, plain, row, section, standingMarkdown, table } from './texts.ts'

/** A claim's page as Markdown. */
export function claimMarkdown(page: ClaimPage, site: string): string {
  const { claim, report, topic } = page
  const links = new Links(site, claim.href)
  const { measured } = claimWords
  return joined([
    `# ${plain(claim.text)}`,
    row(links.to(topic.name, topic.href), links.to(report.title, `${report.href}#${claim.anchor}`)),
    `**${plain(claim.word)}${claim.sure ? `, ${plain(claim.sure)}` : ''}.** ${plain(page.explained)}`,
    page.about && `${plain(page.about)}${claim.sure ? ` ${links.to(measured.words, measured.href)}` : ''}`,
    claim.imported && plain(claim.imported),
    claim.overruled && plain(claim.overruled),
    ...section(page.behind, [
      ...claim.sources.map((one) => quoteMarkdown(one, links)),
      ...section(claimWords.checks, [items(page.checks.map(({ words }) => plain(words)))], 3),
    ]),
    ...section(claimWords.frame.heading, [
      table(
        claimWords.frame.columns,
        page.frame.map(({ slot, said, inherited }) => [
          plain(slot),
          row(plain(said), inherited && plain(claimWords.frame.inherited)),
        ]),
      ),
    ]),
    ...page.lists.flatMap(({ label, empty, rows }) =>
      section(label, rows.length ? rows.map((one) => quoteMarkdown(one, links)) : [plain(empty)]),
    ),
    ...firmness(page, links),
    ...section(claimWords.figures.heading, [
      table(
        claimWords.figures.columns,
        page.quantities.map(({ what, value, text, check }) => [
          plain(what),
          plain(value),
          row(plain(text), check && plain(check)),
        ]),
      ),
    ]),
    ...about(page, links),
  ])
}

function firmness({ claim, hunt, without }: ClaimPage, links: Links): string[] {
  const rows = without.map(({ name, title, href, word }) =>
    row(links.to(title, href), plain(name), `it would be ${plain(word)}`),
  )
  return section(claimWords.firm, [
    plain(claim.hunt ?? ''),
    hunt ? `${plain(hunt.words)}:` : '',
    items((hunt?.queries ?? []).map(code)),
    plain(without.length ? claimWords.without : claim.fragile),
    items(rows),
  ])
}

function about(page: ClaimPage, links: Links): string[] {
  const { about: words, history, cite, problem } = claimWords
  const facts = [
    `${words.question}: ${links.to(page.report.question, page.report.href)}`,
    ...(page.facet ? [`${words.facet}: ${plain(page.facet)}`] : []),
    ...page.facts.map(({ name, value }) => `${plain(name)}: ${plain(value)}`),
  ]
  const { text, url } = page.howToCite
  return [
    ...section(words.heading, [items(facts)]),
    ...section(history.heading, [changeItems(page.history, links, { short: true }) || history.none]),
    ...section(history.states, [items(page.states.map(({ href, words: state }) => links.to(state, href)))], 3),
    ...section(cite, [`${plain(text)} ${links.bare(url)}`]),
    ...(page.problem ? section(problem, [links.to(page.problem.words, page.problem.href)]) : []),
  ]
}

/** A quote with whose words it is, what it does to the claim, and why. */
export function quoteMarkdown(view: QuoteView | EvidenceView, links: Links, own = ''): string {
  const { before, quote, after, name, href, venue, section: place, kind, kindWords, standing, doi } = view
  const link = links.to(name, href)
  const by = row(
    `${standing?.struck ? `~~${link}~~` : link}${venue ? `, ${plain(venue)}` : ''}`,
    `${plain(kindWords)}${place.toLowerCase() === kind ? '' : `, ${plain(place)}`}`,
    doi && links.to(doi.text, doi.url),
  )
  const context = [plain(before), `**${plain(quote)}**`, plain(after)].filter(Boolean).join(' ')
  const does = 'stanceWords' in view ? `**${plain(view.stanceWords)}**, ${plain(view.fit)}` : own && `**${plain(own)}**`
  const aside = 'excluded' in view && view.excluded ? `; **${plain(view.excluded)}**` : ''
  return [
    ...(does ? [`> ${does}${aside}`, '>'] : []),
    `> ${context}`,
    '>',
    `> — ${row(by, standing && standingMarkdown(standing, links))}`,
    ...('why' in view && view.why ? ['>', `> ${plain(view.why)}`] : []),
  ].join('\n')
}
