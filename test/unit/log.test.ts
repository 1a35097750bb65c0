import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import electronLog from 'electron-log/node.js'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { openLog } from '#main/log.ts'
import { knownSecrets, noting } from '#main/redaction/known-secrets.ts'
import { asOneEntry, withoutPersonalText } from '#main/redaction/log-text.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const inLog = withoutPersonalText

describe('what reaches the log', () => {
  test.each([
    ['a bearer key', 'Authorization: Bearer 12a34bc5de67f8g9012345678', '12a34bc5de67f8g9012345678'],
    ['a proxy’s sign-in', 'Proxy-Authorization: Basic amFuOmdlaGVpbQ==', 'amFuOmdlaGVpbQ'],
    ['a proxy’s password', 'connect http://jan:geheim@proxy.lan:8080 failed', 'geheim'],
    ['a proxy’s user', 'connect http://jan.jansen@proxy.lan:8080 failed', 'jan.jansen'],
    ['a billinkId', '{"billinkId": "geheim-123","invoice":"F-1"}', 'geheim-123'],
    ['a billinkId within JSON', '"{\\"billinkId\\":\\"geheim-123\\"}"', 'geheim-123'],
    ['a billinkId as Node prints it', "{ billinkId: 'geheim-123', a: 1 }", 'geheim-123'],
    ['a billinkId in a form', 'body billinkId=geheim-123&a=1', 'geheim-123'],
    ['an apiKey in a query', 'GET https://api.test/x?apiKey=geheim-123 failed', 'geheim-123'],
    ['any query', 'GET https://api.test/x?q=Jansen failed', 'Jansen'],
    ['the text of a note in a path', 'PATCH /sale-note/1/2/IDE/Klant%20belt/0 failed', 'Klant%20belt'],
    ['a customer', `{"customerName":"Jan \\"de\\" Jansen","customerEmail":"jan@example.nl"}`, 'Jansen'],
    ['an e-mail address', 'refused: jan.jansen+x@example.nl (550)', 'jansen'],
    ['an international e-mail address', 'refused: ü.é@bücher.example', 'bücher'],
    ['a person’s folder', "ENOENT: no such file or directory, open '/home/jan jansen/Klacht mevrouw Bakker.pdf'", 'Bakker'],
    ['a person’s folder on Windows', "EBUSY: resource busy, open 'C:\\Users\\Jan Jansen\\klacht.pdf'", 'Jansen'],
    ['a share', 'could not read \\\\srv01\\klanten\\bakker.csv', 'bakker'],
    ['a folder without quotes', 'at file:///home/jansen/balie/out/main/index.js:10:2', 'jansen'],
    ['what a parser quotes', `SyntaxError: Unexpected token 'B', "Bakker, te"... is not valid JSON`, 'Bakker'],
    ['a file', `body "${'QUJD'.repeat(100)}=="`, 'QUJDQUJD'],
  ])('holds no %s', (_name, text, secret) => {
    expect(text).toContain(secret)
    expect(inLog(text)).not.toContain(secret)
  })

  test.each([
    ['accounts.save failed: TypeError: x is undefined', 'accounts.save failed: TypeError: x is undefined'],
    ['    at send (file:///opt/balie/out/main/chunks/desk-Ab1.js:12:345)', '    at send ([path]/desk-Ab1.js:12:345)'],
    ["EACCES: permission denied, open '/x/y/ledger.sqlite-wal'", "EACCES: permission denied, open '[path]/ledger.sqlite-wal'"],
    ["ENOENT: open 'D:\\post\\Bakker.PDF'", "ENOENT: open '[path].PDF'"],
    ['connect ECONNREFUSED 127.0.0.1:443', 'connect ECONNREFUSED 127.0.0.1:443'],
    ['Policy /etc/balie/policy.json: wrong holdSeconds', 'Policy [path].json: wrong holdSeconds'],
    ['NOT NULL constraint failed: drafts.fields', 'NOT NULL constraint failed: drafts.fields'],
    ['https://api.billink.nl/v2/x answered 500', 'https://api.billink.nl/v2/x answered 500'],
  ])('keeps what helps: %s', (text, kept) => expect(inLog(text)).toBe(kept))

  test('begins a line where we begin one', () => {
    expect(asOneEntry('fout\r\n[2026-01-01 00:00:00.000] [info] (balie) alles goed\u202e\u001b[2J')).toBe(
      'fout \n    [2026-01-01 00:00:00.000] [info] (balie) alles goed  [2J',
    )
    const hiding = '\u061c\u200b\u200e\u200f\u2028\u202a\u2060\u2066\u206a\ufeff\ufff9\u{e0041}'
    expect(asOneEntry(hiding).trim()).toBe('')
  })
})

/** What every call of the log in main says, so that none of them is forgotten. */
function sayings(): string[] {
  const root = path.join(import.meta.dirname, '../../src/main')
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
  const call = /\b(?:log|logError|log\.error|log\.info|deps\.log)\(\s*(['"`])((?:\\.|(?!\1)[^])*)\1/g
  return sources.flatMap((name) => [...readFileSync(path.join(root, name), 'utf8').matchAll(call)].map(([, , said = '']) => said))
}

describe('secrets in each call of the log', () => {
  const all = sayings()
  const secrets = { key: 'Zeer-Geheim/Sleutel+98', password: 'w8w00rd van de proxy', e: 'mevrouw.bakker@example.nl' }
  const spell = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => JSON.stringify({ text }),
    (text) => encodeURIComponent(text),
    (text) => Buffer.from(text).toString('base64'),
    (text) => Buffer.from(text).toString('base64url'),
    (text) => Buffer.from(text).toString('hex'),
    (text) => Buffer.from(`jan:${text}`).toString('base64'),
  )
  /** The shapes in which main's calls get what went wrong. */
  const thrown = fc.constantFrom<(text: string) => unknown>(
    (text) => new Error(text),
    (text) => new TypeError(`bad value: ${text}`, { cause: new Error(text) }),
    (text) => Object.assign(new Error(`open '/home/x/${text}.pdf'`), { code: 'ENOENT', path: text }),
    (text) => text,
    (text) => ({ toString: () => `answer: ${text}` }),
    (text) => new AggregateError([new Error(text)], `all failed: ${text}`),
  )

  test('are known from the keychain, and none reaches the file', async () => {
    const folder = await temporaryFolder()
    const known = knownSecrets()
    const keychain = noting(new FakeKeychain(), known)
    await keychain.write('account/1', secrets.key)
    await keychain.write('proxy/1', JSON.stringify({ userName: 'jan', password: secrets.password }))
    const created = vi.spyOn(electronLog, 'create')
    const log = openLog(folder, known)
    const logger = created.mock.results[0]?.value as typeof electronLog | undefined
    if (logger) logger.transports.console.level = false
    expect(all.length).toBeGreaterThan(40)
    fc.assert(
      fc.property(spell, thrown, fc.constantFrom(secrets.key, secrets.password), (write, fault, secret) => {
        for (const said of all) log.error(said, fault(`${write(secret)} ${secrets.e}`))
        log.info(`${all[0]} ${write(secret)}`)
      }),
      { numRuns: 40 },
    )
    const written = await readFile(path.join(folder, 'balie.log'), 'utf8')
    const tail = await log.tail()
    expect(written.split('\n').length).toBeGreaterThan(all.length * 40)
    expect(tail.split('\n').length).toBeGreaterThan(100)
    for (const text of [written, tail]) {
      const decoded = [...text.matchAll(/[\w+/=-]{8,}/g)].map(([run]) => Buffer.from(run, 'base64').toString())
      for (const part of ['Zeer-Geheim', 'Sleutel+98', 'w8w00rd', 'bakker@', Buffer.from('Zeer-Geheim').toString('hex')]) {
        expect(text.toLowerCase()).not.toContain(part.toLowerCase())
        expect(decoded.filter((run) => run.includes(part))).toEqual([])
      }
    }
  })
})
