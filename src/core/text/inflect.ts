/** Forms of a regular English verb. */
export const verbForms: readonly ((verb: string) => string)[] = [(verb) => verb, third, past, progressive]

/** "reduces", "suppresses", "amplifies". */
export function third(verb: string): string {
  return /(?:s|sh|ch)$/.test(verb) ? `${verb}es` : endsInY(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`
}

/** "reduced", "suppressed", "amplified"; "lost". */
export function past(verb: string): string {
  if (verb === 'lose') return 'lost'
  return verb.endsWith('e') ? `${verb}d` : endsInY(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`
}

/** "reducing", "suppressing". */
export function progressive(verb: string): string {
  return `${verb.replace(/e$/, '')}ing`
}

function endsInY(verb: string): boolean {
  return /[^aeiou]y$/.test(verb)
}
