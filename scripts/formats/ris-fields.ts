/** The fields of one entry: values by tag, in order. */
export type RisFields = Map<string, string[]>

/** Under this name stands the order of the people of several tags: `AU 0`, `A1 0`, `AU 1`. No tag of RIS is called so. */
export const peopleOrder = '@people'

/** Adds a value of a tag; people keep their order over all tags of people. */
export function addField(fields: RisFields, tag: string, value: string): void {
  const values = fields.get(tag) ?? []
  if (values.length === 0) fields.set(tag, values)
  values.push(value)
  if (tag === 'AU' || tag === 'A1') notePerson(fields, tag, values.length - 1)
}

/** Takes note of where in the file a person stands. */
function notePerson(fields: RisFields, tag: string, at: number): void {
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
