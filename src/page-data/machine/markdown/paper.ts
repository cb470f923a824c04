import { type PaperClaim, type PaperPage, paperWords } from '../../paper/page.ts'
import { items, joined, Links, plain, row, section, standingMarkdown, titled } from './texts.ts'

/** A paper's page as Markdown: its facts and the claims that rest on it. Its text is not repeated. */
export function paperMarkdown(page: PaperPage, path: string, site: string): string {
  const links = new Links(site, path)
  const { eyebrow, noAuthor, claims, questions, facts } = paperWords
  const { standing } = page
  return joined([
    `# ${titled(page.title, standing?.struck)}`,
    plain(eyebrow),
    plain(page.authors.join(', ') || noAuthor),
    standing && standingMarkdown(standing, links),
    ...section(claims.heading, [claimItems(page.claims, links) || claims.none]),
    ...(page.touched.length ? section(page.touchedWords, [claimItems(page.touched, links)], 3) : []),
    ...section(questions.heading, [
      items(
        page.questions.map(({ title, href, state, reason, ledger }) => [
          links.to(title, href),
          row(`**${plain(state)}**`, plain(reason), ledger && links.to(questions.ledger, ledger)),
        ]),
      ),
    ]),
    ...section(facts, [
      items([
        ...page.facts.map(({ name, value, link }) => `${plain(name)}: ${link ? links.to(value, link) : plain(value)}`),
        ...page.versions.map(({ words, text, href }) => `${plain(words)}: ${links.to(text, href)}`),
        ...page.links.map(({ text, url }) => `${plain(text)}: ${links.bare(url)}`),
      ]),
      plain(`${page.text} ${page.checked}`),
    ]),
  ])
}

function claimItems(claims: readonly PaperClaim[], links: Links): string {
  return items(
    claims.map(({ href, text, word, role, question }) => [
      links.to(text, href),
      row(
        `**${plain(role)}**`,
        `${paperWords.claims.stands} ${plain(word.toLowerCase())}`,
        links.to(question.title, question.href),
      ),
    ]),
  )
}
