import { withoutAccents } from '../core/text/accents.ts'

/** Text as it is compared: without case and accents. */
export function fold(text: string): string {
  return withoutAccents(text).toLowerCase()
}

/** The words that somebody looks for, each folded; every one of them must occur. */
export function wordsOf(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean)
}

/** Fetches a file once, however often it is asked for; a failure is forgotten, so that it can be tried again. */
export function once<T>(address: string): () => Promise<T> {
  let asked: Promise<T> | undefined
  return () => {
    asked ??= fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(`${address} ${answer.status}`)
      return answer.json() as Promise<T>
    })
    asked.catch(() => (asked = undefined))
    return asked
  }
}
