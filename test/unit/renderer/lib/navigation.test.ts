import { describe, expect, test } from 'vitest'
import { walk, type Move, type Place } from '../../../../src/renderer/lib/navigation.tsx'

const start = { past: [], here: { screen: 'disputes' } as Place, future: [] }
const go = (...moves: Move[]) => moves.reduce(walk, start as Parameters<typeof walk>[0])

describe('going from place to place', () => {
  test('Back shows what was in view before, and Forward returns', () => {
    const there = go({ to: { screen: 'history', id: 'a' } }, { to: { screen: 'outbox' } }, { by: 'back' })
    expect(there.here).toEqual({ screen: 'history', id: 'a' })
    expect(walk(there, { by: 'forward' }).here).toEqual({ screen: 'outbox' })
  })

  test('going somewhere new forgets the places ahead', () => {
    const there = go({ to: { screen: 'notes' } }, { by: 'back' }, { to: { screen: 'settings' } })
    expect(walk(there, { by: 'forward' }).here).toEqual({ screen: 'settings' })
  })

  test('a place already in view is no step', () => {
    const there = go({ to: { screen: 'notes', id: '1' } }, { to: { screen: 'notes', id: '1' } }, { by: 'back' })
    expect(there.here).toEqual({ screen: 'disputes' })
  })

  test('sections of the settings are places of their own', () => {
    const there = go(
      { to: { screen: 'settings', section: 'about' } },
      { to: { screen: 'settings', section: 'accounts' } },
      { by: 'back' },
    )
    expect(there.here).toEqual({ screen: 'settings', section: 'about' })
  })

  test('a replaced place is not returned to', () => {
    const there = go(
      { to: { screen: 'settings', id: 'new' } },
      { to: { screen: 'settings', id: 'saved' }, replace: true },
      { by: 'back' },
    )
    expect(there.here).toEqual({ screen: 'disputes' })
  })

  test('Back and Forward at the ends stay where they are', () => {
    expect(go({ by: 'back' }).here).toEqual({ screen: 'disputes' })
    expect(go({ by: 'forward' }).here).toEqual({ screen: 'disputes' })
  })

  test('what is no more is on no way back or forward, and leaves no step that shows the same again', () => {
    const there = go(
      { to: { screen: 'disputes', id: 'empty' } },
      { to: { screen: 'history' } },
      { to: { screen: 'disputes', id: 'empty' } },
      { to: { screen: 'history' } },
      { to: { screen: 'outbox' } },
      { by: 'back' },
      { forget: 'empty' },
    )
    expect(there).toEqual({ past: [{ screen: 'disputes' }], here: { screen: 'history' }, future: [{ screen: 'outbox' }] })
  })
})
