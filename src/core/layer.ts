/** One layer: each output is the sum of the inputs by its weights, which stand together, and a start. */
export interface Layer {
  /** Where its weights and its starts begin among all weights. */
  weights: number
  starts: number
  inputs: number
  outputs: number
}

/** Runs a layer on the inputs from a place on. Four sums run side by side, since each must wait for its last addition. */
export function runLayer(
  { weights: at, starts, inputs: n, outputs }: Layer,
  weights: Float64Array,
  input: Float64Array,
  from: number,
  output: Float64Array,
  to: number,
): void {
  for (let k = 0; k < outputs; k++) {
    const row = at + k * n
    let one = weights[starts + k]!
    let two = 0
    let three = 0
    let four = 0
    let j = 0
    for (; j + 3 < n; j += 4) {
      one += weights[row + j]! * input[from + j]!
      two += weights[row + j + 1]! * input[from + j + 1]!
      three += weights[row + j + 2]! * input[from + j + 2]!
      four += weights[row + j + 3]! * input[from + j + 3]!
    }
    for (; j < n; j++) one += weights[row + j]! * input[from + j]!
    output[to + k] = one + two + (three + four)
  }
}

/** Where blocks of weights begin, one behind the other in the order of their sizes, and how many weights there are. */
export function laidOut<Block extends string>(size: Readonly<Record<Block, number>>) {
  const at = {} as Record<Block, number>
  let total = 0
  for (const block of Object.keys(size) as Block[]) {
    at[block] = total
    total += size[block]
  }
  return { at, total }
}
