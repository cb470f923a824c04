import { doiUrl } from '../core/papers/doi.ts'
import type { ReferenceIndex } from '../page-data/lists/index-file.ts'
import { restingWords, standingTags } from '../page-data/words.ts'

/** A row of a list of papers, as the page draws it. `base` is the address of the site. */
export function paperRow(paper: ReferenceIndex[number], base: string): HTMLElement {
  const [id, title, authors, year, venue, doi, claims, standing] = paper
  const item = document.createElement('li')
  const link = element('a', 'title', title)
  link.href = `${base}papers/${encodeURIComponent(id)}/`
  link.dir = 'auto'
  if (standing === 'retracted') link.classList.add('struck')
  const row = element('p', 'row')
  const who = element('span')
  who.append(element('bdi', '', authors), `, ${year ?? 'no year'}`)
  if (venue) {
    const name = element('i')
    name.append(element('bdi', '', venue))
    who.append(', ', name)
  }
  row.append(who)
  if (doi) {
    const at = element('a', '', doi)
    at.href = doiUrl(doi)
    row.append(at)
  }
  row.append(element('span', '', restingWords(claims)))
  const tag = standingTags[standing as keyof typeof standingTags]
  if (tag) row.append(element('span', `standing ${standing}`, tag))
  item.append(link, row)
  return item
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, kind = '', text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  if (kind) made.className = kind
  if (text) made.textContent = text
  return made
}
