/** Do brackets match? A closing one behind a letter or number may number an item: "a) …". */
export function balanced(text: string): boolean {
  let depth = 0
  for (const { index, 0: char } of text.matchAll(/[()[\]]/g)) {
    if (char === '(' || char === '[') depth++
    else if (depth > 0) depth--
    else if (!/(?:^|[\s;,])(?:[a-z]|[ivx]{1,4}|\d{1,2})$/.test(text.slice(Math.max(0, index - 6), index))) return false
  }
  return depth === 0
}
