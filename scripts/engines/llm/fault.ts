import { APICallError } from 'ai'

/**
 * What went wrong with a request: the model refuses a form, or a temperature, or something in the request; the question is
 * too long; it is busy for the moment; it lets nobody in; or nobody is there.
 */
export interface ModelFault {
  kind: 'form' | 'sampling' | 'refused' | 'context' | 'busy' | 'closed' | 'away'
  status?: number
  /** A name of the system for the fault; never words of the provider, which may hold keys. */
  reason?: string
  /** Milliseconds after which it wants to be asked again. */
  wait?: number
}

const tooLong =
  /context.{0,20}(?:length|window|size)|too (?:long|large|many tokens)|maximum.{0,30}tokens|exceed.{0,40}(?:context|tokens)/i
const noForm = /response_format|json_schema|structured|tool|grammar/i
const noSampling = /temperature|seed|top_p|unsupported (?:parameter|value)/i

/** Reads what was thrown while a model was asked. */
export function faultOf(error: unknown): ModelFault {
  if (!APICallError.isInstance(error)) return withoutStatus(error)
  const status = error.statusCode
  if (status === undefined) return withoutStatus(error.cause ?? error)
  const words = `${error.message} ${error.responseBody ?? ''}`
  if (status === 401 || status === 403 || status === 404) return { kind: 'closed', status }
  if (status === 413) return { kind: 'context', status }
  if (status === 429 || status >= 500) return { kind: 'busy', status, ...waitOf(error.responseHeaders) }
  if (status >= 400 && tooLong.test(words)) return { kind: 'context', status }
  if (status >= 400 && noForm.test(words)) return { kind: 'form', status }
  if (status >= 400 && noSampling.test(words)) return { kind: 'sampling', status }
  // An answer that cannot be read as one of the protocol has a good status.
  return status >= 400 ? { kind: 'refused', status } : { kind: 'away', reason: 'an answer that is none' }
}

function withoutStatus(error: unknown): ModelFault {
  for (let one = error; one instanceof Error; one = one.cause as Error) {
    const { code } = one as NodeJS.ErrnoException
    if (one.name === 'TimeoutError') return { kind: 'away', reason: 'it took too long' }
    if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return { kind: 'closed', reason: code }
    if (typeof code === 'string') return { kind: 'busy', reason: code }
  }
  return { kind: 'away' }
}

/** Seconds or a date, as servers say when they want to be asked again (RFC 9110, 10.2.3). */
function waitOf(headers: Record<string, string> | undefined): { wait?: number } {
  const said = headers?.['retry-after']
  const milliseconds = Number(headers?.['retry-after-ms'] ?? Number(said) * 1000)
  return Number.isFinite(milliseconds) && milliseconds >= 0 ? { wait: milliseconds } : {}
}
