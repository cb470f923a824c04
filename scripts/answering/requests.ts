import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256 } from '../../src/core/hash.ts'
import { stableJson } from '../../src/core/stable-json.ts'
import { readText, writeAtomic } from '../io/files.ts'

/** A request as it lies in the folder, for a person or a program to read. */
const writtenRequest = z.object({
  stage: z.string(),
  instructions: z.string(),
  question: z.string(),
  schema: z.unknown(),
})
export type WrittenRequest = z.infer<typeof writtenRequest>

/** Requests in a folder: `NNNN-stage.request.json`, each with its answer beside it once somebody wrote it. */
export interface RequestFolder {
  /** The path without ending of a request: the one it had before, or a new one. */
  place(request: WrittenRequest): Promise<string>
}

const named = /^(\d{4,})-[a-z]+\.request\.json$/

/** Opens a folder of requests. What lies in it from before keeps its number, also after a restart. */
export async function openRequests(folder: string): Promise<RequestFolder> {
  await mkdir(folder, { recursive: true })
  const known = new Map<string, string>()
  let last = 0
  for (const name of (await readdir(folder)).sort()) {
    const number = named.exec(name)?.[1]
    const read = number ? writtenRequest.safeParse(parse((await readText(join(folder, name))) ?? '')) : null
    if (!number) continue
    last = Math.max(last, Number(number))
    if (read?.success) known.set(keyOf(read.data), join(folder, name.replace(/\.request\.json$/, '')))
  }
  return {
    async place(request) {
      const key = keyOf(request)
      const before = known.get(key)
      if (before) return before
      const path = join(folder, `${String(++last).padStart(4, '0')}-${request.stage}`)
      known.set(key, path)
      await writeAtomic(`${path}.request.json`, `${JSON.stringify(request, null, 2)}\n`)
      return path
    },
  }
}

const keyOf = (request: WrittenRequest) => sha256(stableJson(request))

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
