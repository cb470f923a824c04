import { type CalibrationView, unmeasuredWords } from '../../methods/measured.ts'
import type { MethodsPage } from '../../methods/page.ts'
import { items, joined, Links, plain, section, table } from './texts.ts'

/** The methods page as Markdown. */
export function methodsMarkdown(page: MethodsPage, path: string, site: string): string {
  const links = new Links(site, path)
  const { steps, verdicts, states, engines, canaries, sources, gate, limits, licence } = page
  const part = ({ heading, lead }: { heading: string; lead: string }, ...blocks: string[]) =>
    section(heading, [links.words(lead), ...blocks])
  const planted = (canaries.rates?.rows ?? []).map(({ label, planted: made, caught, rate }) => [
    ...[plain(label), made, caught, plain(rate)],
  ])
  return joined([
    `# ${plain(page.heading)}`,
    ...part(steps, steps.rows.map((words, place) => `${place + 1}. ${links.words(words)}`).join('\n')),
    ...part(
      verdicts,
      table(
        verdicts.columns,
        verdicts.rows.map(({ word, when, about }) => [`**${plain(word)}**`, plain(when), plain(about)]),
      ),
    ),
    ...part(states, items(states.rows.map(({ word, when }) => `**${plain(word)}**: ${plain(when)}`))),
    ...part(engines),
    ...engines.rows.flatMap(({ name, words, calibration, sets }) => {
      const measured = (sets?.rows ?? []).map(({ label, figures }) => [plain(label), ...figures.map(plain)])
      const drawn = calibration ? calibrationMarkdown(calibration) : []
      return section(name, [links.words(words), ...drawn, table(sets?.columns ?? [], measured)], 3)
    }),
    ...part(canaries, table(canaries.columns, planted), links.words(canaries.note)),
    ...part(
      sources,
      items([plain(sources.library), ...sources.databases.map(({ label, href }) => links.to(label, href))]),
    ),
    ...part(gate),
    ...part(limits, items(limits.rows.map(plain))),
    ...part(licence),
  ])
}

/** How often an engine was right by how sure it was, as a table. */
export function calibrationMarkdown(calibration: CalibrationView | null): string[] {
  const measured = calibration?.measured
  if (!measured) return [plain(unmeasuredWords(calibration))]
  return [
    plain(measured.caption),
    table(
      measured.columns,
      measured.rows.map(({ said, right, n }) => [plain(said), plain(right), n]),
    ),
  ]
}
