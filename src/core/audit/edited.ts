import type { Content, Finding } from './content.ts'
import { claimsFileOf, ledgerFile, paperFile, reportFile } from './family.ts'
import { rules } from './rules.ts'

const rule = 'edited-by-hand'

/**
 * The last net: files that are not as the program wrote them, and files of a sealed question that have no seal. Where
 * another rule names the place of the fault already, nothing is added.
 */
export function editedByHand(content: Content, findings: readonly Finding[]): Finding[] {
  const told = new Set(findings.filter(({ severity }) => severity === 'error').map(({ file }) => file))
  const changed = (content.edited ?? []).map((file) => [file, 'was changed since the program wrote it'] as const)
  const unsealed = withoutSeal(content).map((file) => [file, 'has lost its seal'] as const)
  return [...changed, ...unsealed]
    .filter(([file]) => !told.has(file))
    .map(([file, what]) => ({
      rule,
      severity: rules[rule].severity,
      file,
      field: '',
      message: `${what}: ${next(file)}`,
    }))
}

function next(file: string): string {
  return file.startsWith('changes/')
    ? 'history cannot be made again, so restore it from git'
    : 'restore it from git, or delete it and run generate again; what a source says wrongly is corrected in its library file'
}

/** Files without a seal of questions whose history has one. */
function withoutSeal({ changes, reports, claims, ledgers, papers }: Content): string[] {
  const files = new Set<string>()
  const note = (file: string, value: { seal?: string | undefined } | undefined) => {
    if (value && value.seal === undefined) files.add(file)
  }
  for (const [slug, { seal }] of changes) {
    if (seal === undefined) continue
    note(reportFile(slug), reports.get(slug))
    note(claimsFileOf(slug), claims.get(slug))
    note(ledgerFile(slug), ledgers.get(slug))
    for (const { paper } of ledgers.get(slug)?.records ?? []) note(paperFile(paper), papers.get(paper))
  }
  return [...files].sort()
}
