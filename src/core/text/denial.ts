import { third } from './inflect.ts'
import { auxiliary, pastForms, thirdPersonVerbs } from './verbs.ts'
import { anyOf } from './word-list.ts'

const bare = new RegExp(String.raw`\b${auxiliary}\b(?! not)`)
const bases = new Map([
  ...thirdPersonVerbs.map((verb) => [third(verb), `does not ${verb}`] as const),
  ...pastForms.map(([form, base]) => [form, `did not ${base}`] as const),
])
const telling = new RegExp(String.raw`\b${anyOf([...bases.keys()])}\b`)

/** A sentence denied, or its denial taken away; null where no place for it is known. */
export function deny(sentence: string): string | null {
  if (/\bnot\b/.test(sentence)) return sentence.replace(/\s?\bnot\b/, '')
  if (/\b[Nn]o\s/.test(sentence)) return sentence.replace(/\b[Nn]o\s/, '')
  if (bare.test(sentence)) return sentence.replace(bare, (verb) => `${verb} not`)
  return telling.test(sentence) ? sentence.replace(telling, (verb) => bases.get(verb)!) : null
}
