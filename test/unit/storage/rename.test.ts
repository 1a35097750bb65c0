import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { rename, renameSync } from '#main/storage/rename.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const refusal = (code: string) => Object.assign(new Error(code), { code })

describe.each(['EBUSY', 'EPERM', 'EACCES'])('a file that an antivirus holds (%s)', (code) => {
  test('is renamed once it is let go', async () => {
    const later = vi.fn(async () => {}).mockRejectedValueOnce(refusal(code))
    await rename('a', 'b', { platform: 'win32', rename: later })
    expect(later).toHaveBeenCalledTimes(2)

    let tries = 0
    renameSync('a', 'b', {
      platform: 'win32',
      rename: () => {
        tries += 1
        if (tries === 1) throw refusal(code)
      },
    })
    expect(tries).toBe(2)
  })

  test('is a refusal at once on other systems, where it is final', async () => {
    const refused = vi.fn(() => Promise.reject(refusal(code)))
    await expect(rename('a', 'b', { platform: 'linux', rename: refused })).rejects.toThrow(code)
    expect(refused).toHaveBeenCalledTimes(1)
  })
})

test('any other refusal is one at once', async () => {
  const gone = vi.fn(() => Promise.reject(refusal('ENOENT')))
  await expect(rename('a', 'b', { platform: 'win32', rename: gone })).rejects.toThrow('ENOENT')
  expect(gone).toHaveBeenCalledTimes(1)
})

test('a file that stays held is refused in the end', async () => {
  const held = vi.fn(() => Promise.reject(refusal('EBUSY')))
  await expect(rename('a', 'b', { platform: 'win32', rename: held, wait: () => Promise.resolve() })).rejects.toThrow('EBUSY')
  expect(held.mock.calls.length).toBeGreaterThan(5)
})

test('renames on the disk', async () => {
  const folder = await temporaryFolder()
  await writeFile(join(folder, 'a'), 'inhoud')
  await rename(join(folder, 'a'), join(folder, 'b'))
  renameSync(join(folder, 'b'), join(folder, 'c'))
  expect(await readFile(join(folder, 'c'), 'utf8')).toBe('inhoud')
})
