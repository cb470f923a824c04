import { sha256 } from '../hash.ts'
import { words } from '../text/light-stem.ts'
import { stopWords } from '../text/stop-words.ts'

const most = 60

/** A name for a question's file and addresses: its telling words, in order, up to 60 letters. Questions in other scripts get a name made of their hash. */
export function questionSlug(question: string): string {
  const plain = words(question)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
  const telling = plain.filter((word) => !stopWords.has(word))
  let slug = ''
  for (const word of telling.length > 0 ? telling : plain) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, most)
    if (longer.length > most) break
    slug = longer
  }
  return slug || `question-${sha256(question).slice(0, 8)}`
}
