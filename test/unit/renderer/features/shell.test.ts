import { describe, expect, test } from 'vitest'
import type { Account } from '#shared/domain/account.ts'
import type { Environment } from '#shared/domain/account-fields.ts'
import { byNearness, matching, type Entry } from '../../../../src/renderer/features/shell/palette-entries.ts'
import { bannerFor } from '../../../../src/renderer/features/shell/practice-banner.ts'
import { commandFor } from '../../../../src/renderer/features/shell/shortcuts.ts'
import { keyName } from '../../../../src/renderer/lib/key-names.ts'
import { pickActive } from '../../../../src/renderer/lib/active-accounts.ts'

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

function billink(id: string, environment: Environment): Account {
  return {
    id,
    settings: {
      kind: 'billink',
      environment,
      name: `Winkel ${id}`,
      url: null,
      username: 'w',
      maxFileMegabytes: 10,
      categories: [],
      locales: [],
    },
    secret: { state: 'public', lastFour: null },
    endpoint: null,
    heldItems: 0,
    isOrganisations: false,
  }
}

describe('keys', () => {
  test.each([
    [{ key: 'k', ctrlKey: true }, 'palette'],
    [{ key: 'k', metaKey: true }, 'palette'],
    [{ key: 'n', ctrlKey: true }, 'new-dispute'],
    [{ key: 'N', ctrlKey: true, shiftKey: true }, 'new-note'],
    [{ key: '1', ctrlKey: true }, 'disputes'],
    [{ key: 'P', ctrlKey: true, shiftKey: true }, 'new-payment-note'],
    [{ key: '3', ctrlKey: true }, 'payment-notes'],
    [{ key: '4', ctrlKey: true }, 'bulk'],
    [{ key: '7', ctrlKey: true }, 'overview'],
    [{ key: '8', ctrlKey: true }, 'settings'],
    [{ key: 'ArrowLeft', altKey: true }, 'back'],
    [{ key: 'F6' }, 'next-region'],
    [{ key: 'F1' }, 'keys'],
    [{ key: '?', shiftKey: true }, 'keys'],
    [{ key: 'f', ctrlKey: true }, 'find'],
    [{ key: 'F6', shiftKey: true }, 'previous-region'],
  ])('%o asks for %s', (key, command) => {
    expect(commandFor({ ...none, ...key }, false)).toBe(command)
  })

  test.each([
    { key: 'n' },
    { key: '1' },
    { key: '0', ctrlKey: true },
    { key: 'z', ctrlKey: true },
    { key: 'ArrowLeft' },
    { key: 'ArrowLeft', altKey: true, ctrlKey: true },
    // AltGr is Ctrl and Alt together: it types a character.
    { key: 'n', ctrlKey: true, altKey: true },
  ])('%o stays with the field that has focus', (key) => {
    expect(commandFor({ ...none, ...key }, false)).toBeNull()
  })

  test.each([
    { key: 'k', ctrlKey: true },
    { key: 'n', ctrlKey: true },
    { key: 'ArrowLeft', altKey: true },
    { key: 'ArrowRight', altKey: true },
  ])('%o edits text on macOS and is left to the field', (key) => {
    expect(commandFor({ ...none, ...key }, true)).toBeNull()
  })

  test.each([
    [{ key: 'k', metaKey: true }, 'palette'],
    [{ key: 'n', metaKey: true }, 'new-dispute'],
    [{ key: '[', metaKey: true }, 'back'],
    [{ key: ']', metaKey: true }, 'forward'],
  ])('%o asks for %s on macOS', (key, command) => {
    expect(commandFor({ ...none, ...key }, true)).toBe(command)
  })

  test('are written as the computer writes them', () => {
    expect(keyName('win32', 'Ctrl', 'Shift', 'N')).toBe('Ctrl+Shift+N')
    expect(keyName('darwin', 'Ctrl', 'Shift', 'N')).toBe('⌘⇧N')
  })
})

describe('the palette', () => {
  const entry = (label: string, words = ''): Entry => ({ id: label, group: 'actions', label, words, run: () => {} })
  const entries = [entry('Ga naar Geschillen'), entry('Geschil 2024-0815', 'Marieke de Boër'), entry('Nieuwe notitie')]
  const found = (search: string) => matching(entries, search).map(({ label }) => label)

  test('finds by any words in any order, accents and case aside', () => {
    expect(found('boer MARIEKE')).toEqual(['Geschil 2024-0815'])
    expect(found('0815')).toEqual(['Geschil 2024-0815'])
    expect(found('zzz')).toEqual([])
  })

  test('puts what begins with the word first', () => {
    expect(found('gesch')).toEqual(['Geschil 2024-0815', 'Ga naar Geschillen'])
  })
})

describe('the practice marking', () => {
  test('stands as long as one account in view is not live', () => {
    expect(bannerFor([billink('a', 'practice'), billink('b', 'production')])).toMatchObject({
      environment: 'practice',
      names: ['Winkel a'],
    })
    expect(bannerFor([billink('a', 'staging')])).toMatchObject({ environment: 'staging' })
  })

  test('is absent where all is live', () => {
    expect(bannerFor([billink('b', 'production')])).toBeNull()
    expect(bannerFor([])).toBeNull()
  })
})

describe('the active account', () => {
  const accounts = [billink('a', 'practice'), billink('b', 'production')]

  test('is the chosen one, or the first where the chosen one is gone', () => {
    expect(pickActive(accounts, 'billink', 'b')?.id).toBe('b')
    expect(pickActive(accounts, 'billink', 'removed')?.id).toBe('a')
    expect(pickActive(accounts, 'billink', null)?.id).toBe('a')
  })

  test('is never one of the other vendor', () => {
    expect(pickActive(accounts, 'digiwallet', 'b')).toBeNull()
  })

  test('what is about a customer comes before what only says the name, each the newest first', () => {
    const item = (subject: string, context: string) => ({ subject, context })
    const notes = Array.from({ length: 30 }, (_, at) => item(`${at}`, 'Outlet · IDE'))
    const found = byNearness([...notes, item('F-2', 'Ján de Boer · jan@x.nl'), item('F-1', 'Jan Bos'), item('jan-1', '')], 'jan')
    expect(found.slice(0, 4).map(({ subject }) => subject)).toEqual(['jan-1', 'F-2', 'F-1', '0'])
  })
})
