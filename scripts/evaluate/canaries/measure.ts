import { auditContent, type Content } from '../../../src/core/audit/index.ts'
import { sha256 } from '../../../src/core/hash.ts'
import type { VerdictsAgain } from '../../stages/recheck.ts'
import { recomposed } from '../recomposed.ts'
import type { Canary, Planted } from './canary.ts'

/** What became of one kind of planted error. */
export interface CanaryResult {
  id: string
  label: string
  planted: number
  caught: number
  /** Rules that caught it, with how often. */
  rules: Record<string, number>
  /** Up to twenty that were missed, in words. */
  missed: string[]
  /** Sound claims that were accused because of the plant, of all sound claims beside it. */
  accused: number
  beside: number
}

/** What the audit and the panel say against something: who, and where. */
interface Complaint {
  rule: string
  file: string
  claim: string | null
}

/**
 * Plants errors of one kind into good content, composes what follows from it again, and counts how many the audit or
 * the panel names. What they say of the good content does not count.
 * @param most how many errors are planted at most
 * @param verify checks verdicts again; without it only the other rules are tried
 */
export async function measureCanary(
  canary: Canary,
  content: Content,
  slugs: readonly string[],
  most: number,
  verify?: VerdictsAgain,
): Promise<CanaryResult> {
  const result: CanaryResult = {
    ...{ id: canary.id, label: canary.label, planted: 0, caught: 0, rules: {}, missed: [], accused: 0, beside: 0 },
  }
  const places = slugs.flatMap((slug) => content.claims.get(slug)!.claims.map((_, at) => ({ slug, at })))
  places.sort((a, b) => (order(canary.id, a) < order(canary.id, b) ? -1 : 1))
  const before = new Map<string, ReadonlySet<string>>()
  for (const slug of slugs) before.set(slug, keys(await soundComplaints(content, slug, verify)))
  for (const { slug, at } of places) {
    if (result.planted >= most) break
    const copy = fresh(content, slug)
    const claim = copy.claims.get(slug)!.claims[at]!
    const was = claim.text
    const draw = (salt: string) => Number.parseInt(sha256(`${canary.id} ${salt} ${claim.id}`).slice(0, 8), 16) / 2 ** 32
    const planted = canary.plant({ content: copy, slug, at, claim, draw })
    if (!planted) continue
    recompose(planted.content, slug)
    const unheard = (found: readonly Complaint[]) => found.filter((one) => !before.get(slug)!.has(key(one)))
    const found = unheard(await complaints(planted.content, slug))
    // The engine is asked again only where nothing else named the error: it reads every paper anew.
    const again = found.some((one) => isRight(one, planted))
      ? []
      : unheard(await complaints(planted.content, slug, verify))
    judge(result, planted, slug, [...found, ...again], was)
  }
  return result
}

function judge(result: CanaryResult, planted: Planted, slug: string, found: readonly Complaint[], was: string): void {
  result.planted += 1
  const right = found.filter((one) => isRight(one, planted))
  if (right.length > 0) result.caught += 1
  else if (result.missed.length < 20) result.missed.push(`${slug}: ${planted.what}: ${was}`)
  for (const rule of new Set(right.map((one) => one.rule))) result.rules[rule] = (result.rules[rule] ?? 0) + 1
  const spared = new Set([planted.claim, ...planted.touched])
  result.accused += new Set(found.flatMap((one) => (one.claim && !spared.has(one.claim) ? [one.claim] : []))).size
  result.beside += planted.content.claims.get(slug)!.claims.filter((one) => !spared.has(one.id)).length
}

function isRight({ claim, file }: Complaint, planted: Planted): boolean {
  return planted.claim ? claim === planted.claim : claim === null && planted.files.includes(file)
}

const known = new WeakMap<Content, Map<string, Promise<Complaint[]>>>()

/** What is said of content as it is, found once for every kind of error. */
function soundComplaints(content: Content, slug: string, verify?: VerdictsAgain): Promise<Complaint[]> {
  const found = known.get(content) ?? new Map<string, Promise<Complaint[]>>()
  known.set(content, found)
  const name = `${slug} ${verify ? 'verified' : 'read'}`
  const made = found.get(name) ?? complaints(content, slug, verify)
  found.set(name, made)
  return made
}

/** What is said against sound claims. */
export interface FalseAlarms {
  accused: number
  claims: number
  /** Rules that accused one, with how often. */
  by: Record<string, number>
}

/** Sound claims of good content that the audit or the panel accuses, of all its claims. */
export async function falseAlarms(
  content: Content,
  slugs: readonly string[],
  verify?: VerdictsAgain,
): Promise<FalseAlarms> {
  const by: Record<string, number> = {}
  let accused = 0
  let claims = 0
  for (const slug of slugs) {
    const about = (await soundComplaints(content, slug, verify)).filter((one) => one.claim !== null)
    for (const { rule } of about) by[rule] = (by[rule] ?? 0) + 1
    accused += new Set(about.map((one) => one.claim)).size
    claims += content.claims.get(slug)!.claims.length
  }
  return { accused, claims, by }
}

async function complaints(content: Content, slug: string, verify?: VerdictsAgain): Promise<Complaint[]> {
  const claims = content.claims.get(slug)!.claims
  const file = `claims/${slug}.json`
  const again = verify ? await verify(content, slug) : []
  const audit = [...auditContent(only(content, slug)), ...again]
    .filter(
      (one) => one.severity !== 'note' && [file, `reports/${slug}.json`, `ledger/${slug}.json`].includes(one.file),
    )
    .map((one) => {
      const at = one.file === file ? /^claims\[(\d+)\]/.exec(one.field)?.[1] : undefined
      return { rule: one.rule, file: one.file, claim: at === undefined ? null : (claims[Number(at)]?.id ?? null) }
    })
  const panel = (content.reports.get(slug)?.panel?.reviews ?? []).flatMap(({ findings }) =>
    findings
      .filter(({ severity }) => severity === 'major')
      .flatMap((one) => one.claims.map((claim) => ({ rule: one.rule, file: `reports/${slug}.json`, claim }))),
  )
  return [...audit, ...panel]
}

/** What the audit of one question reads. */
function only(content: Content, slug: string): Content {
  const one = <T>(map: ReadonlyMap<string, T>) => new Map([...map].filter(([name]) => name === slug))
  const { questions, claims, reports, ledgers, changes, papers, site } = content
  return {
    questions: one(questions),
    claims: one(claims),
    reports: one(reports),
    ledgers: one(ledgers),
    changes: one(changes),
    ...{ papers, site, partial: true },
  }
}

function keys(list: readonly Complaint[]): Set<string> {
  return new Set(list.map(key))
}

function key({ rule, file, claim }: Complaint): string {
  return `${rule} ${file} ${claim}`
}

function order(salt: string, { slug, at }: { slug: string; at: number }): string {
  return sha256(`${salt} ${slug} ${at}`)
}

/** A copy in which everything of one question may be changed; the rest is shared. */
function fresh(content: Content, slug: string): Content {
  const copied = <T>(map: ReadonlyMap<string, T>) =>
    new Map([...map].map(([name, value]) => [name, name === slug ? structuredClone(value) : value]))
  return {
    ...content,
    papers: new Map(content.papers),
    claims: copied(content.claims),
    reports: copied(content.reports),
    ledgers: copied(content.ledgers),
  }
}

/** Composes the report of a question again, as a program would that did not notice the error. */
function recompose(content: Content, slug: string): void {
  content.reports.set(slug, recomposed(content, slug, content.claims.get(slug)!.claims))
}
