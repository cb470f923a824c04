import { addressesIn } from './addresses.ts'
import type { Flat } from './inline.ts'
import { cleanKey } from './key-marks.ts'
import { expand, isExponent, type Mark, num, series } from './mark.ts'

/** Marks that Markdown itself sets: footnotes, links, raised numbers, with the brackets around them. */
export function* spanMarks(flat: Flat): Generator<Mark> {
  const links = flat.spans.filter(({ kind }) => kind === 'link' || kind === 'definition')
  for (const span of flat.spans) {
    const text = flat.text.slice(span.start, span.end)
    const base = { start: span.start, end: span.end, form: 'other' as const, url: null, title: null, keep: false }
    const numbers = new RegExp(`^[\\[(^]*(${series})[\\])^]*$`).exec(text.trim())?.[1]
    if (span.kind === 'footnote') yield { ...base, kind: 'footnote', labels: [span.target] }
    else if (span.kind === 'raised') {
      const inside = links.some((link) => link.start >= span.start && link.end <= span.end)
      if (!inside && numbers && !isExponent(flat.text, span.start, span.end))
        yield { ...base, kind: 'number', form: 'raised', labels: expand(numbers) }
    } else if (span.kind === 'definition') {
      const label = span.target.replace(/^\^/, '')
      if (label.startsWith('@')) yield { ...base, ...withBrackets(flat, span), kind: 'key', labels: [cleanKey(label)] }
      else if (new RegExp(`^${num}$`).test(label))
        yield { ...base, kind: 'number', form: 'square', labels: [label], keep: !numbers }
      else yield { ...base, kind: 'link', labels: [label], title: text, keep: true }
    } else if (span.target.startsWith('#') || /^(?:#|\S*#(?:ref|cite|fn|bib|r|b|cr)[\w-]*\d)/i.test(span.target)) {
      if (numbers) yield { ...base, kind: 'number', form: 'square', labels: expand(numbers) }
    } else if (/^(?:https?|ftp|file|doi):/i.test(span.target)) {
      if (numbers)
        yield {
          ...base,
          ...withBrackets(flat, span),
          kind: 'number',
          form: 'square',
          labels: expand(numbers),
          url: span.target,
        }
      else
        yield {
          ...base,
          ...linkExtent(flat, span, links),
          kind: 'link',
          labels: [],
          url: span.target,
          title: span.bare ? null : text.trim() || null,
        }
    }
  }
  for (const url of bareAddresses(flat)) yield url
}

/** What leads to an address in a sentence and is no part of what it says. */
const leadIn = /[,;]\s*(?:see(?: also)?|via|cf\.|siehe|voir|véase|ver|vedi|zie)\s*:?\s*$/i

/** A number that is a link, with the square brackets around it. */
function withBrackets(flat: Flat, { start, end }: { start: number; end: number }) {
  return flat.text[start - 1] === '[' && flat.text[end] === ']' ? { start: start - 1, end: end + 1 } : { start, end }
}

/** Whether a link is a mark, in brackets with other links or behind the full stop, or text of the sentence; with its extent. */
function linkExtent(
  flat: Flat,
  span: { start: number; end: number; bare: boolean },
  links: readonly { start: number; end: number }[],
) {
  let [from, to] = [span.start, span.end]
  const joint = /^[\s,;|·]*(?:(?:and|see|see also|e\.g\.|cf\.|via|source|sources|und|et|y)[.:,]?\s*)?$/i
  for (const other of [...links].sort((a, b) => b.start - a.start))
    if (other.end <= from && joint.test(flat.text.slice(other.end, from))) from = other.start
  for (const other of links) if (other.start >= to && joint.test(flat.text.slice(to, other.start))) to = other.end
  const before =
    /[(（[【]\s*(?:(?:see|see also|source|sources|via|e\.g\.,?|cf\.|from|ref\.?|quelle|fuente)[.:,]?\s*)?$/i.exec(
      flat.text.slice(0, from),
    )
  const after = /^\s*[)）\]】]/.exec(flat.text.slice(to))
  if (before && after) {
    const first = from === span.start
    const last = to === span.end
    return {
      start: first ? from - before[0].length : span.start,
      end: last ? to + after[0].length : span.end,
      keep: false,
    }
  }
  const behind =
    /[.!?。！？]["”’)]?\s*$/.test(flat.text.slice(0, from)) && /^\s*(?:$|\p{Lu}|[|])/u.test(flat.text.slice(to))
  const inside = /^\s*[([（].*[)\]）]\s*$/su.test(flat.text.slice(span.start, span.end))
  if (span.bare || inside) {
    const lead = span.bare ? leadIn.exec(flat.text.slice(Math.max(0, span.start - 40), span.start)) : null
    return { start: span.start - (lead?.[0].length ?? 0), end: span.end, keep: false }
  }
  const alone = /^[\s→↗🔗–—-]*(?:source|sources|link|via|quelle|fuente)?:?\s*$/iu.test(flat.text.slice(0, from))
  return { start: span.start, end: span.end, keep: !(behind && !alone) }
}

/** Addresses in text that Markdown did not make links. */
function* bareAddresses(flat: Flat): Generator<Mark> {
  for (const url of new Set(addressesIn(flat.text)))
    for (let at = flat.text.indexOf(url); at >= 0; at = flat.text.indexOf(url, at + url.length)) {
      const before = flat.text.slice(Math.max(0, at - 40), at)
      const open = /[(（[<]\s*$/.exec(before)
      const close = /^\s*[)）\]>]/.exec(flat.text.slice(at + url.length))
      const both = open && close
      const lead = both ? null : leadIn.exec(before)
      yield {
        ...{
          start: at - (both ? open[0].length : (lead?.[0].length ?? 0)),
          end: at + url.length + (both ? close[0].length : 0),
        },
        ...{ kind: 'link', form: 'other', labels: [], url, title: null, keep: false },
      } as Mark
    }
}
