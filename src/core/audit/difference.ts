import { brief } from './family.ts'

/** The first place where two values differ, in words. `giver` says what makes the one that is due. */
export function firstDifference(
  shown: unknown,
  due: unknown,
  field: string,
  giver = 'its claims and counts give',
): { field: string; message: string } | null {
  if (shown === due) return null
  if (typeof shown === 'string' && typeof due === 'string') {
    let at = 0
    while (shown[at] === due[at]) at++
    const from = Math.max(0, shown.lastIndexOf(' ', at - 12))
    return {
      field,
      message: `says ${brief(shown.slice(from, at + 50))}, ${giver} ${brief(due.slice(from, at + 50))}`,
    }
  }
  if (shown !== null && due !== null && typeof shown === 'object' && typeof due === 'object') {
    const [a, b] = [shown as Record<string, unknown>, due as Record<string, unknown>]
    for (const key of [...new Set([...Object.keys(a), ...Object.keys(b)])]) {
      const inner = firstDifference(
        a[key],
        b[key],
        Array.isArray(shown) ? `${field}[${key}]` : `${field}.${key}`,
        giver,
      )
      if (inner) return inner
    }
    return null
  }
  return {
    field,
    message: `is ${JSON.stringify(shown) ?? 'absent'}, ${giver} ${JSON.stringify(due) ?? 'nothing'}`,
  }
}
