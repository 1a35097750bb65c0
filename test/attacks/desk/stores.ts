import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import tls from 'node:tls'
import { parsePolicy } from '#main/policy/parse-policy.ts'
import { openDatabase } from '#main/storage/database.ts'
import { isArchived } from '#main/storage/backup/archive.ts'
import { open, openSealedAt, seal } from '#main/storage/sealed-stream.ts'
import { feedMark, keyName, signatureMark, signedPart } from '#main/updates/feed-signature.ts'
import { refuseStale } from '#main/updates/feed-freshness.ts'
import { createTestAuthority } from '#test/support/certificates.ts'
import { answering, rawAnswer } from '#test/support/hostile-server.ts'
import { noteOrder } from '#test/support/orders.ts'
import { createRawRecorder, type Behaviour } from '#test/support/raw-recorder.ts'
import { transmitterFor } from '#test/support/sending.ts'
import { unrefused, type Attacks } from './attack.ts'

const key = { id: randomBytes(8), key: randomBytes(32) }

async function sealed(id: string): Promise<Buffer> {
  const all: Buffer[] = []
  const plain = (async function* () {
    yield Buffer.from('Klacht van Jan Bakker '.repeat(10_000))
  })()
  for await (const piece of seal(plain, key, id)) all.push(Buffer.from(piece))
  return Buffer.concat(all)
}

const bytesOf = (bytes: Buffer) => ({
  length: bytes.length,
  read: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
})

/** Whether a sealed file is read to its end as the one that is asked for. */
async function isRead(bytes: Buffer, id: string): Promise<boolean> {
  const read = await unrefused(async () => {
    for await (const piece of open(bytesOf(bytes), key, id)) void piece
    return true
  })
  return read === true
}

const ledgerKey = randomBytes(32) as never

/** A sealed ledger that was closed, in which an amount stands. */
function ledgerOnDisk(): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'balie-attack-')), 'ledger.sqlite')
  const db = openDatabase(file, { key: ledgerKey })
  db.exec("CREATE TABLE notes (text TEXT); INSERT INTO notes VALUES ('Jan Bakker krijgt 100 euro')")
  db.close()
  return file
}
const textIn = (file: string): string => {
  const db = openDatabase(file, { key: ledgerKey })
  try {
    return String(db.prepare('SELECT text FROM notes').get()?.['text'])
  } finally {
    db.close()
  }
}

const pair = generateKeyPairSync('ed25519')
const other = generateKeyPairSync('ed25519')
const publicText = (from = pair) =>
  Buffer.from(String(from.publicKey.export({ format: 'jwk' }).x), 'base64url').toString('base64')
const feed = (by = pair, name = 'latest') => {
  const body = `${feedMark}${name} 2026-11-28T00:00:00.000Z\nversion: 9.9.9\n`
  return `${body}${signatureMark}${keyName(pair.publicKey)} ${sign(null, Buffer.from(body), by.privateKey).toString('base64')}\n`
}
const isBelieved = async (text: string, name = 'latest') =>
  (await unrefused(() => signedPart(text, [publicText()], name))) !== null

/** What a vendor that behaves like this makes of one note; loopback without TLS, as the practice environment. */
async function sent(behaviour: Behaviour, limits = {}) {
  const server = await createRawRecorder(behaviour)
  const transmitter = transmitterFor({ limits })
  const order = noteOrder(`http://127.0.0.1:${new URL(server.origin).port}`, 'create')
  const watch = { signal: new AbortController().signal, onProgress: () => undefined }
  const evidence = await transmitter.transmit(order, watch)
  await transmitter.close()
  await server.close()
  return evidence
}

/** Something else that listens, and counts who comes. */
async function elsewhere() {
  const came: IncomingMessage[] = []
  const { promise: arrived, resolve } = Promise.withResolvers<void>()
  const server = createServer((request, response) => {
    came.push(request)
    resolve()
    response.end('{"saleNoteID":1}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { came, arrived, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() }
}

/** What lies on the disk, what an organisation or Balie's makers are said to say, and what vendors answer. */
export const stores: Attacks = {
  'reads the ledger of a stolen computer': () => readFileSync(ledgerOnDisk()).includes('Jan Bakker'),
  async 'changes the ledger where it lies'() {
    const file = ledgerOnDisk()
    const bytes = readFileSync(file)
    const at = bytes.indexOf('100 euro')
    bytes.write('9', at < 0 ? bytes.length - 40 : at)
    writeFileSync(file, bytes)
    const read = await unrefused(() => textIn(file))
    return read === 'Jan Bakker krijgt 900 euro'
  },
  async 'changes an attached file where it lies'() {
    const bytes = await sealed('a')
    bytes[1_000] = (bytes[1_000] ?? 0) ^ 1
    return isRead(bytes, 'a')
  },
  'exchanges one attached file for another': async () => isRead(await sealed('a'), 'b'),
  async 'cuts an attached file off'() {
    const bytes = await sealed('a')
    return isRead(bytes.subarray(0, bytes.length - 300), 'a')
  },
  async 'changes the copy of a table where it lies'() {
    const bytes = await sealed('table-1')
    bytes[1_000] = (bytes[1_000] ?? 0) ^ 1
    return (await unrefused(() => openSealedAt(bytesOf(bytes), key, 'table-1').read(900, 200))) !== null
  },
  'writes over a file of the system out of a backup': () => isArchived('../../.bashrc'),
  'writes over a key envelope out of a backup': () => isArchived('ledger.sqlite.keys'),
  'serves a newer version that nobody signed': () => isBelieved(`version: 9.9.9\n`),
  'serves a newer version that somebody else signed': () => isBelieved(feed(other)),
  'serves the feed of another system': () => isBelieved(feed(pair, 'latest-mac')),
  'adds to a feed behind its signature': () => isBelieved(`${feed()}path: kwaad.exe\n`),
  async 'serves a feed of long ago'() {
    const dates = { newest: () => null, keep: () => undefined }
    return (await unrefused(() => (refuseStale(0, Date.UTC(2026, 10, 28), dates), true))) !== null
  },
  'lifts a limit by nonsense in a policy': () => parsePolicy('x', { maxRunRows: 'alles' }).policy.maxRunRows === undefined,
  'lifts all limits by a broken policy': () => parsePolicy('x', 'niets').policy.maxRunRows === undefined,
  async 'leads a key elsewhere by a redirect'() {
    const host = await elsewhere()
    await sent(answering(rawAnswer(307, '', { Location: host.url })))
    await Promise.race([host.arrived, new Promise((resolve) => setTimeout(resolve, 300))])
    host.close()
    return host.came.length > 0
  },
  async 'fills the memory with an answer'() {
    const { cause } = await sent(answering(rawAnswer(200, `{"saleNoteID":1,"x":"${'x'.repeat(3_000_000)}"}`)))
    return cause === null
  },
  async 'passes an answer of which half is missing off as whole'() {
    const half = rawAnswer(200, '{"status":0,"saleNoteID":4711}', { 'Content-Length': 10_000 })
    const { progress } = await sent({ onRequest: (socket) => void socket.end(half) }, { idleMs: 300, totalMs: 600 })
    return progress === 'answered'
  },
  async 'has old TLS spoken by what stands in the environment'() {
    const before = { min: tls.DEFAULT_MIN_VERSION, ciphers: tls.DEFAULT_CIPHERS }
    Object.assign(tls, { DEFAULT_MIN_VERSION: 'TLSv1', DEFAULT_CIPHERS: 'ALL:eNULL:@SECLEVEL=0' })
    const authority = await createTestAuthority()
    const weak = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
    let read = 0
    const server = tls.createServer({ ...(await authority.issue(['localhost'])), ...weak }, (socket) => {
      socket.on('error', () => undefined)
      socket.on('data', (bytes) => ((read += bytes.length), socket.end(rawAnswer(200, '{"id":1}'))))
    })
    server.on('tlsClientError', () => undefined)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const transmitter = transmitterFor({ caCertificates: () => [authority.cert] })
    const order = noteOrder(`https://localhost:${(server.address() as AddressInfo).port}`, 'create')
    await transmitter.transmit(order, { signal: new AbortController().signal, onProgress: () => undefined })
    await transmitter.close()
    server.close()
    Object.assign(tls, { DEFAULT_MIN_VERSION: before.min, DEFAULT_CIPHERS: before.ciphers })
    return read > 0
  },
}
