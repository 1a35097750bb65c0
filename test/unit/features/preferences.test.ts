import { expect, test, vi } from 'vitest'
import { preferences } from '#main/features/preferences.ts'
import { defaultPreferences } from '#shared/domain/preferences.ts'

test('a change is kept and told to every window', async () => {
  const next = { ...defaultPreferences, theme: 'dark' as const }
  const file = { get: () => defaultPreferences, set: vi.fn(() => next) }
  const onChange = vi.fn()
  const handlers = preferences({ file, onChange })
  expect(await handlers.get(undefined)).toEqual(defaultPreferences)
  expect(await handlers.set({ theme: 'dark' })).toEqual(next)
  expect(file.set).toHaveBeenCalledWith({ theme: 'dark' })
  expect(onChange).toHaveBeenCalledWith(next)
})
