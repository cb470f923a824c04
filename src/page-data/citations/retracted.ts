/** What a reader must know of a reference that is cited: its number in the list, where the style numbers. */
export type Retracted = ReadonlyMap<string, number | null>

/**
 * HTML of a passage with every cite of a retracted work struck and named as such. A work that stands within a range
 * (2 in 1–3) has no cite of its own; it is named behind the others.
 */
export function sayRetracted(html: string, retracted: Retracted): string {
  if (retracted.size === 0) return html
  return html.replace(
    /(<span id="cite-\d+" class="cite" data-refs="([^"]*)">)([\s\S]*?)(<\/span>)/g,
    (whole, open: string, refs: string, inner: string, close: string) => {
      const keys = refs.split(' ').filter((key) => retracted.has(key))
      if (keys.length === 0) return whole
      let text = inner
      const unnamed: string[] = []
      for (const key of keys) {
        const link = new RegExp(`<a href="#ref-${key}">[^<]*</a>`, 'g')
        if (link.test(text)) text = text.replace(link, (found) => `${struck(found)} <b class="standing">retracted</b>`)
        else unnamed.push(`${struck(`<a href="#ref-${key}">${retracted.get(key) ?? key}</a>`)} retracted`)
      }
      const behind = unnamed.length ? ` <b class="standing">(${unnamed.join(', ')})</b>` : ''
      return `${open}${text}${behind}${close}`
    },
  )
}

function struck(link: string): string {
  return `<s class="struck">${link}</s>`
}
