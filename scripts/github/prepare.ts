import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { namesAddress } from '../../src/reader/published-at.ts'
import type { Site } from '../../src/schemas/site.ts'
import { askGitHub } from './api.ts'
import type { Notice } from './notice.ts'
import { pagesAddress } from './pages-address.ts'
import type { Repository } from './repository.ts'
import * as say from './sentences.ts'

const run = promisify(execFile)

/** What a night must know before it begins. */
export interface Prepared {
  /** Address of the site, null where nobody knows it. */
  address: string | null
  notices: Notice[]
}

/** What of the run counts: its branch, and whether it may try what a push needs. */
export interface Situation {
  site: Site
  /** Folder of the clone. */
  folder: string
  branch: string | null
  /** Whether a push is tried without writing anything. */
  tryPush: boolean
}

/** Asks GitHub what would keep a night from being published, and where it will be. What cannot be asked is no fault. */
export async function prepare(repository: Repository, situation: Situation): Promise<Prepared> {
  const pages = await pagesOf(repository)
  const { site } = situation
  const { owner, name, server } = repository
  const served = pagesAddress(pages.address, owner, name, server)
  const named = namesAddress(site.url) ? site.url.replace(/\/+$/, '') + site.base.replace(/\/*$/, '/') : null
  return {
    address: named ?? served,
    notices: [
      ...pages.notices,
      ...(named && pages.address && served && named !== served ? [say.elsewhere(named, served)(repository)] : []),
      ...(await aboutRepository(repository, situation.branch)),
      ...(situation.tryPush ? await aboutWriting(repository, situation.folder) : []),
    ],
  }
}

async function pagesOf(repository: Repository): Promise<{ address: unknown; notices: Notice[] }> {
  const { status, body } = await askGitHub(repository, '/pages')
  if (status === 404) return { address: null, notices: [say.pagesOff(repository)] }
  if (status !== 200) return { address: null, notices: [say.notAnswered(repository)] }
  const legacy = body.build_type === 'legacy'
  return { address: body.html_url, notices: legacy ? [say.pagesFromBranch(repository)] : [] }
}

/** What GitHub says of the repository itself; some of it is told to administrators only. */
async function aboutRepository(repository: Repository, branch: string | null): Promise<Notice[]> {
  const about = await askGitHub(repository, '')
  const workflow = await askGitHub(repository, '/actions/workflows/nightly.yml')
  const actions = await askGitHub(repository, '/actions/permissions')
  const usual = about.body.default_branch
  const isFork = about.body.fork === true
  const { state } = workflow.body
  const onlyLocal = actions.body.allowed_actions === 'local_only' || actions.body.enabled === false
  return [
    ...(isFork ? [say.fork(repository)] : []),
    ...(!isFork && typeof state === 'string' && state.startsWith('disabled') ? [say.scheduleOff(repository)] : []),
    ...(branch && typeof usual === 'string' && branch !== usual ? [say.otherBranch(branch, usual)(repository)] : []),
    ...(onlyLocal ? [say.tagsForbidden(repository)] : []),
  ]
}

/** Whether a push would be refused for want of rights: tried without writing. What the branch itself refuses shows only at the push. */
async function aboutWriting(repository: Repository, folder: string): Promise<Notice[]> {
  try {
    await run('git', ['-C', folder, 'push', '--dry-run', '--quiet', 'origin', 'HEAD:refs/heads/touchstone/night'])
    return []
  } catch (error) {
    return isDenied(String((error as { stderr?: string }).stderr)) ? [say.readOnly(repository)] : []
  }
}

/** Whether git says that whoever pushed has no right to. */
export function isDenied(said: string): boolean {
  return /(?:returned error: 40[13])|Permission to \S+ denied|Write access to repository not granted/i.test(said)
}
