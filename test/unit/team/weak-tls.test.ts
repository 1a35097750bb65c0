import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import tls from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '#main/team/postgres.ts'
import { createTestAuthority } from '#test/support/certificates.ts'

test.each([
  ['speaks TLS 1.1 at most', { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }],
  ['has ciphers without encryption only', { maxVersion: 'TLSv1.2', ciphers: 'eNULL@SECLEVEL=0' }],
] as const)('a team’s database that %s is told nothing, also where NODE_OPTIONS would let it', async (_, weak) => {
  // What `--tls-min-v1.0` and `--tls-cipher-list` set.
  const before = { DEFAULT_MIN_VERSION: tls.DEFAULT_MIN_VERSION, DEFAULT_CIPHERS: tls.DEFAULT_CIPHERS }
  Object.assign(tls, { DEFAULT_MIN_VERSION: 'TLSv1', DEFAULT_CIPHERS: 'ALL:eNULL:@SECLEVEL=0' })
  onTestFinished(() => void Object.assign(tls, before))
  const authority = await createTestAuthority()
  const secureContext = tls.createSecureContext({ ...(await authority.issue(['localhost'])), ...weak })
  let told = ''
  // PostgreSQL's answer to a client that asks for TLS: https://www.postgresql.org/docs/15/protocol-flow.html
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => {
      socket.write('S')
      const secure = new tls.TLSSocket(socket, { isServer: true, secureContext })
      secure.on('error', () => socket.destroy())
      secure.on('data', (bytes: Buffer) => (told += bytes.toString('latin1')))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const address = { host: 'localhost', port, database: 'balie', user: 'anna', ca: authority.cert }
  const trouble = await connect(address, 'geheim', { connectMs: 1_000, callMs: 1_000 }).catch((error: unknown) => error)
  expect({ told, trouble }).toMatchObject({ told: '', trouble: { trouble: 'tls' } })
})
