import type { IncomingMessage } from 'node:http'

/** A body that cannot be read as what it should be; the vendor's own shape of an error carries the sentence. */
export class BodyProblem extends Error {
  readonly status: 400 | 413
  constructor(status: 400 | 413, message: string) {
    super(message)
    this.status = status
  }
}

/** The media type without its parameters, in lower case; empty where none was given. */
export function mediaTypeOf(request: IncomingMessage): string {
  return (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

/**
 * Hands each piece of the body to `take` until the end. It always reads to the end, also when a piece was refused: an
 * answer sent while the client still writes is lost in a connection reset.
 */
export async function readBody(request: IncomingMessage, take: (chunk: Buffer) => void): Promise<void> {
  let problem: unknown = null
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (problem !== null) continue
    try {
      take(chunk)
    } catch (error) {
      problem = error
    }
  }
  if (problem !== null) throw problem
}

/** Keeps pieces up to a limit. SECURITY: nobody fills the app's memory through this port. */
export function boundedBytes(maxBytes: number): { take(chunk: Buffer): void; text(): string } {
  const chunks: Buffer[] = []
  let bytes = 0
  return {
    take(chunk) {
      bytes += chunk.length
      if (bytes > maxBytes) throw new BodyProblem(413, `Body is larger than ${maxBytes} bytes.`)
      chunks.push(chunk)
    },
    text() {
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
      } catch {
        throw new BodyProblem(400, 'Body is not valid UTF-8.')
      }
    },
  }
}

/** A JSON object; anything else has no parameters and is refused with a sentence. */
export function parseJsonObject(text: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BodyProblem(400, 'Body is not valid JSON.')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BodyProblem(400, 'Body is not a JSON object.')
  }
  return value as Record<string, unknown>
}
