import { Parser } from 'htmlparser2'
import type { NoWork } from '../sources/work.ts'
import type { XmlElement } from '../sources/xml.ts'
import { mostCharacters } from './entry.ts'
import type { TextFile } from './text-file.ts'

/** One element of a file and the line in which it begins, or why it cannot be read. */
export interface FoundElement {
  line: number
  element: XmlElement | NoWork
}

const deepest = 200

/**
 * The elements of certain names in the order of a file of any size, one at a time. Entities that the file defines itself are
 * not expanded. An element that the file ends in is told as cut off.
 */
export async function* xmlElements(file: TextFile, names: ReadonlySet<string>): AsyncGenerator<FoundElement> {
  const building = new Building(names)
  const parser = new Parser(building, { xmlMode: true, decodeEntities: true, recognizeSelfClosing: true })
  for await (const chunk of file.chunks())
    for (const part of chunk.split(/(?<=\n)/)) {
      parser.write(part)
      if (part.endsWith('\n')) building.line += 1
      yield* building.taken()
    }
  yield* building.cutOff()
}

class Building {
  line = 1
  private readonly names: ReadonlySet<string>
  private readonly open: XmlElement[] = []
  private first = 0
  private characters = 0
  private deep = false
  private done: FoundElement[] = []

  constructor(names: ReadonlySet<string>) {
    this.names = names
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    const inside = this.open.at(-1)
    if (!inside && !this.names.has(name)) return
    const element = { name, attributes, children: [] }
    if (inside) inside.children.push(element)
    else this.begin()
    this.deep ||= this.open.length > deepest
    this.open.push(element)
  }

  ontext(text: string): void {
    this.characters += text.length
    if (this.characters <= mostCharacters) this.open.at(-1)?.children.push(text)
  }

  onclosetag(): void {
    const element = this.open.pop()
    if (!element || this.open.length > 0) return
    const fault = this.deep ? tooDeep : this.characters > mostCharacters ? tooLong : null
    this.done.push({ line: this.first, element: fault ?? element })
  }

  taken(): FoundElement[] {
    const { done } = this
    if (done.length > 0) this.done = []
    return done
  }

  cutOff(): FoundElement[] {
    const reason = 'the file ends inside this entry: it is cut off'
    return this.open.length > 0 ? [{ line: this.first, element: { rule: 'cut-off', reason } }] : this.taken()
  }

  private begin(): void {
    this.first = this.line
    this.characters = 0
    this.deep = false
  }
}

const tooDeep: NoWork = { rule: 'too-deep', reason: `its elements are nested deeper than ${deepest}` }
const tooLong: NoWork = { rule: 'too-long', reason: `the entry has more than ${mostCharacters} characters` }
