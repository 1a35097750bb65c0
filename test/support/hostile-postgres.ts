import { once } from 'node:events'
import net, { type AddressInfo, type Socket } from 'node:net'
import tls from 'node:tls'
import { connect } from '#main/team/postgres.ts'
import type { Identity } from './certificates.ts'

/** A server on this computer that is no good PostgreSQL, asked as a desk asks: what it was told, and what became of it. */
async function asked(serve: (socket: Socket, hear: (bytes: Buffer) => void) => void, ca: string | null) {
  let told = ''
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined)
    serve(socket, (bytes) => (told += bytes.toString('latin1')))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const address = { host: 'localhost', port, database: 'balie', user: 'anna', ca }
  const trouble = await connect(address, 'geheim-van-anna', { connectMs: 1_000, callMs: 1_000 }).catch((error: unknown) => error)
  server.close()
  return { told, trouble }
}

/** Speaks TLS that is too weak, where Node's own defaults would take it: what `--tls-min-v1.0` and `--tls-cipher-list` set. */
export async function askWeaklySealed(identity: Identity, ca: string, weak: tls.SecureContextOptions) {
  const before = { DEFAULT_MIN_VERSION: tls.DEFAULT_MIN_VERSION, DEFAULT_CIPHERS: tls.DEFAULT_CIPHERS }
  Object.assign(tls, { DEFAULT_MIN_VERSION: 'TLSv1', DEFAULT_CIPHERS: 'ALL:eNULL:@SECLEVEL=0' })
  try {
    const secureContext = tls.createSecureContext({ ...identity, ...weak })
    return await asked((socket, hear) => {
      // The answer to a client that asks for TLS: https://www.postgresql.org/docs/15/protocol-flow.html
      socket.once('data', () => {
        socket.write('S')
        const secure = new tls.TLSSocket(socket, { isServer: true, secureContext })
        secure.on('error', () => socket.destroy())
        secure.on('data', hear)
      })
    }, ca)
  } finally {
    Object.assign(tls, before)
  }
}

/** Asks for the password in a way that gives it away. @see https://www.postgresql.org/docs/15/protocol-message-formats.html */
export function askForPassword(way: 'in clear' | 'as MD5') {
  const request = way === 'in clear' ? [82, 0, 0, 0, 8, 0, 0, 0, 3] : [82, 0, 0, 0, 12, 0, 0, 0, 5, 1, 2, 3, 4]
  return asked((socket, hear) => {
    socket.once('data', () => {
      socket.write(Buffer.from(request))
      socket.on('data', (bytes) => {
        hear(bytes)
        socket.destroy()
      })
    })
  }, null)
}
