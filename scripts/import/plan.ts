import { openText } from '../formats/text-file.ts'
import type { ImportRequest, IncomingFile, Plan } from './incoming.ts'
import { kinds } from './kinds.ts'

/**
 * Reads every file, each by the first kind of import that takes it, and says what to write. Nothing is written.
 * @throws TouchstoneError where any of them cannot be brought
 */
export async function planAll(files: readonly string[], request: ImportRequest): Promise<Plan> {
  const opened: IncomingFile[] = []
  for (const given of new Set(files)) opened.push({ given, text: await openText(given, given) })
  const kindOf = new Map(opened.map((file) => [file, kinds.find((kind) => kind.takes(file.text))]))
  const plans: Plan[] = []
  for (const kind of kinds) {
    const own = opened.filter((file) => kindOf.get(file) === kind)
    if (own.length > 0) plans.push(await kind.plan(own, request))
  }
  return {
    files: plans.flatMap((plan) => plan.files),
    writes: plans.flatMap((plan) => plan.writes),
    said: plans.flatMap((plan) => plan.said),
  }
}
