/** The fields of one entry: values by tag, in order. */
export type RisFields = Map<string, string[]>

/** Under this name stands the order of the people of several tags: `AU 0`, `A1 0`, `AU 1`. No tag of RIS is called so. */
export const peopleOrder = '@people'

/** Takes note of where in the file a person stands. */
export function notePerson(fields: RisFields, tag: string, at: number): void {
  const order = fields.get(peopleOrder)
  if (order) order.push(`${tag} ${at}`)
  else fields.set(peopleOrder, [`${tag} ${at}`])
}

/** The fields of two parts of one entry, the first before the second. */
export function joinFields(first: RisFields, second: RisFields): RisFields {
  const joined: RisFields = new Map([...first].map(([tag, values]) => [tag, [...values]]))
  for (const [tag, values] of second) {
    if (tag === peopleOrder) continue
    joined.set(tag, [...(joined.get(tag) ?? []), ...values])
  }
  for (const place of second.get(peopleOrder) ?? []) {
    const [tag = '', at = '0'] = place.split(' ')
    notePerson(joined, tag, Number(at) + (first.get(tag)?.length ?? 0))
  }
  return joined
}
