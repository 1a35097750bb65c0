import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openPreferences } from '#main/storage/preferences.ts'
import { defaultPreferences } from '#shared/domain/preferences.ts'
import { nameElectronsFolder } from '#test/support/electron-folder.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

nameElectronsFolder()

const fileOf = (folder: string) => join(folder, 'preferences.json')

describe('preferences', () => {
  test('start as the defaults, and are kept over restarts one by one', async () => {
    const folder = await temporaryFolder()
    const file = await openPreferences({ folder })
    expect(file.get()).toEqual(defaultPreferences)
    expect(file.set({ theme: 'dark', holdSeconds: undefined })).toEqual({ ...defaultPreferences, theme: 'dark' })
    file.set({ textSize: 125 })
    const later = await openPreferences({ folder })
    expect(later.get()).toEqual({ ...defaultPreferences, theme: 'dark', textSize: 125 })
    expect(later.trouble).toBeNull()
  })

  test('keep where the window stood', async () => {
    const folder = await temporaryFolder()
    const file = await openPreferences({ folder })
    expect(file.windowPlace()).toBeNull()
    const place = { width: 1200, height: 800, x: -10, y: 20, maximized: false }
    file.setWindowPlace(place)
    file.set({ theme: 'light' })
    expect((await openPreferences({ folder })).windowPlace()).toEqual(place)
  })

  test.each([
    ['cut off', '{"theme": "da'],
    ['empty', ''],
    ['no text at all', Buffer.from([0, 255, 1, 254])],
  ])('a broken file (%s) is put aside as it was, and the app starts with the defaults', async (_name, bytes) => {
    const folder = await temporaryFolder()
    await writeFile(fileOf(folder), bytes)
    const file = await openPreferences({ folder, now: () => new Date('2026-01-02T03:04:05.678Z') })
    expect(file.get()).toEqual(defaultPreferences)
    const aside = join(folder, 'preferences.broken-2026-01-02T03-04-05-678Z.json')
    expect(file.trouble).toEqual({ id: 'preferences-reset', file: aside })
    expect((await readFile(aside)).equals(Buffer.from(bytes))).toBe(true)
    file.set({ theme: 'dark' })
    expect((await openPreferences({ folder })).get().theme).toBe('dark')
  })

  test('a folder in its place is put aside as well', async () => {
    const folder = await temporaryFolder()
    await mkdir(fileOf(folder))
    const file = await openPreferences({ folder })
    expect(file.trouble?.id).toBe('preferences-reset')
    file.set({ language: 'en' })
    expect((await openPreferences({ folder })).get().language).toBe('en')
  })

  test('what can neither be read nor put aside lasts for the session, and is told', async () => {
    const folder = await temporaryFolder()
    const missing = join(folder, 'file')
    await writeFile(missing, '')
    // A file where the folder should be: nothing in it can be read, moved or written, whoever asks.
    const file = await openPreferences({ folder: missing })
    expect(file.trouble).toEqual({ id: 'preferences-unwritable', file: fileOf(missing) })
    file.set({ language: 'en' })
    expect(file.get()).toEqual({ ...defaultPreferences, language: 'en' })
  })

  test('one value that is not understood costs that value alone', async () => {
    const folder = await temporaryFolder()
    await writeFile(
      fileOf(folder),
      JSON.stringify({ theme: 'solarized', textSize: 150, language: 'en', window: { width: 'wide' } }),
    )
    const file = await openPreferences({ folder })
    expect(file.get()).toEqual({ ...defaultPreferences, textSize: 150, language: 'en' })
    expect(file.windowPlace()).toBeNull()
    expect(await readdir(folder)).toEqual(['preferences.json'])
  })

  test('a change that is not allowed is refused and nothing is changed', async () => {
    const folder = await temporaryFolder()
    const file = await openPreferences({ folder })
    file.set({ holdSeconds: 20 })
    expect(() => file.set({ holdSeconds: 61 })).toThrow('validation.holdSeconds')
    expect((await openPreferences({ folder })).get().holdSeconds).toBe(20)
  })
})
