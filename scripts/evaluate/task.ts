/** One line of a labelled file. Each task reads the fields it knows and ignores the rest. */
export type Row = Readonly<Record<string, unknown>>

export interface EvaluateOptions {
  /** Name of the engine to measure. */
  engine?: string
  /** The question that records are screened against. */
  question?: string
  /** How many labels screening may ask for. */
  labels?: number
  /** Content folder whose reports the panel is tried on, or whose model and answers work on findings. */
  content?: string
}

export interface Evaluation {
  /** For people. */
  table: string
  /** For programs; the last line with `--json`. */
  json: object
  /** One object a row, written with `--predictions`. */
  predictions: readonly object[]
}

/** A task of `npm run evaluate`. */
export interface Task {
  name: string
  run(rows: readonly Row[], options: EvaluateOptions): Evaluation | Promise<Evaluation>
}
