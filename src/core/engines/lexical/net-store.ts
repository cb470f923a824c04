import { type NetShape, netLayout } from './net.ts'

/** A network as it stands in a file: weights as whole numbers of 16 bits in base64, with a step for each block. */
export interface StoredNet {
  shape: NetShape
  /** Words that have a vector of their own. */
  vocabulary: number
  steps: number[]
  weights: string
}

const largest = 32_767

/** Packs weights for a file; what is lost is below a thirty-thousandth of the largest of each block. */
export function packNet(shape: NetShape, vocabulary: number, weights: Float64Array): StoredNet {
  const { at, size, total } = netLayout(shape)
  const bytes = new DataView(new ArrayBuffer(total * 2))
  const steps = (Object.keys(at) as (keyof typeof at)[]).map((part) => {
    let most = 0
    for (let i = at[part]; i < at[part] + size[part]; i++) most = Math.max(most, Math.abs(weights[i]!))
    const step = Number(((most || 1) / largest).toPrecision(6))
    for (let i = at[part]; i < at[part] + size[part]; i++)
      bytes.setInt16(i * 2, Math.max(-largest, Math.min(largest, Math.round(weights[i]! / step))), true)
    return step
  })
  let text = ''
  for (let i = 0; i < bytes.byteLength; i++) text += String.fromCharCode(bytes.getUint8(i))
  return { shape, vocabulary, steps, weights: btoa(text) }
}

/** The weights of a stored network. */
export function unpackNet({ shape, steps, weights }: StoredNet): Float64Array {
  const { at, size, total } = netLayout(shape)
  const text = atob(weights)
  const values = new Float64Array(total)
  for (const [block, part] of (Object.keys(at) as (keyof typeof at)[]).entries()) {
    for (let i = at[part]; i < at[part] + size[part]; i++) {
      const low = text.charCodeAt(i * 2) | (text.charCodeAt(i * 2 + 1) << 8)
      values[i] = ((low << 16) >> 16) * steps[block]!
    }
  }
  return values
}
