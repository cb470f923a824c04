import { isWatched } from '../io/progress.ts'

const width = 24
/** Where nobody watches, a line is printed each time that another such share is there. */
const step = 0.25

/** How far a download is, redrawn on a terminal, told in steps elsewhere. */
export interface Bar {
  show(there: number): void
  end(): void
}

/** A bar over so many bytes. `write` gets what is printed, with its line ends. */
export function openBar(
  total: number,
  write: (text: string) => void = (text) => void process.stdout.write(text),
  watched = isWatched(),
): Bar {
  let told = -1
  return {
    show(there) {
      const share = total === 0 ? 1 : Math.min(1, there / total)
      const now = watched ? Math.floor(share * 1000) : Math.floor(share / step)
      if (now === told) return
      told = now
      const words = `${Math.floor(share * 100)} % of ${megabytes(total)}`
      const full = Math.round(share * width)
      write(watched ? `\r[${'#'.repeat(full)}${'-'.repeat(width - full)}] ${words} ` : `${words}\n`)
    },
    end: () => watched && told >= 0 && write('\n'),
  }
}

/** Bytes as people read them: 95.9 MB. */
export function megabytes(bytes: number): string {
  return bytes < 1e5 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}
