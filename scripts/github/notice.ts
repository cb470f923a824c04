import { appendFile } from 'node:fs/promises'

/** Something that a person should know or do. An error keeps a night from being published. */
export interface Notice {
  level: 'error' | 'warning' | 'notice'
  title: string
  text: string
}

/** Prints notices: in a workflow as its annotations and into its summary, else line by line. */
export async function printNotices(
  notices: readonly Notice[],
  log: (line: string) => void,
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  for (const { level, title, text } of notices)
    log(
      env.GITHUB_ACTIONS ? `::${level} title=${escaped(title, true)}::${escaped(text)}` : `${level} ${title}: ${text}`,
    )
  if (env.GITHUB_STEP_SUMMARY && notices.length > 0)
    await appendFile(
      env.GITHUB_STEP_SUMMARY,
      `${notices.map(({ title, text }) => `> **${title}.** ${text}`).join('\n>\n')}\n\n`,
    )
}

/** As workflow commands take it (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands). */
function escaped(text: string, property = false): string {
  const plain = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  return property ? plain.replaceAll(':', '%3A').replaceAll(',', '%2C') : plain
}
