/** What a number belongs to when two of them need not agree: a dose, a time, a group, a year. */
const qualified =
  /\b(?:after|at|in|by|for|within|during|since|until|under|over|between|aged?|of|with|from|versus|vs|compared|than|dose|doses|level)\s+(?:about |around |some )?(\d[\d.,]*)/gi

/** Whether two sentences speak of different doses, times or groups. */
export function qualifiersDiffer(one: string, other: string): boolean {
  const of = (text: string) => [...text.matchAll(qualified)].map(([, value]) => value!.replace(/[.,]$/, ''))
  const [a, b] = [of(one), of(other)]
  // A share behind such a word is a result ("by 30 %") and tells nothing apart.
  const result = (text: string, value: string) =>
    new RegExp(
      `\\b(?:by|of|from|than)\\s+(?:about |around )?${value.replace('.', '\\.')}\\s*(?:%|per ?cent|points?|mm)`,
      'i',
    ).test(text)
  const left = a.filter((value) => !b.includes(value) && !result(one, value))
  const right = b.filter((value) => !a.includes(value) && !result(other, value))
  return left.length > 0 && right.length > 0
}
