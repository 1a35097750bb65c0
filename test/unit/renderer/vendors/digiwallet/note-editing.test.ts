import { describe, expect, test } from 'vitest'
import type { Account } from '#shared/domain/account.ts'
import { emptyNote } from '#shared/vendors/digiwallet/sale-note.ts'
import type { KnownNote } from '#shared/vendors/digiwallet/known-note.ts'
import {
  canChange,
  deletionBefore,
  knownText,
  outletWords,
  sameNote,
  testOf,
  textStatus,
} from '../../../../../src/renderer/vendors/digiwallet/note-editing.ts'

const account: Account = {
  id: 'a1',
  settings: {
    kind: 'digiwallet',
    environment: 'production',
    name: 'Winkel',
    url: 'https://api.digiwallet.nl',
    outlets: [
      { id: '10001', label: 'Webshop', testMode: false },
      { id: '10002', label: '', testMode: true },
    ],
    testDefault: 'off',
    bodyFormat: 'form',
  },
  secret: { state: 'stored', lastFour: '1234' },
  endpoint: 'https://api.digiwallet.nl',
  heldItems: 0,
  isOrganisations: false,
}
const update = {
  ...emptyNote,
  action: 'update' as const,
  outletID: '10001',
  saleID: '5500001',
  paymentMethodCode: 'IDE',
  test: false,
}

describe('textStatus', () => {
  test('counts characters as a person does, an emoji once', () => {
    expect(textStatus({ ...update, text: 'té 👍' }).characters).toBe(4)
  })

  test('an empty text is no mistake while typing', () => {
    expect(textStatus({ ...update, text: '' }).problems).toEqual([])
  })

  test('says of an update what its path cannot carry, and nothing of it for a create', () => {
    const text = 'invoice 12/34\nline two'
    expect(textStatus({ ...update, text }).problems).toEqual(['slash', 'control'])
    expect(textStatus({ ...update, action: 'create', text })).toMatchObject({ problems: [], pathLength: null, pathState: 'fine' })
    expect(textStatus({ ...update, text: '...' }).problems).toEqual(['onlyDots'])
  })

  test('refuses half a character whatever the action, and still counts', () => {
    const text = 'half \ud83d'
    expect(textStatus({ ...update, text })).toMatchObject({ problems: ['loneSurrogate'], pathLength: null, characters: 6 })
    expect(textStatus({ ...update, action: 'create', text }).problems).toEqual(['loneSurrogate'])
  })

  test('warns above 2,000 characters of path and refuses above 7,500', () => {
    const fixed = textStatus({ ...update, text: '' }).pathLength ?? 0
    expect(textStatus({ ...update, text: 'x'.repeat(2000 - fixed) })).toMatchObject({ pathLength: 2000, pathState: 'fine' })
    expect(textStatus({ ...update, text: 'x'.repeat(2001 - fixed) })).toMatchObject({ pathState: 'long', problems: [] })
    expect(textStatus({ ...update, text: 'x'.repeat(7500 - fixed) })).toMatchObject({ pathLength: 7500, problems: [] })
    expect(textStatus({ ...update, text: 'x'.repeat(7501 - fixed) })).toMatchObject({
      pathState: 'tooLong',
      problems: ['pathTooLong'],
    })
  })

  test('a delete carries no text, so none is wrong', () => {
    expect(textStatus({ ...update, action: 'delete', text: 'kept / for reference' }).problems).toEqual([])
  })
})

describe('testOf', () => {
  test('an outlet in test mode forces test, whatever was chosen', () => {
    expect(testOf(account, { outletID: ' 10002 ', test: false })).toEqual({ value: true, forced: true })
    expect(testOf(account, { outletID: '10002', test: null })).toEqual({ value: true, forced: true })
  })

  test('elsewhere the choice stands, also when there is none yet', () => {
    expect(testOf(account, { outletID: '10001', test: null })).toEqual({ value: null, forced: false })
    expect(testOf(null, { outletID: '10002', test: false })).toEqual({ value: false, forced: false })
  })
})

test('an outlet goes by its name and ID, or by its ID alone', () => {
  expect(outletWords(account, '10001')).toBe('Webshop (10001)')
  expect(outletWords(account, '10002')).toBe('10002')
  expect(outletWords(null, ' 77 ')).toBe('77')
})

test('a deletion before a new creation keeps the old text and the same note', () => {
  const typed = { ...update, text: 'new / text' }
  expect(deletionBefore(typed, 'old text')).toEqual({ ...typed, action: 'delete', text: 'old text' })
  expect(deletionBefore(typed, null).text).toBe('')
})

test('a note is the same only with the same outlet, sale, method and side', () => {
  const target = { outletID: '10001', saleID: '5500001', paymentMethodCode: 'IDE' as const, test: false }
  expect(sameNote(target, { ...target, saleID: ' 5500001 ' })).toBe(true)
  expect(sameNote(target, { ...target, test: true })).toBe(false)
  expect(sameNote(target, { ...target, test: null })).toBe(false)
  expect(sameNote(target, { ...target, paymentMethodCode: 'MRC' })).toBe(false)
})

describe('knownText', () => {
  const known: KnownNote = {
    accountId: 'a1',
    accountName: 'Winkel',
    environment: 'production',
    target: { outletID: '10001', saleID: '5500001', paymentMethodCode: 'IDE', test: false },
    text: 'confirmed',
    newest: { submissionId: 's1', kind: 'note.create', state: 'sent', at: '2026-11-22T10:00:00.000Z' },
  }

  test('shows the confirmed text, or says why there is none', () => {
    expect(knownText(known)).toEqual({ text: 'confirmed' })
    expect(knownText({ ...known, text: null, newest: { ...known.newest, kind: 'note.delete' } })).toEqual({ says: 'deleted' })
    expect(knownText({ ...known, text: null, newest: { ...known.newest, state: 'unknown' } })).toEqual({ says: 'noText' })
  })

  test('one that may be there can be updated or deleted, and no other', () => {
    const newest = (kind: KnownNote['newest']['kind'], state: KnownNote['newest']['state'], text: string | null = null) =>
      canChange({ ...known, text, newest: { ...known.newest, kind, state } })
    expect(newest('note.create', 'sent', 'confirmed')).toBe(true)
    expect(newest('note.create', 'unknown')).toBe(true)
    // Its refused update left it as it was.
    expect(newest('note.update', 'rejected', 'confirmed')).toBe(true)
    expect(newest('note.create', 'rejected')).toBe(false)
    expect(newest('note.create', 'queued')).toBe(false)
    expect(newest('note.delete', 'sent')).toBe(false)
  })
})
