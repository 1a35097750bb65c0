import { expect, test } from 'vitest'
import { diagnosticsText } from '#main/views/diagnostics-text.ts'

test('what is copied for whoever helps says what runs, and nothing of a person', () => {
  const text = diagnosticsText({
    version: '1.2.3',
    platform: 'linux',
    locale: 'nl',
    standIn: false,
    state: 'broken',
    detail: "Error: cannot open '/home/jan jansen/.local/keytar.node' for jan@example.nl\nforged: line",
    policy: {
      source: '/home/beheer/bakker/policy.json',
      set: ['hosts'],
      troubles: [{ kind: 'unknown-key', key: 'bakker' }],
    } as never,
    log: '[2026-11-27] [error] (balie) x failed: TypeError\n',
  })
  expect(text).toContain('Balie 1.2.3, nl')
  expect(text).toContain(`Node ${process.versions.node}`)
  expect(text).toContain("Keychain: broken (Error: cannot open '[path]/keytar.node' for [e-mail]\n    forged: line)")
  expect(text).toContain('Policy: hosts, unknown-key')
  expect(text).toContain('x failed: TypeError')
  expect(text).not.toMatch(/jansen|bakker|example\.nl/i)
})
