import { type Stages, standardised } from '../../src/core/engines/lexical/stages.ts'
import type { TrainingSet } from './boost.ts'

const steps = 8

type Spread = Pick<Stages, 'mean' | 'spread'>

/** Fits both stages by Newton's method with a ridge. Deterministic. */
export function trainStages(
  { rows, labels, weights }: TrainingSet,
  ridge: number,
  scaling: Spread = scalingOf(rows),
): Stages {
  const values = rows.map((row) => standardised(scaling, row))
  const telling = labels.flatMap((label, at) => (label === 2 ? [] : [at]))
  const pick = <T>(list: readonly T[]) => telling.map((at) => list[at]!)
  return {
    ...scaling,
    neutral: fitLogistic(
      values,
      labels.map((label) => label === 2),
      weights,
      ridge,
    ),
    refute: fitLogistic(
      pick(values),
      pick(labels).map((label) => label === 1),
      pick(weights),
      ridge,
    ),
  }
}

/** Mean and spread of each feature; a feature that never varies gets the spread 1. */
export function scalingOf(rows: readonly ArrayLike<number>[]): Spread {
  const width = rows[0]?.length ?? 0
  const mean = new Float64Array(width)
  const spread = new Float64Array(width)
  for (const row of rows) for (let at = 0; at < width; at++) mean[at]! += row[at]! / rows.length
  for (const row of rows) for (let at = 0; at < width; at++) spread[at]! += (row[at]! - mean[at]!) ** 2 / rows.length
  return { mean: [...mean].map(rounded), spread: [...spread].map((value) => rounded(Math.sqrt(value)) || 1) }
}

function fitLogistic(
  rows: readonly Float64Array[],
  truth: readonly boolean[],
  weights: readonly number[],
  ridge: number,
): number[] {
  const width = (rows[0]?.length ?? 0) + 1
  const fitted = new Float64Array(width)
  for (let step = 0; step < steps; step++) {
    const slope = new Float64Array(width)
    const bend = new Float64Array(width * width)
    for (const [at, row] of rows.entries()) addRow(row, truth[at]!, weights[at]!, fitted, slope, bend)
    for (let j = 0; j < width - 1; j++) {
      slope[j]! -= ridge * fitted[j]!
      bend[j * width + j]! += ridge
    }
    bend[width * width - 1]! += 1e-6
    solve(bend, slope)
    for (let j = 0; j < width; j++) fitted[j]! += slope[j]!
  }
  return [...fitted].map(rounded)
}

function addRow(
  row: Float64Array,
  truth: boolean,
  weight: number,
  fitted: Float64Array,
  slope: Float64Array,
  bend: Float64Array,
): void {
  const width = fitted.length
  let sum = fitted[width - 1]!
  for (let j = 0; j < width - 1; j++) sum += fitted[j]! * row[j]!
  const p = 1 / (1 + Math.exp(-sum))
  const error = weight * ((truth ? 1 : 0) - p)
  const curve = weight * Math.max(p * (1 - p), 1e-5)
  for (let j = 0; j < width; j++) {
    const value = j === width - 1 ? 1 : row[j]!
    if (value === 0) continue
    slope[j]! += error * value
    const scaled = curve * value
    const from = j * width
    for (let k = 0; k <= j && k < width - 1; k++) bend[from + k]! += scaled * row[k]!
    if (j === width - 1) bend[from + j]! += scaled
  }
}

/** Solves a symmetric positive system of which the lower half is given (Cholesky); the answer replaces the right side. */
function solve(matrix: Float64Array, right: Float64Array): void {
  const n = right.length
  for (let j = 0; j < n; j++) {
    for (let k = 0; k <= j; k++) {
      let sum = matrix[j * n + k]!
      for (let m = 0; m < k; m++) sum -= matrix[j * n + m]! * matrix[k * n + m]!
      matrix[j * n + k] = j === k ? Math.sqrt(Math.max(sum, 1e-9)) : sum / matrix[k * n + k]!
    }
  }
  for (let j = 0; j < n; j++) {
    for (let m = 0; m < j; m++) right[j]! -= matrix[j * n + m]! * right[m]!
    right[j]! /= matrix[j * n + j]!
  }
  for (let j = n - 1; j >= 0; j--) {
    for (let m = j + 1; m < n; m++) right[j]! -= matrix[m * n + j]! * right[m]!
    right[j]! /= matrix[j * n + j]!
  }
}

function rounded(value: number): number {
  return Math.round(value * 100_000) / 100_000
}
