import { getLiveEntry } from 'astro:content'
import type { collections } from '../../live.config.ts'
import type { Claim, ClaimsFile, Finding } from '../../schemas/claim.ts'

type Collections = typeof collections
type Data<K extends keyof Collections> = Collections[K]['loader'] extends { loadEntry: (...args: never[]) => infer R }
  ? Extract<Awaited<R>, { data: unknown }>['data']
  : never

/**
 * The data of an entry of a collection, as a page prints it.
 * @throws TouchstoneError `content-invalid` where the file is missing or does not fit its form
 */
export async function entryOf<K extends keyof Collections>(collection: K, id: string): Promise<Data<K>> {
  const { entry, error } = await getLiveEntry(collection, id)
  if (!entry) throw error?.cause instanceof Error ? error.cause : error
  return entry.data as Data<K>
}

/** One claim of a question. @throws TouchstoneError `content-invalid` where the question has no claims file */
export async function claimOf(id: string, slug: string): Promise<Claim> {
  return (await entryOf('claims', slug)).claims.find((claim) => claim.id === id)!
}

/** One finding of a question, and the file that holds its claims. @throws TouchstoneError `content-invalid` where the question has no claims file */
export async function findingOf(id: string, slug: string): Promise<[Finding, ClaimsFile]> {
  const file = await entryOf('claims', slug)
  return [file.findings.find((finding) => finding.id === id)!, file]
}
