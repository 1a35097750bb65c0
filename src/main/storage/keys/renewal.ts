import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { dataKeyOf, isPracticeKey } from '../data-keys.ts'
import { writeWhole } from '../whole-file.ts'
import { envelopeFileOf } from './envelope-file.ts'
import type { KeyRing } from './key-ring.ts'
import { resealFolder, type ResealCount } from './reseal.ts'

/** Says that files may still be under an earlier key; it goes when none is. */
const markerOf = (ledgerFile: string): string => `${envelopeFileOf(ledgerFile)}.renewing`

/** Whether a change of keys was begun and not finished: a start goes on with it. */
export const isRenewing = (ledgerFile: string): boolean => existsSync(markerOf(ledgerFile))

/** On disk before the keychain has the new keys: whatever ends the app from then on, the next start seals what is left. */
export async function beginRenewal(ledgerFile: string): Promise<void> {
  await rm(`${markerOf(ledgerFile)}.part`, { force: true })
  await writeWhole(markerOf(ledgerFile), '')
}

/**
 * Seals every file of the vault under the newest key, those put away for a week and the copies of tables as well. Each opens at any moment, with the one or
 * the other; after a crash it goes on with those that are left. The ledger follows at the next start, where nobody has it open.
 */
export async function resealVault(folder: string, ledgerFile: string, ring: KeyRing): Promise<ResealCount> {
  await beginRenewal(ledgerFile)
  const known = ring.map(({ vault }) => dataKeyOf(vault))
  const removed = path.join(folder, 'removed')
  const days = (await readdir(removed).catch((): string[] => [])).map((day) => path.join(removed, day))
  const all: ResealCount = { done: 0, foreign: 0, broken: 0 }
  const tables = path.join(path.dirname(ledgerFile), 'runs')
  for (const one of [folder, ...days, tables]) {
    const count = await resealFolder(one, {
      keyFor: (id) => known.find((key) => key.id.equals(id)) ?? null,
      to: dataKeyOf(ring[0].vault),
      isPublic: isPracticeKey,
    })
    all.done += count.done
    all.foreign += count.foreign
    all.broken += count.broken
  }
  await rm(markerOf(ledgerFile), { force: true })
  return all
}
