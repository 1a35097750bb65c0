import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { openDatabase, type Database } from '#main/storage/database.ts'
import { dataKeyOf } from '#main/storage/data-keys.ts'
import { sealingOf } from '#main/storage/ledger-key.ts'
import { open } from '#main/storage/sealed-stream.ts'
import { addAccount, billinkAt, digiwalletAt } from '#test/support/accounts.ts'
import { closeApp, killApp } from '#test/support/app-process.ts'
import { checkTable, openTable, sendTable, writeTable } from '#test/support/bulk-clerk.ts'
import { found, hitsIn } from '#test/support/canary.ts'
import { expectState, goTo, newDispute, newNote, pickFile, settleIn, submit, writePdf } from '#test/support/clerk.ts'
import { expect } from '#test/support/electron-app.ts'
import { rawAnswer } from '#test/support/hostile-server.ts'
import { keyringIn } from '#test/support/keyring.ts'
import { test } from '#test/support/own-vendor.ts'
import { pdf } from '#test/support/sample-files.ts'
import { walk } from '#test/support/walk.ts'

test.skip(!existsSync('/usr/bin/gnome-keyring-daemon'), 'Needs gnome-keyring: the keychain of another system is its person’s own')

const keys = ['Kanarie-Sleutel-Digiwallet-4711', 'Kanarie-Sleutel-Billink-4712']
const customers = [
  'Kanarie van Vogelenzang',
  'kanarie.vogelenzang@example.nl',
  'KANARIE-FACTUUR-4714',
  'kanarieklacht over een kooi',
]
const [name = '', email = '', invoice = '', message = ''] = customers
const child = path.resolve(import.meta.dirname, '../../support/keychain-child.ts')

/** Every screen there is to go to, as it stands. */
async function tour(page: Page, look: () => Promise<unknown>): Promise<void> {
  for (const screen of await page.getByRole('navigation', { name: 'Schermen' }).getByRole('button').all()) {
    await screen.click()
    await look()
  }
}

/** What lies under a seal in the data folder, by its name: the ledger page by page, files and copies of tables whole. */
async function unsealed(folder: string, keysOf: { vault: Buffer; ledger: Buffer }): Promise<[string, Buffer][]> {
  const db = openDatabase(path.join(folder, 'ledger.sqlite'), { key: keysOf.ledger }) as Database & { serialize(): Buffer }
  const all: [string, Buffer][] = [['ledger.sqlite', db.serialize()]]
  db.close()
  for (const part of ['attachments', 'runs']) {
    for (const one of (await readdir(path.join(folder, part)).catch(() => [])).filter((file) => file.endsWith('.sealed'))) {
      const bytes = await readFile(path.join(folder, part, one))
      const read = { length: bytes.length, read: async (at: number, length: number) => bytes.subarray(at, at + length) }
      const pieces: Buffer[] = []
      for await (const piece of open(read, dataKeyOf(keysOf.vault), one.replace(/\.sealed$/, ''))) pieces.push(piece)
      all.push([one, Buffer.concat(pieces)])
    }
  }
  return all
}

test('after a tour of every screen, a bulk run and kill -9 no key lies anywhere, and no customer in clear', async ({
  appEnv,
  start,
  startVendor,
  userData,
}) => {
  test.setTimeout(600_000)
  const home = await mkdtemp(path.join(tmpdir(), 'balie-keyring-'))
  const own = await mkdtemp(path.join(tmpdir(), 'balie-own-'))
  const keyring = await keyringIn(home)
  const session = await keyring.logOn('unlocked')
  const env = { ...appEnv, ...session.env }
  // Says all it was sent back, as an answer and as an error.
  const vendor = await startVendor({
    onRequest(socket, request) {
      const said = request.body.toString() + request.headers.flat().join(' ')
      socket.write(
        rawAnswer(400, JSON.stringify({ status: 1, message: `You sent ${said}`, errors: { text: [said] }, error: said })),
      )
    },
  })
  const seen: string[] = []

  // Every screen, in practice; then accounts of the clerk's own, from which on the ledger is sealed.
  const first = await start(env)
  await walk({ app: first.app, page: first.page, folder: own }, async () => undefined)
  await addAccount(first.app, first.page, digiwalletAt(vendor.origin), keys[0])
  await addAccount(first.app, first.page, billinkAt(`${vendor.origin}/geschil`), keys[1])
  await closeApp(first.app)
  expect(sealingOf(path.join(userData, 'ledger.sqlite')).state).toBe('sealed')

  const { app, page } = await start(env)
  await settleIn(page)
  await newDispute(page, { invoice, name, email, message })
  await pickFile(app, page, await writePdf(own, `${invoice}.pdf`, pdf(`% ${message}\n`)))
  await submit(page)
  await expectState(page, 'Geweigerd')
  seen.push(await page.content())
  await newDispute(page, { invoice: `${invoice}-2`, name, email, message })
  await newNote(page, { sale: '12345678', text: message })
  await submit(page)
  await expectState(page, 'Geweigerd')
  seen.push(await page.content())
  const rows = Array.from({ length: 40 }, (_, at) => [String(40_000_000 + at), 'IDE', `${message} ${at}`])
  const file = await writeTable(own, 'klachten.csv', [['Transactienummer', 'Betaalmethode', 'Tekst'], ...rows])
  await openTable(app, page, file)
  await checkTable(page)
  await sendTable(page)
  await expect.poll(() => vendor.requests.length).toBeGreaterThanOrEqual(3)
  // One more waits with its copy.
  await openTable(app, page, file)
  await tour(page, async () => seen.push(await page.content()))
  await killApp(app)

  const everywhere = () => [...hitsIn(userData, keys), ...hitsIn(home, keys)]
  expect(everywhere()).toEqual([])
  expect(hitsIn(userData, customers)).toEqual([])
  // The same search finds them where they lie in clear.
  expect(hitsIn(own, customers)).not.toEqual([])

  const next = await start(env)
  await settleIn(next.page)
  await goTo(next.page, 'Geschiedenis')
  await tour(next.page, async () => seen.push(await next.page.content()))
  await closeApp(next.app)
  expect(everywhere()).toEqual([])
  expect(hitsIn(userData, customers)).toEqual([])
  expect(seen.flatMap((content) => found(Buffer.from(content), keys))).toEqual([])
  expect(seen.join('')).toContain(name)
  await session.end()

  const told = await keyring.node(
    'unlocked',
    child,
    JSON.stringify([
      ['read', 'vault-key'],
      ['read', 'ledger-key'],
    ]),
  )
  const [vault = '', ledger = ''] = (JSON.parse(told) as { secret?: string }[]).map(({ secret }) => secret ?? '')
  const stores = await unsealed(userData, { vault: Buffer.from(vault, 'base64'), ledger: Buffer.from(ledger, 'base64') })
  expect(stores.length).toBeGreaterThan(2)
  expect(stores.flatMap(([one, bytes]) => found(bytes, keys).map((hit) => `${one}: ${hit}`))).toEqual([])
  // Under the seals the customer is all there: what was searched was what was kept.
  expect(customers.filter((text) => stores.some(([, bytes]) => bytes.includes(text)))).toEqual(customers)
  await rm(home, { recursive: true, force: true })
  await rm(own, { recursive: true, force: true })
})
