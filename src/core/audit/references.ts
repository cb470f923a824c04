import type { Claim } from '../../schemas/claim.ts'
import type { Report } from '../../schemas/report.ts'
import { cutOff } from './clipped.ts'
import { type Audit, brief, claimsFileOf, type Family, passages, reportFile } from './family.ts'

/** Principle 3: references and texts belong together, and no text is cut. */
export const references: Family = (audit) => {
  for (const [slug, report] of audit.content.reports) {
    const claims = audit.content.claims.get(slug)?.claims
    checkKeys(audit, slug, report)
    if (claims && report.origin === 'generated') {
      checkListed(audit, slug, report, claims)
      checkTexts(audit, slug, report)
    }
  }
  for (const [slug, { claims }] of audit.content.claims)
    claims.forEach((claim, at) => {
      checkClaimText(audit, slug, claim, at)
    })
}

function checkKeys({ add }: Audit, slug: string, report: Report): void {
  const known = new Set(report.references.map((one) => one.key))
  for (const { field, text } of passages(report)) {
    for (const key of citedKeys(text)) {
      if (!known.has(key))
        add('reference-key', reportFile(slug), field, `cites @${key}, which is no reference: run generate again`)
    }
  }
}

function checkListed({ content, add }: Audit, slug: string, report: Report, claims: readonly Claim[]): void {
  const file = reportFile(slug)
  const inText = new Set(passages(report).flatMap(({ text }) => citedKeys(text)))
  const inClaims = new Set(claims.flatMap((claim) => [...claim.sources, ...claim.evidence].map((span) => span.paper)))
  report.references.forEach((reference, i) => {
    if (inText.has(reference.key) || inClaims.has(reference.paper)) return
    add(
      'reference-uncited',
      file,
      `references[${i}]`,
      `${reference.paper} is cited by no claim and no text: remove it or run generate again`,
    )
  })
  const listed = new Set(report.references.map((one) => one.paper))
  const included =
    content.ledgers
      .get(slug)
      ?.records.filter((row) => row.state === 'included')
      .map((row) => row.paper) ?? []
  const resting = claims.flatMap((claim) => claim.sources.map((source) => source.paper))
  for (const id of new Set([...included, ...resting])) {
    if (!listed.has(id))
      add(
        'included-unlisted',
        file,
        'references',
        `${id} is included or stated as a source, but is no reference: run generate again`,
      )
  }
}

function checkTexts({ add }: Audit, slug: string, report: Report): void {
  const file = reportFile(slug)
  for (const { field, text } of passages(report)) {
    for (const block of text.split(/\n{2,}|\n(?=- )/)) {
      if (/^#{1,6} /.test(block) || block.trim() === '') continue
      const why = cutOff(block.replace(/\s*\[@[^\]]*\](?=[.!?])/g, '').replace(/\s*\[@[^\]]*\]\s*$/, ''))
      if (why) add('text-clipped', file, field, `${brief(block.slice(-60))} ${why}: run generate again`)
    }
  }
  if (/(?:…|\.\.\.)$/.test(report.title.trim()))
    add('text-clipped', file, 'title', `${brief(report.title)} ends with an ellipsis: give the whole title`)
  const why = cutOff(report.question)
  if (why) add('text-clipped', file, 'question', `${brief(report.question)} ${why}: give the whole question`)
}

function checkClaimText({ content, add }: Audit, slug: string, claim: Claim, at: number): void {
  if (content.reports.get(slug)?.origin === 'imported') return
  const source = claim.sources[0]
  const section = source && content.papers.get(source.paper)?.text?.sections.find((one) => one.name === source.section)
  const why =
    cutOff(claim.text, source?.quote) ?? (source && section ? quoteCut(source.quote, source.end, section.text) : null)
  if (why)
    add(
      'text-clipped',
      claimsFileOf(slug),
      `claims[${at}].text`,
      `${brief(claim.text.slice(-60))} ${why}: run generate again`,
    )
}

/** Whether a quote without a closing mark stops before its sentence does. */
function quoteCut(quote: string, end: number, text: string): string | null {
  if (/[.!?:;。！？]["'”’»)\]]*$/.test(quote.trim())) return null
  const next = text.slice(end)
  return next.trim() === '' || /^["'”’»)\]]*[.!?:;。！？\n]/.test(next) || /^\s*\n/.test(next)
    ? null
    : 'rests on a quote that ends before its sentence does'
}

function citedKeys(markdown: string): string[] {
  return [...markdown.matchAll(/\[((?:[^[\]]|\\.)*@[^[\]]+)\]/g)].flatMap((cluster) =>
    [...cluster[1]!.matchAll(/@([A-Za-z0-9][\w:.-]*)/g)].map((match) => match[1]!.replace(/[.:-]+$/, '')),
  )
}
