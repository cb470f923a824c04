import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, in the order in which they begin; whatever else there is comes after them. */
const longest = [
  'scripts/nightly/thirty-nights.test.ts',
  'tests/e2e/access.test.ts',
  'tests/e2e/reader.test.ts',
  'tests/queue/queue.test.ts',
  'tests/e2e/tools/tools.test.ts',
  'scripts/io/history.test.ts',
  'scripts/site/incremental.test.ts',
  'tests/reports/plants.test.ts',
  'scripts/stages/remake.test.ts',
  'tests/github/matrix-workflow.test.ts',
  'tests/github/nightly-workflow.test.ts',
  'scripts/nightly/nightly.test.ts',
  'scripts/runners/parts.test.ts',
]

/** Begins with the longest files, so that no worker is left alone with one at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification) => {
      const at = longest.indexOf(relative(project.config.root, moduleId).replaceAll('\\', '/'))
      return at < 0 ? longest.length : at
    }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}
