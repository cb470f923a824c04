import got, { type Response as Head, type Method } from 'got'

/** Bytes that an answer may have; more is no answer of a model. */
const largest = 20_000_000

/**
 * Fetches as the global function does, but has no limit of its own to how long a server may be silent: the global one gives up after
 * 300 seconds, whatever the signal of the request allows.
 * @throws the reason of the signal where that ended it
 */
export const patientFetch: typeof fetch = async (input, init = {}) => {
  const { method = 'GET', headers, body, signal } = init
  try {
    const stream = got.stream(input instanceof Request ? input.url : input, {
      method: method as Method,
      headers: Object.fromEntries(new Headers(headers)),
      ...(typeof body === 'string' ? { body } : {}),
      ...(signal ? { signal } : {}),
      throwHttpErrors: false,
      followRedirect: false,
      retry: { limit: 0 },
    })
    const head: { of?: Head } = {}
    stream.once('response', (response: Head) => {
      head.of = response
    })
    const text = await textOf(stream)
    const { statusCode = 502, headers: told = {} } = head.of ?? {}
    return new Response(text === '' ? null : text, { status: statusCode, headers: headersOf(told) })
  } catch (error) {
    throw signal?.aborted ? signal.reason : error
  }
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > largest) throw new RangeError(`the answer has more than ${largest} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Headers without those that spoke of a body which is unpacked by now. */
function headersOf(told: Head['headers']): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(told))
    if (value !== undefined && !/^content-(?:encoding|length)$/i.test(name)) headers.set(name, String(value))
  return headers
}
