import { createHash, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { base64Of, defaultWork, keyOfPassphrase, workSchema, type Work } from '../keys/wrap.ts'
import { dataKeyOf } from '../data-keys.ts'
import { BrokenSeal, keyIdOf, open, seal, type DataKey, type SealedBytes } from '../sealed-stream.ts'

const magic = Buffer.from('BALIEBAK', 'latin1')
const endMagic = Buffer.from('BALIEEND', 'latin1')
const version = 1
const saltBytes = 16
const sumBytes = 32
/** Magic, version and length of the head. */
const leadBytes = magic.length + 4
/** SECURITY: a hostile file does not decide how much is read before anything of it was checked. */
const headBytesAtMost = 4096

const headSchema = z.object({
  createdAt: z.iso.datetime(),
  /** The Balie that made it. */
  app: z.string().max(40),
  salt: z.string().refine((text) => base64Of(saltBytes).safeParse(text).success),
  work: workSchema,
})
export type BackupHead = z.infer<typeof headSchema>

/** What can be wrong with a file that a person chose as their backup. */
export const backupTroubles = ['not-a-backup', 'newer', 'incomplete', 'damaged', 'wrong-passphrase'] as const
export type BackupTrouble = (typeof backupTroubles)[number]

/** A backup that cannot be used, with the reason that has a sentence. */
export class BackupFailure extends Error {
  readonly trouble: BackupTrouble

  constructor(trouble: BackupTrouble, options?: ErrorOptions) {
    super(`The backup is ${trouble}.`, options)
    this.name = 'BackupFailure'
    this.trouble = trouble
  }
}

const sumOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
/** Binds each chunk of the content to the head before it, whose sum this is. */
const contentId = (sum: Buffer): string => `backup ${sum.toString('hex')}`

export interface ContainerOptions {
  passphrase: string
  app: string
  createdAt: Date
  work?: Work
}

/**
 * One file: a head in clear (when, by which Balie, and how the key comes from the passphrase), its sum, the content as a sealed
 * stream, and an end by which a file that was cut off is told from one that is damaged.
 */
export async function* containerOf(
  content: AsyncIterable<Uint8Array>,
  { passphrase, app, createdAt, work = defaultWork }: ContainerOptions,
): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(saltBytes)
  const given: BackupHead = { createdAt: createdAt.toISOString(), app, salt: salt.toString('base64'), work }
  const text = Buffer.from(JSON.stringify(given), 'utf8')
  const lead = Buffer.alloc(leadBytes)
  magic.copy(lead)
  lead.writeUInt16BE(version, magic.length)
  lead.writeUInt16BE(text.length, magic.length + 2)
  const head = Buffer.concat([lead, text])
  const sum = sumOf(head)
  yield head
  yield sum
  yield* seal(content, dataKeyOf(await keyOfPassphrase(passphrase, salt, work)), contentId(sum))
  yield endMagic
}

/** A backup whose head was read: what is known of it before anyone types a passphrase. */
export interface Container {
  head: BackupHead
  /** Its content, once the passphrase was right. Fails with `damaged` where it is not what was sealed. */
  open(passphrase: string): Promise<AsyncIterable<Uint8Array>>
}

const part = (file: SealedBytes, from: number, length: number): SealedBytes => ({
  length,
  read: (offset, wanted, into) => file.read(from + offset, Math.min(wanted, length - offset), into),
})

async function* contentOf(sealed: SealedBytes, key: DataKey, id: string): AsyncGenerator<Uint8Array> {
  try {
    yield* open(sealed, key, id)
  } catch (error) {
    throw error instanceof BrokenSeal ? new BackupFailure('damaged', { cause: error }) : error
  }
}

/** Reads the head of a chosen file. Nothing is asked, derived or written for one that is no whole backup. */
export async function readContainer(file: SealedBytes): Promise<Container> {
  const lead = Buffer.from(await file.read(0, leadBytes))
  if (lead.length < leadBytes || !lead.subarray(0, magic.length).equals(magic)) throw new BackupFailure('not-a-backup')
  if (lead.readUInt16BE(magic.length) > version) throw new BackupFailure('newer')
  const headLength = leadBytes + lead.readUInt16BE(magic.length + 2)
  if (headLength > headBytesAtMost) throw new BackupFailure('damaged')
  const start = headLength + sumBytes
  const end = file.length - endMagic.length
  if (end < start || !endMagic.equals(await file.read(end, endMagic.length))) throw new BackupFailure('incomplete')
  const bytes = Buffer.from(await file.read(0, headLength))
  const sum = Buffer.from(await file.read(headLength, sumBytes))
  const head = headSchema.safeParse(jsonOf(bytes.subarray(leadBytes)))
  if (!head.success || !sum.equals(sumOf(bytes))) throw new BackupFailure('damaged')
  const sealed = part(file, start, end - start)
  return {
    head: head.data,
    async open(passphrase) {
      const key = dataKeyOf(await keyOfPassphrase(passphrase, Buffer.from(head.data.salt, 'base64'), head.data.work))
      let named: Uint8Array
      try {
        named = await keyIdOf(sealed)
      } catch (error) {
        throw new BackupFailure('damaged', { cause: error })
      }
      // The head has a sum of its own, so that this is the passphrase and not the disk.
      if (!key.id.equals(named)) throw new BackupFailure('wrong-passphrase')
      return contentOf(sealed, key, contentId(sum))
    },
  }
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
