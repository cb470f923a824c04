import type { Finding } from '../../src/core/audit/index.ts'
import { counted } from '../../src/core/text/counts.ts'

/** Prints findings, one line each: severity, file, field, rule, what to do. */
export function printFindings(findings: readonly Finding[]): void {
  for (const { severity, file, field, rule, message } of findings) {
    console.log(`${severity} ${file}${field ? ` ${field}` : ''} [${rule}] ${message.replace(/\s*\n\s*/g, ' ')}`)
  }
  const of = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length
  console.log(`${counted(of('error'), 'error')}, ${counted(of('warning'), 'warning')}, ${counted(of('note'), 'note')}`)
}
