import { join } from 'node:path'
import type { Command } from 'commander'
import { TouchstoneError } from '../../src/core/errors.ts'
import { screen as applyCriteria } from '../../src/core/screen/screening.ts'
import type { Paper } from '../../src/schemas/paper.ts'
import { readText, writeAtomic } from '../io/files.ts'
import { loadRarity } from '../io/language.ts'
import { withLock } from '../io/lock.ts'
import { openProject } from '../io/project.ts'
import { withRun } from '../open-run.ts'
import type { Run } from '../run.ts'
import { withEntries } from '../screening/decided.ts'
import { type Keys, readKeys } from '../screening/keys.ts'
import { type Answer, type Person, type Shown, screeningSession } from '../screening/session.ts'
import { merge } from '../stages/merge.ts'
import { type Protocol, readProtocol } from '../stages/protocol.ts'
import { searchLibrary } from '../stages/search.ts'

interface Options {
  who?: string
  date?: string
  content?: string
  wait?: boolean
}

const answers: Readonly<Record<string, Answer>> = { y: 'include', n: 'exclude', s: 'skip', ' ': 'skip', q: 'stop' }
const ask = 'y relevant   n not   s skip   q stop'

/** `npm run screen -- SLUG` */
export function register(program: Command): void {
  program
    .command('screen')
    .description('Read the records of a question one after another and say which belong; it learns after each answer.')
    .argument('<slug>', 'the question')
    .option('--who <name>', 'the name under which decisions are kept; that of the account where absent')
    .option('--date <day>', 'take this day, YYYY-MM-DD, for today')
    .option('--wait', 'wait for another run to end')
    .option('--content <folder>', 'another content folder')
    .action(screenByHand)
}

async function screenByHand(slug: string, options: Options): Promise<void> {
  const project = openProject(options)
  const who = options.who ?? process.env.USER ?? process.env.USERNAME
  if (!who)
    throw new TouchstoneError('usage', 'a decision needs the name of a person', { next: 'Give it with --who NAME.' })
  await withLock(project, options.wait ?? false, () =>
    withRun(project, { offline: true, ...(options.date ? { date: options.date } : {}) }, console.error, async (run) => {
      const protocol = await readProtocol(slug, run)
      const papers = await papersOf(protocol, run)
      const decisions = applyCriteria(papers, protocol.question, loadRarity(), protocol.decisions)
      const keys = readKeys(process.stdin)
      const path = join(project.content, 'questions', `${slug}.decisions.yaml`)
      try {
        console.log(protocol.question.question)
        const end = await screeningSession({ papers, decisions, who, today: run.today }, personAt(keys, path))
        console.log(`Decisions are in ${path}. Probably at most ${end.left} relevant records are unread.`)
        console.log(`Take them into the report with: npm run generate -- ${slug}`)
      } finally {
        keys.close()
      }
    }),
  )
}

/** The papers of the library and those that earlier runs found for the question. */
async function papersOf(protocol: Protocol, run: Run): Promise<Paper[]> {
  const { works } = await merge(await searchLibrary(protocol), run.shelf, protocol)
  const known = await run.shelf.read(run.shelf.ofQuestion(protocol.slug))
  return [...new Map([...known, ...works.map(({ paper }) => paper)].map((paper) => [paper.id, paper])).values()]
}

function personAt(keys: Keys, path: string): Person {
  return {
    async ask(record) {
      console.log(shown(record))
      for (;;) {
        const key = await keys.next()
        if (key === null) return 'stop'
        const answer = answers[key.toLowerCase()]
        if (answer) return answer
        if (key.trim() !== '') console.log(ask)
      }
    },
    tell: (line) => console.log(line),
    keep: async (entry) => {
      await writeAtomic(path, withEntries(await readText(path), [entry]))
    },
  }
}

function shown({ place, of, title, abstract, why }: Shown): string {
  return ['', `[${place}/${of}] ${title}`, abstract === '' ? '(no abstract)' : abstract, `→ ${why}`, ask].join('\n')
}
