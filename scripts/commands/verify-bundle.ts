import type { Command } from 'commander'
import type { BundleCheck } from '../../src/core/bundle/check.ts'
import { verifyFile } from '../bundle/verify.ts'

/** `npm run verify-bundle -- FILE` */
export function register(program: Command): void {
  program
    .command('verify-bundle')
    .description('Check a bundle again, offline: every hash, quote, count and verdict.')
    .argument('<file>', 'a bundle, or a deposit archive that holds one')
    .option('--json', 'print one JSON object: {ok, checks: [{what, looked, problems}], unchecked}')
    .action(async (file: string, options: { json?: boolean }) => {
      const found = await verifyFile(file)
      const ok = found.checks.every(({ problems }) => problems.length === 0)
      if (options.json) console.log(JSON.stringify({ ok, ...found }))
      else print(found, ok)
      if (!ok) process.exitCode = 1
    })
}

function print({ checks, unchecked }: BundleCheck, ok: boolean): void {
  for (const { what, looked, problems } of checks) {
    console.log(`${problems.length === 0 ? 'ok   ' : 'WRONG'} ${String(looked).padStart(6)} ${what}`)
    for (const problem of problems) console.log(`        ${problem}`)
  }
  for (const words of unchecked) console.log(`note  ${words}`)
  console.log(ok ? 'The bundle is what it says.' : 'The bundle is not what it says.')
}
