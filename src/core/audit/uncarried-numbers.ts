import type { Claim } from '../../schemas/claim.ts'
import type { Ledger } from '../../schemas/ledger.ts'
import type { Question } from '../../schemas/question.ts'
import type { Report } from '../../schemas/report.ts'
import type { Content } from './content.ts'
import { passages } from './family.ts'

/** Numbers in digits in the text of a report that nothing of the run carries. */
export function unsupportedNumbers(
  report: Report,
  claims: readonly Claim[],
  ledger: Ledger,
  question: Question,
  content: Content,
): { field: string; number: string }[] {
  const carried = new Set(numbersOf(carriers(report, claims, ledger, question, content).join(' ')))
  const free = freeNumbers(report, claims, ledger)
  return passages(report).flatMap(({ field, text }) =>
    [...new Set(numbersOf(text.replace(/\[@[^\]]*\]/g, ' ')))]
      .filter((number) => !carried.has(number) && !free.has(Number(number.replaceAll(',', ''))))
      .map((number) => ({ field, number })),
  )
}

/** Texts whose numbers a report may repeat. */
function carriers(
  report: Report,
  claims: readonly Claim[],
  ledger: Ledger,
  question: Question,
  content: Content,
): string[] {
  const years = report.references.map(({ paper }) => content.papers.get(paper)?.csl.issued?.['date-parts'][0][0] ?? '')
  const titles = report.references.flatMap(({ paper }) => {
    const csl = content.papers.get(paper)?.csl
    return csl ? [csl.title, ...csl.author.map((name) => ('family' in name ? name.family : name.literal))] : []
  })
  return [
    ...claims.flatMap((claim) => [claim.text, ...claim.sources.map((source) => source.quote)]),
    ...claims.flatMap((claim) => claim.evidence.flatMap((row) => [row.quote, ...row.reasons])),
    question.question,
    question.title ?? '',
    ...question.facets.map((facet) => facet.label),
    ...question.exclude.map((rule) => rule.reason),
    ...ledger.queries.flatMap((query) => [query.source, query.day, query.text]),
    ...report.engines.flatMap((engine) => [engine.name, engine.version, engine.does]),
    report.model?.name ?? '',
    ...years.map(String),
    ...titles,
    `${question.years.from ?? ''} ${question.years.to ?? ''} ${question.threshold}`,
    `${report.gate.minScore} ${report.gate.minSupported}`,
  ]
}

/** Values that counting over claims, rows and papers can give. */
function freeNumbers(report: Report, claims: readonly Claim[], ledger: Ledger): Set<number> {
  const values = [
    ...Object.values(report.counts).map((count) => count.value),
    ...Object.values(report.verdicts),
    ...Object.values(report.textKinds),
    ...report.facets.map((facet) => facet.claims.length),
    ...ledger.queries.flatMap((query) => [query.hits, query.fetched, query.hits - query.fetched]),
    claims.length,
    report.references.length,
    ledger.dropped.length,
    ledger.rejected.length,
    ...modelCounts(report),
  ]
  const rules = new Map<string, number>()
  for (const row of ledger.records) rules.set(row.rule, (rules.get(row.rule) ?? 0) + 1)
  const most = Math.max(claims.length, report.references.length)
  const identified = report.counts.identified?.value ?? 0
  return new Set([
    ...values,
    ...rules.values(),
    identified - (report.counts.duplicates?.value ?? 0),
    ...Array.from({ length: Math.min(most, 400) + 1 }, (_, n) => n),
  ])
}

function modelCounts({ model }: Report): number[] {
  return (model?.stages ?? []).flatMap(({ answers, missing, counted, refused }) => {
    const no = Object.values(refused)
    const total = no.reduce((sum, count) => sum + count, 0)
    return [answers, missing, answers + missing, counted, counted + total, total, ...no]
  })
}

function numbersOf(text: string): string[] {
  return (text.match(/\d+(?:[.,·]\d+)*/g) ?? []).map((number) => number.replaceAll('·', '.'))
}
