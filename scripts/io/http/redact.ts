/** Removes what must never be shown from texts: the values of keys and of the contact address. */
export type Redactor = (text: string) => string

/** A redactor for secret values. Values so short that they would blot out ordinary words are not taken. */
export function redactor(secrets: readonly string[]): Redactor {
  const values = [...new Set(secrets.flatMap((each) => [each, encodeURIComponent(each)]))]
    .filter((each) => each.length >= 4)
    .sort((a, b) => b.length - a.length)
  return (text) => values.reduce((out, value) => out.replaceAll(value, '***'), text)
}
