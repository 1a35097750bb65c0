import type { Database } from '#main/storage/database.ts'
import { fillDispute, settleIn } from '#test/support/clerk.ts'
import { ended, hasElectron } from '#test/support/app-process.ts'
import { expect, test } from '#test/support/electron-app.ts'
import { closeWindow } from '#test/support/native.ts'

/** What Electron's own Node, BoringSSL and Chromium bring; docs/electron.md names each. */
test.skip(!hasElectron(), 'Needs Electron’s own binary, which is not in node_modules/electron here')

test('the ledger’s SQLite loads, and has full-text search with trigrams', async ({ app }) => {
  const found = await app.evaluate((electron) => {
    const { createRequire } = process.getBuiltinModule('node:module')
    const load = createRequire(`${electron.app.getAppPath()}/package.json`)
    const SQLite = load(`better-sqlite3-multiple-ciphers/${process.platform}-${process.arch}`) as new (file: string) => Database
    const db = new SQLite(':memory:')
    db.exec("CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'trigram')")
    db.prepare('INSERT INTO words VALUES (?)').run('factuur 2026-0815')
    return db.prepare('SELECT count(*) AS count FROM words WHERE words MATCH \'"26-08"\'').get()?.['count']
  })
  expect(found).toBe(1)
})

test('AES-256-GCM comes back as it went, and refuses what was changed', async ({ app }) => {
  const said = await app.evaluate(() => {
    const crypto = process.getBuiltinModule('node:crypto')
    const [key, nonce] = [crypto.randomBytes(32), crypto.randomBytes(12)]
    const cipher = crypto.createCipheriv('aes-256-gcm', key, nonce)
    cipher.setAAD(Buffer.from('kop'))
    const sealed = Buffer.concat([cipher.update('bijlage'), cipher.final()])
    const open = (bytes: Buffer) => {
      const decipher = crypto.createDecipheriv('aes-256-gcm', key, nonce)
      decipher.setAAD(Buffer.from('kop'))
      decipher.setAuthTag(cipher.getAuthTag())
      return Buffer.concat([decipher.update(bytes), decipher.final()]).toString()
    }
    const changed = Buffer.from(sealed)
    changed[0]! ^= 1
    try {
      return [open(sealed), open(changed)]
    } catch {
      return [open(sealed), 'refused']
    }
  })
  expect(said).toEqual(['bijlage', 'refused'])
})

test('certificates of this computer and the letters of old tables are known', async ({ app }) => {
  const known = await app.evaluate(() => ({
    authorities: process.getBuiltinModule('node:tls').getCACertificates('system').length,
    letters: new TextDecoder('windows-1252').decode(Uint8Array.of(0x80, 0xe9)),
  }))
  expect(known.authorities).toBeGreaterThan(0)
  expect(known.letters).toBe('€é')
})

test('the page is our own origin, under our policy', async ({ page }) => {
  await settleIn(page)
  expect(await page.evaluate(() => window.origin)).toBe('app://balie')
  const policy = await page.evaluate(async () => (await fetch('/index.html')).headers.get('Content-Security-Policy'))
  expect(policy).toContain("default-src 'none'")
})

test('a throw in main ends the app with a box in Dutch, and what was typed is stored', async ({ start }) => {
  const first = await start()
  await settleIn(first.page)
  await first.page.keyboard.press('Control+n')
  await fillDispute(first.page, { invoice: 'F-echt' })
  const said = first.app.evaluate(
    ({ dialog }) =>
      new Promise<string>((resolve) => {
        dialog.showErrorBox = (title) => resolve(title)
        setTimeout(() => {
          throw new Error('boom')
        }, 0)
      }),
  )
  expect(await said).toBe('Balie is gestopt door een fout')
  await ended(first.app)
  const second = await start()
  await expect(second.page.getByRole('option', { name: /F-echt/ })).toBeVisible()
  await closeWindow(second.app)
  await ended(second.app)
})

test('a page that crashed is loaded again, and a hung one has its process ended on a person’s word', async ({ app, page }) => {
  await settleIn(page)
  const reloaded = () =>
    app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<void>((resolve) => BrowserWindow.getAllWindows()[0]!.webContents.once('did-finish-load', () => resolve())),
    )
  const first = reloaded()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer())
  await first
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false })
  })
  const second = reloaded()
  await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    void webContents.executeJavaScript('for (;;) {}').catch(() => undefined)
    webContents.sendInputEvent({ type: 'mouseDown', x: 5, y: 5, button: 'left', clickCount: 1 })
  })
  await second
})
