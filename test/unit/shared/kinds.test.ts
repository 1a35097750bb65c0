import { describe, expect, test } from 'vitest'
import {
  actionOf,
  factsOf,
  kindNames,
  kindOf,
  kindOfBulk,
  kindOfVendor,
  kinds,
  httpMethodOf,
  submissionKindSchema,
  vendorName,
  vendors,
} from '#shared/domain/kinds.ts'

describe('what derives from the table of kinds', () => {
  test('items are a kind and an action, by the method of the vendor’s document', () => {
    expect(Object.fromEntries(submissionKindSchema.options.map((kind) => [kind, httpMethodOf(kind)]))).toMatchObject({
      'dispute.create': 'POST',
      'note.create': 'POST',
      'note.update': 'PATCH',
      'note.delete': 'DELETE',
    })
    expect([kindOf('note.update'), actionOf('note.update')]).toEqual(['note', 'update'])
  })
  test('each vendor has one kind, each kind its own screen and table', () => {
    for (const vendor of vendors) expect(kinds[kindOfVendor(vendor)].vendor).toBe(vendor)
    for (const kind of kindNames) expect(kindOfBulk(kinds[kind].bulk)).toBe(kind)
    expect(new Set(kindNames.map((kind) => kinds[kind].screen)).size).toBe(kindNames.length)
    expect(vendorName(factsOf('dispute.create').vendor)).toBe('Billink')
  })
})
