import { type Agent, type IncomingHttpHeaders, request as httpRequest } from 'node:http'
import { practiceApiKey } from '#main/vendors/digiwallet/practice/credentials.ts'

export interface RawRequest {
  method: string
  /** Sent as it stands: Node's http neither normalises nor encodes it. */
  path: string
  headers?: Record<string, string>
  body?: string | Buffer
}

export interface RawAnswer {
  status: number
  headers: IncomingHttpHeaders
  text: string
  json: unknown
  /** Whether an agent's earlier connection served again. */
  reusedSocket: boolean
}

/** One request, on a connection of its own unless an agent is given; rejects with the socket's error where no answer came. */
export function send(
  origin: string,
  { method, path, headers = {}, body }: RawRequest,
  agent: Agent | false = false,
): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, method, path, headers, agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text,
          json: text === '' ? null : JSON.parse(text),
          reusedSocket: request.reusedSocket,
        })
      })
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** The documented header: "Authorization: Bearer …". */
export const bearer = { Authorization: `Bearer ${practiceApiKey}` }

/** A create as a form post. */
export function createByForm(fields: Record<string, string>, headers: Record<string, string> = bearer): RawRequest {
  return {
    method: 'POST',
    path: '/sale-note',
    headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  }
}

/** The document's own example of a note. */
export const exampleNote = {
  outletID: '12345',
  paymentMethodCode: 'IDE',
  saleID: '12345678',
  text: 'Final Invoice Number #12345',
}
