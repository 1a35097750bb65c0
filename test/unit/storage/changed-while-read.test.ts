import { createHash } from 'node:crypto'
import {
  appendFileSync,
  closeSync,
  openSync,
  renameSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createVault, type VaultRecord } from '#main/storage/attachment-vault.ts'
import { createDataKeys } from '#main/storage/data-keys.ts'
import { openSource } from '#main/storage/source-file.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

/** What other programs do to a file while Balie copies it. */
const changes: Record<string, (file: string, at: number) => void> = {
  'is written over': (file, at) => {
    const handle = openSync(file, 'r+')
    writeSync(handle, Buffer.alloc(1_000, 2), 0, 1_000, at)
    closeSync(handle)
  },
  'is written over, and its time put back': (file, at) => {
    const { atime, mtime } = statSync(file)
    changes['is written over']?.(file, at)
    utimesSync(file, atime, mtime)
  },
  grows: (file) => appendFileSync(file, Buffer.alloc(5_000, 3)),
  shrinks: (file, at) => truncateSync(file, at),
  'is emptied and written anew': (file) => writeFileSync(file, Buffer.alloc(300_000, 4)),
  'is replaced by another': (file) => {
    writeFileSync(`${file}.nieuw`, Buffer.alloc(300_000, 5))
    renameSync(`${file}.nieuw`, file)
  },
}

const count = 500
const cases = fc.sample(
  fc.record({
    name: fc.constantFrom(...Object.keys(changes)),
    size: fc.integer({ min: 197_000, max: 450_000 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    piece: fc.nat({ max: 2 }),
  }),
  { seed: 500, numRuns: count },
)

test(
  `${count} files that change while they are read: each is refused, or is sent as it was hashed`,
  { timeout: 120_000 },
  async () => {
    const folder = await temporaryFolder()
    const vault = createVault({ folder: path.join(folder, 'vault'), keys: createDataKeys(new FakeKeychain()) })
    const tally = { refused: 0, kept: 0, otherThanHashed: 0 }
    for (const [at, { name, size, part, piece }] of cases.entries()) {
      const file = path.join(folder, `bon-${at}.pdf`)
      writeFileSync(file, Buffer.alloc(size, 1))
      const source = await openSource({ path: file })
      let pieces = 0
      const stored = await vault
        .store(source, {
          id: `bijlage-${at}`,
          maxBytes: 1_000_000,
          audience: 'practice',
          onBytes() {
            if (pieces === piece) changes[name]?.(file, Math.floor(part * (size - 1_000)))
            pieces += 1
          },
        })
        .catch(() => null)
      await source.close()
      if (!stored) {
        tally.refused += 1
        continue
      }
      const hash = createHash('sha256')
      let bytes = 0
      const record: VaultRecord = { id: `bijlage-${at}`, ...stored }
      // As a dispute is sent, and as it is sent again.
      for await (const sent of vault.read(record)) {
        hash.update(sent)
        bytes += sent.length
      }
      const isSame = hash.digest('hex') === stored.sha256 && bytes === stored.bytes
      tally[isSame ? 'kept' : 'otherThanHashed'] += 1
    }
    expect(tally.otherThanHashed).toBe(0)
    expect(tally.refused).toBeGreaterThan(count / 4)
    expect(tally.kept).toBeGreaterThan(count / 10)
  },
)
