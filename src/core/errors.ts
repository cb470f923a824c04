/** Permanent names of the errors that stop a command. A name is never reused for something else. */
export type ErrorName =
  | 'question-invalid'
  | 'question-unknown'
  | 'question-exists'
  | 'site-invalid'
  | 'content-invalid'
  | 'content-newer'
  | 'file-missing'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'file-empty'
  | 'file-format-unknown'
  | 'file-format-mismatch'
  | 'file-too-large'
  | 'disk-full'
  | 'files-open'
  | 'library-empty'
  | 'usage'
  | 'engine-missing'
  | 'download-broken'
  | 'download-unreachable'
  | 'source-unknown'
  | 'source-error-body'
  | 'sources-unreachable'
  | 'run-locked'
  | 'audit-failed'
  | 'build-failed'
  | 'site-shrunk'
  | 'site-unnamed'
  | 'push-refused'
  | 'questions-left'
  | 'queue-missing'
  | 'queue-unreachable'
  | 'budget-spent'
  | 'interrupted'
  | 'model-unreachable'
  | 'context-exceeded'
  | 'unexpected'

/**
 * A fault of input, program or environment that stops a command.
 * The message says what happened, where (file, field), and what to do next.
 */
export class TouchstoneError extends Error {
  readonly code: ErrorName
  readonly where: string | undefined
  readonly next: string | undefined

  constructor(code: ErrorName, what: string, options: { where?: string; next?: string; cause?: unknown } = {}) {
    const parts = [options.where ? `${options.where}: ${what}` : what, options.next].filter(Boolean)
    super(parts.join('\n  '), options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'TouchstoneError'
    this.code = code
    this.where = options.where
    this.next = options.next
  }
}
