import { createHash, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { readRing, writeRing, type KeyRing } from './key-ring.ts'
import { readCode } from './recovery-code.ts'
import { base64Of, defaultWork, keyOfCode, keyOfPassphrase, unwrap, workSchema, wrap, wrappedSchema, type Work } from './wrap.ts'

const saltBytes = 16
const masterBytes = 32
const fingerprintBytes = 8
const idBytes = 16
/** Codes that were replaced: enough of them to tell a person so. */
const voidAtMost = 20

const salt = z.string().refine((text) => base64Of(saltBytes).safeParse(text).success)
const codeWaySchema = wrappedSchema.extend({ salt, fingerprint: z.string().max(20), at: z.string().max(40) })
const passphraseWaySchema = wrappedSchema.extend({ salt, work: workSchema, at: z.string().max(40) })

const contentSchema = z.object({
  format: z.literal('balie-keys'),
  version: z.literal(1),
  id: z.string().regex(/^[0-9a-f]{32}$/),
  /** The ring of data keys, under the master key. */
  ring: wrappedSchema,
  /** The master key once for each way in, so that one way changes without the others. */
  code: codeWaySchema.nullable(),
  passphrase: passphraseWaySchema.nullable(),
  /** Codes that are no longer good, by a fingerprint that tells nothing of them. */
  voided: z.array(z.object({ fingerprint: z.string().max(20), at: z.string().max(40) })).max(voidAtMost),
})

/** The file that holds a person's data keys for the day on which their keychain does not. */
export type Envelope = z.infer<typeof contentSchema>

/** An envelope whose master key is known in this session. */
export interface OpenEnvelope {
  envelope: Envelope
  master: Buffer
  ring: KeyRing
}

type Opened = { state: 'open' } & OpenEnvelope
export type OpenedByCode =
  | Opened
  | { state: 'incomplete' | 'typo' | 'other-ledger' | 'wrong' | 'no-code' | 'damaged' }
  /** A newer code was made then. */
  | { state: 'void'; at: string }
export type OpenedByPassphrase = Opened | { state: 'wrong' | 'no-passphrase' }

type Purpose = 'ring' | 'code' | 'passphrase' | 'fingerprint'
/** What each sealed part is bound to, so that none stands in for another or in another envelope. */
const bound = ({ id, version }: Pick<Envelope, 'id' | 'version'>, purpose: Purpose): string =>
  `balie-keys/${version}/${id}/${purpose}`

const fingerprintOf = async (code: string, of: Pick<Envelope, 'id' | 'version'>): Promise<string> =>
  (await keyOfCode(code, Buffer.alloc(0), bound(of, 'fingerprint'), fingerprintBytes)).toString('hex')

/** An envelope without a way in yet; a new one of the same id takes the place of what was there. */
export function newEnvelope(ring: KeyRing, earlier: Envelope | null = null, at = ''): OpenEnvelope {
  const master = randomBytes(masterBytes)
  const id = earlier?.id ?? randomBytes(idBytes).toString('hex')
  const base = { format: 'balie-keys', version: 1, id } as const
  const replaced = earlier?.code ? [{ fingerprint: earlier.code.fingerprint, at }] : []
  const envelope: Envelope = {
    ...base,
    ring: wrap(master, Buffer.from(writeRing(ring)), bound(base, 'ring')),
    code: null,
    passphrase: null,
    voided: [...replaced, ...(earlier?.voided ?? [])].slice(0, voidAtMost),
  }
  return { envelope, master, ring }
}

/** With this recovery code as the one that is good; one from before is void from then on. */
export async function withCode(open: OpenEnvelope, code: string, at: string): Promise<OpenEnvelope> {
  const { envelope, master } = open
  const own = randomBytes(saltBytes)
  const way = wrap(await keyOfCode(code, own, bound(envelope, 'code')), master, bound(envelope, 'code'))
  const replaced = envelope.code ? [{ fingerprint: envelope.code.fingerprint, at }] : []
  const fingerprint = await fingerprintOf(code, envelope)
  return {
    ...open,
    envelope: {
      ...envelope,
      code: { ...way, salt: own.toString('base64'), fingerprint, at },
      voided: [...replaced, ...envelope.voided].slice(0, voidAtMost),
    },
  }
}

/** With this passphrase, in place of the one before. */
export async function withPassphrase(
  open: OpenEnvelope,
  passphrase: string,
  at: string,
  work: Work = defaultWork,
): Promise<OpenEnvelope> {
  const { envelope, master } = open
  const own = randomBytes(saltBytes)
  const way = wrap(await keyOfPassphrase(passphrase, own, work), master, bound(envelope, 'passphrase'))
  return { ...open, envelope: { ...envelope, passphrase: { ...way, salt: own.toString('base64'), work, at } } }
}

/** With other keys in it, under the same ways in. */
export const withRing = (open: OpenEnvelope, ring: KeyRing): OpenEnvelope => ({
  ...open,
  ring,
  envelope: { ...open.envelope, ring: wrap(open.master, Buffer.from(writeRing(ring)), bound(open.envelope, 'ring')) },
})

function openWith(envelope: Envelope, master: Buffer | null): Opened | null {
  const plain = master && unwrap(master, envelope.ring, bound(envelope, 'ring'))
  const ring = plain && readRing(plain.toString('utf8'))
  return ring ? { state: 'open', envelope, master, ring } : null
}

/** Opens it with what a person typed as their recovery code, or says what is the matter with that. */
export async function openByCode(envelope: Envelope, typed: string): Promise<OpenedByCode> {
  const way = envelope.code
  const read = readCode(typed, envelope.id)
  if (read.state !== 'code') return read
  if (!read.isOfSet) return { state: 'other-ledger' }
  const fingerprint = await fingerprintOf(read.code, envelope)
  const replaced = envelope.voided.find((one) => one.fingerprint === fingerprint)
  if (replaced) return { state: 'void', at: replaced.at }
  if (!way) return { state: 'no-code' }
  if (way.fingerprint !== fingerprint) return { state: 'wrong' }
  const key = await keyOfCode(read.code, Buffer.from(way.salt, 'base64'), bound(envelope, 'code'))
  return openWith(envelope, unwrap(key, way, bound(envelope, 'code'))) ?? { state: 'damaged' }
}

/** Opens it with a passphrase. */
export async function openByPassphrase(envelope: Envelope, passphrase: string): Promise<OpenedByPassphrase> {
  const way = envelope.passphrase
  if (!way) return { state: 'no-passphrase' }
  const key = await keyOfPassphrase(passphrase, Buffer.from(way.salt, 'base64'), way.work)
  return openWith(envelope, unwrap(key, way, bound(envelope, 'passphrase'))) ?? { state: 'wrong' }
}

const sumOf = (content: Envelope): string => createHash('sha256').update(JSON.stringify(content)).digest('hex')

/** As it stands on the disk. The sum tells a damaged file from a wrong passphrase; it keeps nobody off. */
export const writeEnvelope = (content: Envelope): string => `${JSON.stringify({ ...content, sum: sumOf(content) }, null, 2)}\n`

/** Null where it is damaged, or from a Balie that is newer than this. */
export function readEnvelope(text: string): Envelope | null {
  try {
    const { sum, ...content } = z.object({ sum: z.string() }).loose().parse(JSON.parse(text))
    const envelope = contentSchema.parse(content)
    return sum === sumOf(envelope) ? envelope : null
  } catch {
    return null
  }
}
