import { parseNames } from '../../src/core/papers/people.ts'
import { decodeEntities } from '../../src/core/text/plain-text.ts'
import type { CslName } from '../../src/schemas/paper.ts'
import { at, list, text } from '../sources/json.ts'
import { risTypes } from './ris-tags.ts'

/** The items of a list as Python prints it, `['a', "b"]`, or null where a cell holds none. */
export function pythonList(cell: string): string[] | null {
  if (!/^\[\s*(?:['"][\s\S]*['"])?\s*\]$/.test(cell)) return null
  return [...cell.matchAll(/'((?:[^'\\]|\\[\s\S])*)'|"((?:[^"\\]|\\[\s\S])*)"/g)].map((found) =>
    (found[1] ?? found[2] ?? '').replace(/\\(.)/g, '$1'),
  )
}

/** The names of a list of objects as JSON, `[{"name": "Ann Orr"}]`, or null where a cell holds none. */
function jsonNames(cell: string): string[] | null {
  if (!/^\s*\[\s*\{/.test(cell)) return null
  try {
    return list(JSON.parse(cell)).map((one) => {
      const family = text(at(one, 'family')) || text(at(one, 'lastName'))
      const given = text(at(one, 'given')) || text(at(one, 'firstName'))
      const whole = text(at(one, 'name')) || text(at(one, 'display_name')) || text(at(one, 'literal'))
      return family === '' ? whole : [family, given].filter(Boolean).join(', ')
    })
  } catch {
    return null
  }
}

/** The names of a cell. Numbers that Scopus puts behind a name and the full stop behind a list of PubMed go. */
export function namesOf(cell: string): CslName[] {
  const list = jsonNames(cell) ?? pythonList(cell)
  if (list) return list.flatMap((name) => parseNames(name))
  const bare = decodeEntities(cell)
    .replace(/\s*\(\d{5,}\)/g, '')
    .replace(/^\[([^[\]]+)\]$/, '$1')
  const initialsOnly = /^[^.]+(?:(?<!,\s*)\p{Lu}|;[^.,]+)\.$/u.test(bare)
  const surnameFirst = bare.split(';').every((name) => /^[^,]*(?<!\s\p{Lu}{1,3}),\s*\p{Lu}\p{Ll}/u.test(name))
  return parseNames(apart(initialsOnly && !surnameFirst ? bare.slice(0, -1) : bare))
}

/** SpringerLink writes names one behind the other without anything between: `Ann OrrBo Lee`. */
function apart(cell: string): string {
  if (/[;,|&\n]|\s(?:and|et)\s/.test(cell)) return cell
  const names = cell.split(
    /(?<=\p{Ll})(?<!(?:^|[\s-])(?:Ma?c|D[aeiu]|Del|L[aeo]|Van|Von|Fitz|Vander|Ver|Ten|Ter|St))(?=\p{Lu})/u,
  )
  return names.length > 1 && names.every((name) => /\p{L}\S*\s+\p{L}/u.test(name)) ? names.join('; ') : cell
}

/** Words of a cell that holds several, as a list in one line. */
export function wordsOf(cell: string): string {
  return (pythonList(cell) ?? cell.split(/\s*(?:[;\n\r]+|\s\|\s)\s*/)).filter(Boolean).slice(0, 60).join('; ')
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/preprint|posted.?content/i, 'article'],
  [/book.?(?:chapter|section|part)|incollection|inbook|^chapter/i, 'chapter'],
  [/conference|proceeding|inproceedings|meeting|symposium/i, 'paper-conference'],
  [/thesis|dissertation/i, 'thesis'],
  [/^(?:e-?)?books?$|monograph|edited book|^b$/i, 'book'],
  [/data\s?set|^data/i, 'dataset'],
  [/software|computer.?program/i, 'software'],
  [/patent/i, 'patent'],
  [/news/i, 'article-newspaper'],
  [/magazine/i, 'article-magazine'],
  [/web.?page|website|blog/i, 'webpage'],
  [/^(?:technical )?report|government/i, 'report'],
  [/journal|article|review|letter|editorial|note|erratum|short survey|clinical trial|comment|j\b/i, 'article-journal'],
]

/** A kind of publication in CSL's words; an article of a journal where the cell says nothing that is known. */
export function typeOf(cell: string): string {
  const ris = risTypes[cell.trim().toUpperCase()]
  return ris ?? kinds.find(([pattern]) => pattern.test(cell.trim()))?.[1] ?? 'article-journal'
}

/** Where a work appeared, from one cell. */
export interface Appeared {
  container: string
  year: string
  volume: string
  issue: string
  page: string
}

const forms: readonly RegExp[] = [
  // Embase: Endoscopic Ultrasound (2014) 3:3 (152-160). Date of Publication: 1 Jul 2014
  /^(?<container>.+?)\s+\((?<year>\d{4})\)(?:\s+(?<volume>[\w/-]+)?(?:\s*:\s*(?<issue>[^()\s]+(?:\s[^()\d]\S*)?))?)?(?:\s+\((?<page>[^()]+)\))?\.?/,
  // Ovid: Journal of Hospital Infection. 12(3):1-10, 2014 Jul.
  /^(?<container>.+?)[.,]\s+(?:Vol\.?\s*)?(?<volume>\d+)\s*(?:\((?<issue>[^()]+)\))?\s*(?:\(pp\s*|[:,]\s*(?:pp?\.?\s*)?)(?<page>[A-Za-z]?\d[\w-]*)\)?(?:[.,;].*?(?<year>(?:19|20)\d{2}))?/,
  // PubMed: Elife. 2018 Mar 1;7:e32822. doi: 10.7554/eLife.32822.
  /^(?<container>.+?)\.\s+(?<year>\d{4})(?:\s[^;:]{0,20})?(?:;(?<volume>\w+)?(?:\((?<issue>[^()]+)\))?(?::(?<page>[\w.-]+?))?)?(?:\.|$)/,
]

const databases =
  /^(?:scopus|embase|medline|pubmed|web of science|wos|proquest|ovid|psycinfo|cinahl|crossref|openalex|google scholar|ieee(?: xplore)?|acm|cochrane.*|central|elsevier|api|manual)$/i

/** Container, year, volume, issue and pages from one cell in the forms of Embase, Ovid and PubMed; a plain name is the container. */
export function appearedIn(cell: string): Appeared {
  const found = forms.map((form) => form.exec(cell)?.groups).find(Boolean)
  const of = (name: string) => found?.[name]?.trim() ?? ''
  const plain = !found && !/\d/.test(cell) && cell.length < 200 && !databases.test(cell) ? cell : ''
  return {
    container: of('container') || plain,
    year: of('year'),
    volume: of('volume'),
    issue: of('issue'),
    page: of('page'),
  }
}
