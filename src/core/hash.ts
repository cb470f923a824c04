import { createHash } from 'node:crypto'

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** A quick number of 32 bits for a text, to deal texts out evenly: FNV-1a (https://datatracker.ietf.org/doc/html/rfc9923), its high half mixed in. */
export function spreadHash(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0
  return (hash ^ (hash >>> 15)) >>> 0
}
