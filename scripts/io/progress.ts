import { Listr } from 'listr2'

/** Whether somebody watches: a terminal that can be redrawn, and no build server. */
export function isWatched(stream: { isTTY?: boolean } = process.stdout, env: NodeJS.ProcessEnv = process.env): boolean {
  return stream.isTTY === true && !env.CI && env.TERM !== 'dumb'
}

/**
 * Works while the last line that was told is shown on a terminal and redrawn; whole paragraphs (what became of a
 * question) are printed when all is done. Elsewhere each line is printed as it comes.
 */
export async function withProgress<T>(
  title: string,
  work: (log: (line: string) => void) => Promise<T>,
  watched = isWatched(),
): Promise<T> {
  if (!watched) return work((line) => console.log(line))
  const paragraphs: string[] = []
  let result: { value: T } | undefined
  const list = new Listr(
    [
      {
        title,
        task: async (_, task) => {
          const value = await work((line) => {
            if (line.includes('\n')) paragraphs.push(line)
            task.output = line
          })
          result = { value }
        },
      },
    ],
    { registerSignalListeners: false, concurrent: false },
  )
  try {
    await list.run()
  } finally {
    if (paragraphs.length > 0) console.log(paragraphs.join('\n'))
  }
  return result!.value
}
