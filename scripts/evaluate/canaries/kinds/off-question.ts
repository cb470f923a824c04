import type { Canary } from '../canary.ts'

/** A sound claim of another question stands among the findings. */
export const offQuestion: Canary = {
  id: 'off-question',
  label: 'A claim off the question',
  plant: ({ content, claim, slug, draw }) => {
    const others = [...content.claims].filter(([name]) => name !== slug).flatMap(([, { claims }]) => claims)
    const foreign = others[Math.floor(draw('foreign') * others.length)]
    if (!foreign) return null
    const { text, sources, faithfulness, quantities } = structuredClone(foreign)
    Object.assign(claim, { id: foreign.id, text, sources, faithfulness, quantities, evidence: [], leaveOneOut: [] })
    Object.assign(claim, { verdict: 'reported', hunt: claim.hunt && { ...claim.hunt, found: 0 } })
    const own = content.claims.get(slug)!.claims
    for (const [name, file] of content.claims)
      if (name !== slug)
        content.claims.set(name, { ...file, claims: file.claims.filter((one) => one.id !== foreign.id) })
    return {
      content,
      claim: foreign.id,
      files: [`claims/${slug}.json`],
      touched: own.filter((one) => one.id !== foreign.id && one === claim).map((one) => one.id),
      what: 'it answers another question',
    }
  },
}
