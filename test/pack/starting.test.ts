import { inject, test } from 'vitest'
import { expectToPassOn } from './whole-app.ts'

const packed = inject('packed')

const smoke = ['test/e2e/dispute.spec.ts', '--grep', 'newcomer files a dispute']

test.each(['appImage', 'inRpm'] as const)('a newcomer files a dispute with the app out of the %s', (which) => {
  expectToPassOn(packed[which], ...smoke)
})

test('out of the deb, too; there the keychain opens, and a table goes through the thread that sends', () => {
  const keychain = ['test/e2e/keychain.spec.ts', 'test/e2e/electron-only-packed.spec.ts', 'test/e2e/dispute.spec.ts']
  expectToPassOn(packed.inDeb, ...keychain, '--grep', 'newcomer files a dispute|lane’s thread|a key lives in')
})
