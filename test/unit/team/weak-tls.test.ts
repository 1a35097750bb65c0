import { expect, test } from 'vitest'
import { createTestAuthority } from '#test/support/certificates.ts'
import { askWeaklySealed } from '#test/support/hostile-postgres.ts'

test.each([
  ['speaks TLS 1.1 at most', { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }],
  ['has ciphers without encryption only', { maxVersion: 'TLSv1.2', ciphers: 'eNULL@SECLEVEL=0' }],
] as const)('a team’s database that %s is told nothing, also where NODE_OPTIONS would let it', async (_, weak) => {
  const authority = await createTestAuthority()
  const { told, trouble } = await askWeaklySealed(await authority.issue(['localhost']), authority.cert, weak)
  expect({ told, trouble }).toMatchObject({ told: '', trouble: { trouble: 'tls' } })
})
