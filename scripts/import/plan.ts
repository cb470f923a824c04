import { openText } from '../formats/text-file.ts'
import type { ImportRequest, IncomingFile, Kind, Plan } from './incoming.ts'
import { kinds } from './kinds.ts'

/**
 * Reads every file, each by the first kind of import that takes it, and says what to write. Nothing is written.
 * @throws TouchstoneError where any of them cannot be brought
 */
export async function planAll(files: readonly string[], request: ImportRequest): Promise<Plan> {
  const opened: { file: IncomingFile; kind: Kind }[] = []
  for (const given of new Set(files)) {
    const text = await openText(given, given)
    opened.push({ file: { given, text }, kind: await kindOf(text) })
  }
  const plans: Plan[] = []
  for (const kind of kinds) {
    const own = opened.filter((one) => one.kind === kind).map(({ file }) => file)
    if (own.length > 0) plans.push(await kind.plan(own, request))
  }
  return {
    files: plans.flatMap((plan) => plan.files),
    writes: plans.flatMap((plan) => plan.writes),
    said: plans.flatMap((plan) => plan.said),
  }
}

async function kindOf(text: IncomingFile['text']): Promise<Kind> {
  for (const kind of kinds) if (await kind.takes(text)) return kind
  return kinds.at(-1)!
}
