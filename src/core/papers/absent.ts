/** What tables, databases and programs write where they have nothing to say. `Na` is a family name and sodium; `NA` and `na` are none. */
const nothing =
  /^(?:&NA;?|<NA>|NA|na|N\/A|n\/a|N\.A\.|n\.a\.|NaN|nan|NAN|NULL|null|none|None|NONE|nil|undefined|TB[AD]|\[object(?: Object)?\]|\[Object\]|#(?:NAME\?|N\/A|REF!|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)|\(?not (?:available|provided|applicable|specified|given|reported)\)?|-+|–+|—+|\.{2,}|\?+)$/u

/** Whether a field only says that it has nothing to say. */
export function saysNothing(value: string): boolean {
  return nothing.test(value.trim())
}

const nobody =
  /^\[?(?:anon(?:ymous)?\.?(?:,? a\.?)?|unknown(?: authors?)?|authors? unknown|authors? not listed|no authors?(?: listed| available| given| name available)?|no authorship (?:indicated|listed)|not available,? not available)\]?\.?$/iu

/**
 * Whether a written name names nobody: no letter and no digit of any script in it, or what databases print where a work
 * has no author. The one test for every source, so that no reader drops a name that another one keeps.
 */
export function namesNobody(name: string): boolean {
  const plain = name.trim()
  return !/[\p{L}\p{N}]/u.test(plain) || saysNothing(plain) || nobody.test(plain)
}
