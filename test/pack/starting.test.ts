import { expect, inject, test } from 'vitest'
import { expectToPassOn } from './whole-app.ts'

const packed = inject('packed')

const smoke = ['test/e2e/dispute.spec.ts', '--grep', 'newcomer files a dispute']

test.each(['appImage', 'inRpm'] as const)('a newcomer files a dispute with the app out of the %s', async (which) => {
  await expectToPassOn(packed[which], ...smoke)
})

test('out of the deb, too, in seconds; there the keychain opens, and a table goes through the thread that sends', async () => {
  const files = ['keychain', 'electron-only-packed', 'installed'].map((name) => `test/e2e/${name}.spec.ts`)
  const output = await expectToPassOn(packed.inDeb, ...files, '--grep', 'filed practice dispute|lane’s thread|a key lives in')
  const [figure] = /from the installed package to a filed practice dispute: .*/.exec(output) ?? []
  expect(figure).toBeDefined()
  process.stdout.write(`${figure}\n`)
})
