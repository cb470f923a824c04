import { hashWord } from './abstract.ts'
import type { Fingerprint } from './keys.ts'

/** Larger blocks are sorted, and each record is compared with its next neighbours only: time stays near-linear. */
const largest = 60
const neighbours = 12

/** Pairs of records worth comparing, each once, as places `[a, b]` with a < b. Two records of one work share a rare pair of words or a place in print. */
export function* candidatePairs(prints: readonly Fingerprint[]): Generator<[number, number]> {
  const frequency = wordFrequency(prints)
  const seen = new Set<number>()
  for (const block of blocksOf(prints, frequency)) {
    const all = block.length <= largest
    const order = all ? block : sortedBlock(block, prints)
    for (let i = 0; i < order.length; i++) {
      const end = all ? order.length : Math.min(order.length, i + 1 + neighbours)
      for (let j = i + 1; j < end; j++) {
        const [a, b] = order[i]! < order[j]! ? [order[i]!, order[j]!] : [order[j]!, order[i]!]
        const pair = a * prints.length + b
        if (seen.has(pair)) continue
        seen.add(pair)
        yield [a, b]
      }
    }
  }
}

/** Records with a key in common, two and more. Keys are kept as hashes, and a record alone as a bare number, to save memory. */
function* blocksOf(prints: readonly Fingerprint[], frequency: Map<string, number>): Generator<number[]> {
  const blocks = new Map<number, number | number[]>()
  prints.forEach((print, at) => {
    for (const key of new Set(keysOf(print, frequency))) {
      const hash = hashWord(key) | 0
      const block = blocks.get(hash)
      if (block === undefined) blocks.set(hash, at)
      else if (typeof block === 'number') blocks.set(hash, [block, at])
      else block.push(at)
    }
  })
  for (const block of blocks.values()) if (typeof block !== 'number') yield block
}

function wordFrequency(prints: readonly Fingerprint[]): Map<string, number> {
  const frequency = new Map<string, number>()
  for (const { words } of prints) for (const word of new Set(words)) frequency.set(word, (frequency.get(word) ?? 0) + 1)
  return frequency
}

function keysOf(print: Fingerprint, frequency: Map<string, number>): string[] {
  const keys = [`t ${print.tight}`]
  const telling = [...new Set(print.words)].filter((word) => word.length > 2)
  const rare = telling
    .sort((a, b) => frequency.get(a)! - frequency.get(b)! || (a < b ? -1 : 1))
    .slice(0, 4)
    .sort()
  for (let i = 0; i < rare.length; i++) for (let j = i + 1; j < rare.length; j++) keys.push(`w ${rare[i]} ${rare[j]}`)
  if (print.main.length >= 20 && print.main !== print.tight) keys.push(`t ${print.main}`)
  const family = print.families[0] ?? ''
  if (print.firstPage !== '' && print.volume !== '')
    keys.push(`p ${print.volume} ${print.firstPage} ${family.slice(0, 4)}`)
  if (print.tight.length >= 24) keys.push(`h ${print.tight.slice(0, 24)}`)
  if (family !== '' && print.year !== null && print.firstPage !== '')
    keys.push(`a ${family} ${print.year} ${print.firstPage}`)
  return print.tight === '' ? keys.slice(1) : keys
}

function sortedBlock(block: readonly number[], prints: readonly Fingerprint[]): number[] {
  const key = (at: number): string => {
    const { tight, families, year, volume, firstPage } = prints[at]!
    return `${tight}|${families[0] ?? ''}|${year ?? ''}|${volume}|${firstPage}`
  }
  const keys = new Map(block.map((at) => [at, key(at)]))
  return [...block].sort((a, b) => (keys.get(a)! < keys.get(b)! ? -1 : keys.get(a)! > keys.get(b)! ? 1 : a - b))
}
