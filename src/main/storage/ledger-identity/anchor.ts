import { createHash, randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, realpathSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import type { LedgerRecord } from './renew.ts'
import { renameSync } from '../rename.ts'

/** Of JSON that someone else may have written. */
export const ledgerRecordSchema = z.object({ id: z.string(), generation: z.number().int(), mark: z.string() })

/** Each writer of claims has a place of its own, so that none of them turns back what another wrote. */
const slots = 16
const slotBytes = 24

/** A short name for a data folder, however it was come by. */
export function folderKey(folder: string): string {
  return createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24)
}

/** Whose claims a thread with a connection of its own makes, and where their number is told. */
export interface ClaimsOwner {
  session: string
  claimsFile: string
}

/** Main's own place; each run has one of the others. */
export const mainSlot = 0
export const slotOfRun = (runId: number): number => 1 + (runId % (slots - 1))

/**
 * Writes how many claims there are, without waiting for the disk: it must hold against a killed app, not a power cut. Where it
 * fails the claim goes on, since its row is on disk already, and all that is lost is the telling of one kind of copy.
 */
export function claimsWriter(file: string, slot: number): (claims: number) => void {
  let handle: number | null = null
  return (claims) => {
    try {
      handle ??= openSync(file, 'r+')
      writeSync(handle, String(claims).padEnd(slotBytes), slot * slotBytes)
    } catch {
      handle = null
    }
  }
}

/**
 * What this computer remembers of the ledger in a folder, in two small files outside that folder: a copy of the whole folder
 * that is put back does not bring them along. The count of claims tells an older copy of the same session.
 */
export function createAnchor(stateFolder: string, key: string) {
  const folder = path.join(stateFolder, key)
  const recordFile = path.join(folder, 'ledger.json')
  const claimsFile = path.join(folder, 'claims')

  const textOf = (file: string): string | null => {
    try {
      return readFileSync(file, 'utf8')
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
      throw error
    }
  }
  const recordIn = (text: string): LedgerRecord | null => {
    try {
      return ledgerRecordSchema.parse(JSON.parse(text))
    } catch {
      return null
    }
  }

  return {
    claimsFile,
    read(): { record: LedgerRecord | null; claims: number } {
      const text = textOf(recordFile)
      const counts = (textOf(claimsFile) ?? '').match(/\d+/g) ?? []
      return { record: text === null ? null : recordIn(text), claims: Math.max(0, ...counts.map(Number)) }
    },
    /** Whole or not at all, and there is a place for claims when it returns. */
    write(record: LedgerRecord): void {
      // SECURITY: says which ledgers this person has; theirs alone.
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      closeSync(openSync(claimsFile, 'a', 0o600))
      const part = `${recordFile}.${randomUUID()}`
      try {
        writeFileSync(part, JSON.stringify(record), { mode: 0o600 })
        const handle = openSync(part, 'r+')
        fsyncSync(handle)
        closeSync(handle)
        renameSync(part, recordFile)
      } finally {
        rmSync(part, { force: true })
      }
    },
  }
}
export type Anchor = ReturnType<typeof createAnchor>
