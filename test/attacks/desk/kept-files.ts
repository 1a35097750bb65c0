import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readPolicy } from '#main/policy/read-policy.ts'
import { putBack } from '#main/storage/backup/put-back.ts'
import { mayLeave } from '#main/storage/item-rules.ts'
import { envelopeIn } from '#main/storage/keys/envelope-file.ts'
import { newEnvelope, openByPassphrase, readEnvelope, withPassphrase, writeEnvelope } from '#main/storage/keys/envelope.ts'
import { openLedger } from '#main/storage/ledger.ts'
import { openPreferences } from '#main/storage/preferences.ts'
import { unrefused, type Attacks } from './attack.ts'

// Outside Electron its npm module looks for the binary; with a folder named, it looks no further.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= '/nowhere'

const folderOf = (files: Record<string, string> = {}): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-attack-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content)
  return folder
}
/** What Balie makes of preferences that somebody else wrote. */
const preferencesOf = async (content: string) => {
  const file = await openPreferences({ folder: folderOf({ 'preferences.json': content }), log: () => undefined })
  return file.get()
}

const forbidden = () => Promise.reject(Object.assign(new Error('forbidden'), { code: 'EACCES' }))
const linux = (readText: () => Promise<string>) => readPolicy({ platform: 'linux', readText, run: forbidden })
const ring = [{ vault: randomBytes(32), ledger: randomBytes(32) }] as const
const passphrase = 'kast raam fiets lantaarn'
const light = { N: 16_384, r: 8, p: 1 } as const
const envelope = async () => (await withPassphrase(newEnvelope(ring), passphrase, '2026-11-28', light)).envelope
/** Whether an envelope is taken that says its passphrase takes so much work. */
async function takesWork(work: { N: number; r: number; p: number }): Promise<boolean> {
  const whole = await envelope()
  const changed = { ...whole, passphrase: whole.passphrase && { ...whole.passphrase, work } }
  return readEnvelope(writeEnvelope(changed as typeof whole)) !== null
}

/** Files that Balie believes because it wrote them: preferences, policy, envelope of keys, and what was put aside. */
export const keptFiles: Attacks = {
  'keeps everything for ever by hostile preferences': async () =>
    (await preferencesOf('{"retention":{"files":1e9,"texts":1e9,"unsent":1e9,"tables":1e9,"logs":1e9}}')).retention.texts > 1e6,
  'has items wait for ever by hostile preferences': async () => (await preferencesOf('{"holdSeconds":1e12}')).holdSeconds > 3_600,
  'keeps Balie from starting by broken preferences': async () =>
    (await unrefused(() => preferencesOf('{"holdSeconds":'))) === null,
  'lifts all limits by a policy that may not be read': async () => (await linux(forbidden)).policy.maxRunRows === undefined,
  'lifts all limits by a policy that is cut off': async () =>
    (await linux(() => Promise.resolve('{"maxRunRows": 1'))).policy.maxRunRows === undefined,
  async 'answers in the place of the registry from the working folder'() {
    const asked: string[] = []
    const run = (program: string) => (asked.push(program), Promise.reject(new Error('none')))
    await readPolicy({ platform: 'win32', readText: forbidden, run })
    return asked.some((program) => !path.win32.isAbsolute(program))
  },
  'has a passphrase take gigabytes by an envelope': () => takesWork({ N: 2 ** 30, r: 8, p: 1 }),
  'has a passphrase take no work by an envelope': () => takesWork({ N: 2, r: 1, p: 1 }),
  async 'passes the keys of one envelope off as another’s'() {
    const other = newEnvelope(ring).envelope.id
    return (await openByPassphrase({ ...(await envelope()), id: other }, passphrase)).state === 'open'
  },
  async 'fills the memory with an envelope'() {
    const folder = folderOf({ keys: writeEnvelope(await envelope()) + ' '.repeat(1_000_000) })
    return (await envelopeIn(path.join(folder, 'keys'))).state === 'envelope'
  },
  'has what a backup replaces put outside the folder'() {
    const outside = path.join(folderOf(), 'outside')
    const folder = folderOf({ 'preferences.json': '{}' })
    mkdirSync(path.join(folder, 'restoring'))
    const marker = { phase: 'aside', aside: path.relative(folder, outside), ledger: { id: 'x', generation: 1 } }
    writeFileSync(path.join(folder, 'restoring', 'whole.json'), JSON.stringify(marker))
    putBack(folder, () => undefined)
    return existsSync(outside)
  },
  'has a record sent that was set aside'() {
    const { db, close } = openLedger(path.join(folderOf(), 'ledger.sqlite'))
    db.exec(`
      INSERT INTO accounts (id, settings, created_at) VALUES ('a', '{}', 1);
      INSERT INTO submissions (id, kind, account_id, account_name, environment, scope, state, state_at, created_at, payload, typed, subject, context, excerpt, test)
        VALUES ('one', 'note.create', 'a', 'a', 'production', 'https://api.digiwallet.nl', 'queued', 1, 1, '{', '', '', '', '', 0);
      INSERT INTO set_aside (source, key, found_at, rules) SELECT 'submissions', seq, 1, 'payload' FROM submissions`)
    const leaving = db.prepare(`SELECT 1 FROM submissions AS item WHERE ${mayLeave}`).get()
    close()
    return leaving !== undefined
  },
}
