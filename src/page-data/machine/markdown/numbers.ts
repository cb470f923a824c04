import type { ReportPage } from '../../report/model.ts'
import { reportWords } from '../../report/words.ts'
import { type Links, plain, row, section, table } from './texts.ts'

/** A report's results in numbers: estimates that compare, benchmarks, outcomes, each as a table. */
export function numbersMarkdown({ forests, benchmarks, outcomes }: ReportPage['numbers'], links: Links): string[] {
  const { forests: drawn, benchmarks: scores, outcomes: all } = reportWords
  const paper = ({ name, href, struck }: { name: string; href: string; struck: boolean }) => {
    const link = links.to(name, href)
    return struck ? `~~${link}~~` : link
  }
  return [
    forests.length ? drawn.lead : '',
    ...forests.flatMap(({ title, subtitle, level, rows }) =>
      section(
        row(title, subtitle),
        [
          table(
            [drawn.paper, drawn.estimate(level)],
            rows.map((one) => [row(paper(one), plain(one.more)), plain(one.estimate)]),
          ),
        ],
        3,
      ),
    ),
    benchmarks.length ? scores.lead : '',
    table(
      scores.columns,
      benchmarks.map((one) => [
        ...[plain(one.dataset || all.unnamed), plain(one.method), plain(one.metric), plain(one.value), paper(one)],
      ]),
    ),
    ...section(
      all.heading(outcomes.length),
      [
        table(
          all.columns,
          outcomes.map((one) => [
            plain(one.outcome || all.unnamed),
            plain(one.groups),
            row(plain(`${one.measure} ${one.value}`), !one.agrees && plain(one.check)),
            paper(one),
          ]),
        ),
      ],
      3,
    ),
  ]
}
