import { basename } from 'node:path'
import type { Finding } from '../../src/core/audit/index.ts'
import { type BundleCheck, checkBundle } from '../../src/core/bundle/check.ts'
import { TouchstoneError } from '../../src/core/errors.ts'
import { checkJson } from '../../src/reader/form.ts'
import { bundle } from '../../src/schemas/bundle.ts'
import { loadEngine } from '../engines/index.ts'
import { readBundleText } from './bundle-text.ts'

/** Checks a bundle file. @throws TouchstoneError `file-missing`, `file-too-large`, `file-format-mismatch` */
export async function verifyFile(file: string): Promise<BundleCheck> {
  const problems: Finding[] = []
  const checked = checkJson(bundle, await readBundleText(file), basename(file), problems)
  if (checked) return checkBundle(checked, await loadEngine('lexical'))
  const [first] = problems
  throw new TouchstoneError(
    'file-format-mismatch',
    `this is no bundle: ${first?.field ? `${first.field} ` : ''}${first?.message ?? ''}`,
    {
      where: file,
      next: 'Make one with: npm run bundle -- SLUG',
    },
  )
}
