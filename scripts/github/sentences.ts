import type { Notice } from './notice.ts'
import type { Repository } from './repository.ts'

/** Address of a page of the repository's settings. */
const settings = ({ server, owner, name }: Repository, page: string) => `${server}/${owner}/${name}/settings/${page}`

type Sentence = (repository: Repository) => Notice

/** The faults that beginners meet on GitHub, each with what to do. */
export const pagesOff: Sentence = (repository) => ({
  level: 'error',
  title: 'Pages is not switched on',
  text: `Open ${settings(repository, 'pages')} and choose Source: GitHub Actions; then run this workflow again. Where that page offers no source, the repository is private in a plan without Pages: make it public, or take such a plan.`,
})

export const pagesFromBranch: Sentence = (repository) => ({
  level: 'error',
  title: 'Pages publishes from a branch',
  text: `Open ${settings(repository, 'pages')} and choose Source: GitHub Actions instead of "Deploy from a branch"; then run this workflow again.`,
})

export const readOnly: Sentence = (repository) => ({
  level: 'error',
  title: 'The workflow may not write',
  text: `Open ${settings(repository, 'actions')}, and under Workflow permissions choose "Read and write permissions"; where that is greyed out, the organisation has to allow it. Nothing was committed or published.`,
})

export const noPullRequests =
  (compare: string): Sentence =>
  (repository) => ({
    level: 'warning',
    title: 'Open the pull request yourself',
    text: `What the night changed waits at ${compare} Workflows may not open pull requests here: to let them, tick "Allow GitHub Actions to create and approve pull requests" at ${settings(repository, 'actions')}.`,
  })

export const protectedBranch =
  (branch: string, address: string): Sentence =>
  (repository) => ({
    level: 'warning',
    title: `The branch ${branch} is protected`,
    text: `It takes no commit of a workflow, so what the night changed waits in a pull request: ${address} Merge it, and see ${settings(repository, 'rules')} to let nights commit themselves.`,
  })

export const fork: Sentence = ({ server, owner, name }) => ({
  level: 'notice',
  title: 'This repository is a fork',
  text: `GitHub runs no schedule in a fork, so it publishes only when this workflow is run by hand. For every night: open ${server}/${owner}/${name}/actions/workflows/nightly.yml, enable the workflow, and set the variable TOUCHSTONE_ON_FORK to yes at ${server}/${owner}/${name}/settings/variables/actions`,
})

export const scheduleOff: Sentence = ({ server, owner, name }) => ({
  level: 'warning',
  title: 'The schedule is off',
  text: `GitHub has switched the schedule of this workflow off. Open ${server}/${owner}/${name}/actions/workflows/nightly.yml and choose Enable workflow.`,
})

export const otherBranch =
  (branch: string, usual: string): Sentence =>
  () => ({
    level: 'warning',
    title: `This is the branch ${branch}`,
    text: `Pages publishes from ${usual} unless the environment github-pages allows other branches; run the workflow there.`,
  })

export const tagsForbidden: Sentence = (repository) => ({
  level: 'error',
  title: 'Actions are restricted',
  text: `This repository or its organisation allows only some actions. Those of the workflows are GitHub's own (actions/*), each named by the hash of its commit: at ${settings(repository, 'actions')} choose "Allow actions created by GitHub", or ask the organisation to.`,
})

export const elsewhere =
  (named: string, served: string): Sentence =>
  () => ({
    level: 'warning',
    title: 'The site names another address',
    text: `content/site.yaml says ${named}, and Pages serves this repository at ${served}. Unless something of your own stands in front of Pages, styles and links will lead nowhere: remove url and base from content/site.yaml, and the workflow takes them from Pages.`,
  })

export const notAnswered: Sentence = ({ api }) => ({
  level: 'warning',
  title: 'GitHub did not answer',
  text: `${api} could not be asked whether Pages is switched on; the address is taken from the names of owner and repository.`,
})
