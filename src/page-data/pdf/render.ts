import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { TouchstoneError } from '../../core/errors.ts'
import { fontsFor, withoutMissing } from './fonts.ts'

/** Where fonts are read from and kept. */
export interface Place {
  root: string
  cache: string
}

/**
 * A Typst document as PDF, with the fonts of its letters embedded. The same document gives the same bytes. Letters of a
 * script that no font has are named by it, and the build says so.
 * @throws TouchstoneError `build-failed` where Typst refuses the document
 */
export async function renderPdf(document: string, name: string, place: Place): Promise<Uint8Array> {
  const { text, missing } = await withoutMissing(document, place.root)
  if (missing.length > 0)
    console.warn(`${name}: no font for ${missing.join(', ')}; the words are named by their script`)
  const compiler = await compilerFor(text, place)
  const { result, takeDiagnostics } = compile(compiler, text)
  if (!result)
    throw new TouchstoneError('build-failed', 'Typst could not set the report', {
      where: name,
      next: takeDiagnostics(),
    })
  const bytes = compiler.pdf(result)
  compiler.evictCache(2)
  return bytes
}

/** A Typst document as SVG in which every letter is a shape, so that no reader needs a font. */
export async function renderSvg(document: string, place: Place): Promise<string> {
  const compiler = await compilerFor(document, place)
  const { result } = compile(compiler, document)
  const svg = result ? compiler.plainSvg(result) : ''
  compiler.evictCache(2)
  return svg
}

const compilers = new Map<string, NodeCompiler>()

async function compilerFor(document: string, place: Place): Promise<NodeCompiler> {
  const fonts = await fontsFor(document, place)
  const key = fonts.map((font) => font.length).join(' ')
  const known = compilers.get(key)
  if (known) return known
  const compiler = NodeCompiler.create({ workspace: place.root, fontArgs: [{ fontBlobs: fonts }] })
  if (compilers.size > 3) compilers.clear()
  compilers.set(key, compiler)
  return compiler
}

function compile(compiler: NodeCompiler, document: string) {
  const done = compiler.compile({ mainFileContent: document })
  const takeDiagnostics = () => {
    const error = done.takeDiagnostics()
    const found = error ? (compiler.fetchDiagnostics(error) as { message?: string }[]) : []
    return found.map(({ message }) => message ?? '').join('; ')
  }
  return { result: done.result, takeDiagnostics }
}
