import { describe, expect, test } from 'vitest'
import { accountSettingsSchema } from '#shared/vendors/index.ts'
import {
  emptyAccount,
  isUnchanged,
  settingsOf,
  usualUrl,
  valuesOf,
} from '../../../../src/renderer/features/settings/account-values.ts'

const outlets = [{ id: '10001', label: 'Webshop', testMode: false }]

describe('the form of an account', () => {
  test('a new DigiWallet account needs a name alone', () => {
    const settings = settingsOf('digiwallet', { ...emptyAccount('digiwallet'), name: 'Winkel' })
    expect(accountSettingsSchema.parse(settings)).toMatchObject({ environment: 'production', url: 'https://api.digiwallet.nl' })
  })

  test("a new Billink account guesses no address and no categories: they are the merchant's own", () => {
    const parsed = accountSettingsSchema.safeParse(
      settingsOf('billink', { ...emptyAccount('billink'), name: 'Winkel', username: 'winkel' }),
    )
    expect(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['url', 'validation.urlRequired'],
    ])
    expect(usualUrl('billink', 'staging')).toBe('')
    expect(emptyAccount('billink').categories).toEqual([])
  })

  test('an empty address is the built-in practice environment', () => {
    const settings = settingsOf('digiwallet', {
      ...emptyAccount('digiwallet'),
      environment: 'practice',
      name: 'Oefenen',
      url: '  ',
      outlets,
    })
    expect(accountSettingsSchema.parse(settings)).toMatchObject({ url: null, outlets })
  })

  test('what was stored comes back unchanged', () => {
    const settings = settingsOf('billink', {
      ...emptyAccount('billink'),
      name: 'Winkel',
      username: 'winkel',
      url: 'https://api.billink.nl/disputes',
      categories: [{ id: '1', label: 'Niet geleverd' }],
    })
    expect(settingsOf('billink', valuesOf({ settings }))).toEqual(settings)
  })

  test('a change is seen, and taken back is none', () => {
    const stored = emptyAccount('digiwallet')
    expect(isUnchanged('digiwallet', { ...stored, name: 'x' }, stored)).toBe(false)
    expect(isUnchanged('digiwallet', { ...stored, name: '' }, stored)).toBe(true)
    expect(isUnchanged('digiwallet', { ...stored, outlets }, stored)).toBe(false)
  })
})
