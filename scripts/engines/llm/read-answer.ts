import type { z } from 'zod'

/** What models that reason think aloud before they answer, and the fence that many put round JSON. */
const thought = /^\s*<(think|thinking|reasoning)>[\s\S]*?<\/\1>\s*/i
const fence = /^```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/i

/** The answer in a text, strictly: one JSON value in its form, but for thoughts before it and a fence round it. Null where there is none. */
export function readAnswer<T>(text: string, form: z.ZodType<T>): T | null {
  const plain = text.replace(thought, '').trim()
  const inside = fence.exec(plain)?.[1] ?? plain
  try {
    return form.safeParse(JSON.parse(inside)).data ?? null
  } catch {
    return null
  }
}
