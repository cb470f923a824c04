import { brief } from '../../audit/family.ts'
import { counted } from '../../text/counts.ts'
import type { FaultInput, Found } from './fault.ts'

/** Citations that lead nowhere, each label once, and marks without any list. */
export function danglingCitations({ parsed: { cited } }: FaultInput): Found[] {
  const missing = cited.sentences.flatMap(({ citations }) =>
    citations.flatMap(({ kind, missing: labels, line }) => labels.map((label) => ({ kind, label, line }))),
  )
  if (missing.length === 0) return []
  const led = cited.sentences.filter(({ cites }) => cites.length > 0).length
  if (led === 0) {
    const [first] = missing
    return cited.references.length > 0
      ? []
      : [
          {
            line: first!.line,
            message: `${missing.length} citations such as ${named(first!)}, but no source is listed: list the sources`,
          },
        ]
  }
  const told = new Set<string>()
  return missing
    .filter(({ label }) => !told.has(label) && told.add(label))
    .map((one) => ({
      line: one.line,
      message: `cites ${named(one)}, but no reference has this ${one.kind === 'number' || one.kind === 'footnote' ? 'number' : 'name'}: add the reference or correct the citation`,
    }))
}

function named({ kind, label }: { kind: string; label: string }): string {
  if (kind === 'author-year') return label.replace('|', ' ')
  return kind === 'key' ? `@${label}` : `[${label}]`
}

/** A report of some length without a single citation, source or link. */
export function citesNothing({ parsed: { cited, claims } }: FaultInput): Found[] {
  if (cited.sentences.length > 0 || cited.references.length > 0 || claims.length > 0) return []
  if (cited.uncited.length < 10) return []
  const figures = cited.uncited.filter(({ text }) => /\d+(?:[.,]\d+)?\s*(?:%|percent\b)/.test(text)).length
  return [
    {
      line: 1,
      message: `cites nothing: ${cited.uncited.length} sentences${figures > 0 ? `, ${figures} of them with figures in percent,` : ''} and not one source: name the sources`,
    },
  ]
}

/** A list of sources that no sentence was read to cite: it is not made up for by silence. */
export function unreadCitations({ parsed: { cited, claims } }: FaultInput): Found[] {
  const told = cited.sentences.length + cited.uncited.length
  if (cited.references.length === 0 || claims.length > 0 || told === 0) return []
  if (cited.sentences.some(({ cites }) => cites.length > 0)) return []
  return [
    {
      line: cited.references[0]!.line,
      message: `lists ${counted(cited.references.length, 'source')}, but of ${counted(told, 'sentence')} none is read to cite one: mark citations by number, as in [1], or by author and year`,
    },
  ]
}

/** Words that hand a quotation to somebody. */
const attributed =
  /\b(?:said|says|wrote|writes|stat(?:e[sd]?|ing)|according|not(?:e[sd]|ing)|report(?:s|ed|ing)?|conclud(?:e[sd]?|ing)|argu(?:e[sd]?|ing)|found|describ(?:e[sd]?|ing)|warn(?:s|ed)?|observ(?:e[sd]?|ing)|explain(?:s|ed)?|claim(?:s|ed)?|stud(?:y|ies)|review|trial|survey|authors?|researchers?|put it)\b/i

/** The first quotation of at least eight words, or null. Straight marks open and close in turn. */
function quotation(text: string): string | null {
  const curly = /[“„«]([^“”„«»]{30,600})[”“»]/.exec(text)?.[1]
  const straight = text.split('"').filter((_, at, all) => at % 2 === 1 && at < all.length - 1)
  const found = [...(curly ? [curly] : []), ...straight].find((one) => one.trim().split(/\s+/).length >= 8)
  return found ?? null
}

/** Quotations without a source in their sentence or beside it in the same paragraph. */
export function untiedQuotations({ parsed: { cited }, lines }: FaultInput): Found[] {
  if (cited.sentences.length < 3) return []
  const citing = new Set(cited.sentences.flatMap(({ line, citations }) => [line, ...citations.map((one) => one.line)]))
  return cited.uncited.flatMap(({ text, line }) => {
    const words = attributed.test(text) ? quotation(text) : null
    if (words === null || citing.has(line) || citing.has(line - 1) || citing.has(line + 1)) return []
    return (lines[line - 1] ?? '').includes('](')
      ? []
      : [{ line, message: `the quotation ${brief(words)} has no source: name it` }]
  })
}

const percentage = /\d+(?:[.,]\d+)?\s*(?:%|percent\b|per cent\b)/
/** Parts that say again what others say, or what was done: abstract, summary, conclusion, methods. */
const retelling =
  /abstract|summary|conclusion|method|outlook|key (?:points|findings|takeaways)|zusammenfassung|fazit|résumé|resumen|riassunto|resumo|摘要|结论|要約|まとめ/i

/** Sentences that give a figure in percent where their whole paragraph names no source, and no cited sentence gives the same figure. */
export function untiedFigures({ parsed: { cited, claims } }: FaultInput): Found[] {
  if (cited.sentences.length < 3 || claims.length > 0) return []
  const told = new Set(cited.sentences.flatMap(({ text }) => text.match(/\d+(?:[.,]\d+)?/g) ?? []))
  const citing = new Set(cited.flow.filter((part) => part.cited !== null).map(({ block }) => block))
  let heading = ''
  return cited.flow.flatMap((part, at) => {
    if (part.kind === 'heading') heading = part.text
    if (part.kind === 'heading' || part.cited !== null || citing.has(part.block) || retelling.test(heading)) return []
    const figure = percentage.exec(part.text)?.[0]
    if (!figure || told.has(/[\d.,]+/.exec(figure)![0])) return []
    // A row without a source stands out only beside rows that have one.
    if (part.kind === 'row' && [at - 1, at + 1].every((i) => (cited.flow[i]?.cited ?? null) === null)) return []
    return [
      {
        line: part.line,
        message: `${brief(part.text, 80)} gives ${figure.trim()} and names no source: say where it comes from`,
      },
    ]
  })
}
