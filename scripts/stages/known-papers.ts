import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { migrate } from '../../src/schemas/migrations.ts'
import { type Paper, paper } from '../../src/schemas/paper.ts'

/**
 * The papers that content holds, in order of their ids. A file that does not fit its form is passed over: the run writes it anew.
 * Their seals stay behind: they belong to the files.
 */
export async function knownPapers(content: string): Promise<Paper[]> {
  const folder = join(content, 'papers')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort()
  const papers: Paper[] = []
  for (const name of names) {
    const checked = paper.safeParse(migrate(`papers/${name}`, parse(await readFile(join(folder, name), 'utf8'))))
    if (!checked.success || `${checked.data.id}.json` !== name) continue
    const { seal: _, ...entry } = checked.data
    papers.push(entry)
  }
  return papers
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
