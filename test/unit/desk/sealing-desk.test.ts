import { execFile } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { openDesk } from '#main/desk.ts'
import { openSealingDesk } from '#main/desk/sealing-desk.ts'
import { sealingOf } from '#main/storage/ledger-key.ts'
import { newBillinkSettings } from '#shared/vendors/billink/settings.ts'
import { faultPorts } from '#test/faults/harness/ports.ts'
import { mountSmallDisk } from '#test/faults/disk/tmpfs.ts'
import { FakeClock, settled } from '#test/support/fake-clock.ts'
import { FakeKeychain } from '#test/support/fake-keychain.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const child = fileURLToPath(new URL('../../support/sealing-child.ts', import.meta.url))
/** Every step is a start of a process: all of them where somebody asks for it. */
const everyStep = process.env['BALIE_EVERY_STEP'] === '1'
const live = { ...newBillinkSettings(), name: 'Winkel', url: 'https://api.billink.nl/dispute', username: 'winkel' }
const note = { action: 'create', outletID: '12345', saleID: '7', paymentMethodCode: 'IDE', text: 'Geoefend', test: false }

/** A first session on this folder, with all that a screen may call. */
async function firstSession(folder: string, { holdSeconds = 0, clock = new FakeClock() } = {}) {
  const [keychain, troubles] = [new FakeKeychain(), [] as string[]]
  const ports = faultPorts({
    folder,
    isFirstStart: true,
    holdSeconds,
    clock,
    keychain,
    transmitter: { transmit: () => new Promise(() => undefined) } as never,
    onTrouble: (message, error) => troubles.push(`${message} ${String(error)}`),
  })
  let restarts = 0
  const desk = await openSealingDesk({ ...ports, safety: { ...ports.safety, startAgain: () => (restarts += 1) } })
  let isOpen = true
  const close = async () => {
    if (isOpen) await desk.close()
    isOpen = false
  }
  onTestFinished(close)
  await desk.start()
  const { accounts, drafts, keys } = desk.handlers
  const practice = (await accounts.list(undefined)).find(({ settings }) => settings.kind === 'digiwallet')?.id ?? ''
  const sealing = () => sealingOf(path.join(folder, 'ledger.sqlite')).state
  const type = async (accountId: string, comment: string) =>
    drafts.create({ kind: 'dispute', accountId, fields: { comment } } as never)
  return { ...desk, accounts, drafts, keys, practice, sealing, type, close, clock, keychain, troubles, restarts: () => restarts }
}

const shows = (folder: string, text: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile() && readFileSync(file).includes(text))

test('the ledger is sealed with the first account of a vendor, before anything is typed for it, and the session goes on', async () => {
  const folder = await temporaryFolder()
  const session = await firstSession(folder)
  const { id } = await session.drafts.create({ kind: 'note', accountId: session.practice, fields: note } as never)
  expect([session.sealing(), session.keychain.asked]).toEqual(['open', 0])
  const made = await session.accounts.save({ accountId: null, settings: live })
  // As a page that asks at once.
  const typed = await session.type(made?.id ?? '', 'Zoë d’Arc')
  expect([session.sealing(), shows(folder, 'Zoë d’Arc')]).toEqual(['sealed', []])
  expect(await session.keys.status(undefined)).toMatchObject({ sealsAtEnd: false })
  const there = [
    ...(await session.drafts.list({ kind: 'note' })).items,
    ...(await session.drafts.list({ kind: 'dispute' })).items,
  ]
  expect(there.map((draft) => draft.id)).toEqual([id, typed.id])
  const token = await session.tokens.register({ name: 'bon.pdf', bytes: Buffer.from('%PDF-1.4') })
  expect(session.tokens.take(token.token)).not.toBeNull()
  await session.close()
  expect([session.troubles, shows(folder, 'Geoefend')]).toEqual([[], []])
})

test('it waits for what is on its way: an item that is held, and a file that was dropped', async () => {
  const session = await firstSession(await temporaryFolder(), { holdSeconds: 10 })
  const draft = await session.drafts.create({ kind: 'note', accountId: session.practice, fields: note } as never)
  const { id } = await session.handlers.notes.submit({ draftId: draft.id })
  const { token } = await session.tokens.register({ name: 'bon.pdf', bytes: Buffer.from('%PDF-1.4') })
  await session.accounts.save({ accountId: null, settings: live })
  await settled()
  expect([session.sealing(), await session.keys.status(undefined)]).toMatchObject(['open', { sealsAtEnd: true }])
  await session.handlers.outbox.cancel({ id })
  await settled()
  expect(session.sealing()).toBe('open')
  session.tokens.take(token)
  await session.keys.status(undefined)
  expect(await session.keys.status(undefined)).toMatchObject({ sealsAtEnd: false })
  expect(session.sealing()).toBe('sealed')
})

test('a keychain that asks a person first keeps nothing waiting but the call that told of the account', async () => {
  const session = await firstSession(await temporaryFolder())
  const [question, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let asked = 0
  session.keychain.state = async () => {
    asked += 1
    // The account's own view has asked before.
    if (asked === 1) return 'available'
    question.resolve()
    await answer.promise
    return 'available'
  }
  const saving = Promise.resolve(session.accounts.save({ accountId: null, settings: live }))
  await question.promise
  expect(await session.drafts.list({ kind: 'note' })).toMatchObject({ items: [] })
  expect(session.sealing()).toBe('open')
  answer.resolve()
  const made = await saving
  await session.type(made?.id ?? '', 'Zoë d’Arc')
  expect(session.sealing()).toBe('sealed')
})

test('on a disk without room the session goes on as it is, and says when it is sealed', async ({ skip }) => {
  const disk = mountSmallDisk(8)
  skip(typeof disk === 'string', typeof disk === 'string' ? disk : '')
  if (typeof disk === 'string') return
  onTestFinished(disk.unmount)
  const session = await firstSession(disk.folder)
  const made = await session.accounts.save({ accountId: null, settings: live })
  expect((await session.type(made?.id ?? '', 'Zoë d’Arc')).id).not.toBe('')
  expect(await session.keys.status(undefined)).toMatchObject({ sealsAtEnd: true })
  await session.keys.sealNow(undefined)
  expect([session.sealing(), session.restarts()]).toEqual(['open', 1])
  await session.close()
  expect([session.sealing(), shows(disk.folder, 'Zoë d’Arc')]).toEqual(['sealed', []])
})

test('whatever step kill -9 comes at, nothing is lost, and what was typed for a vendor is nowhere in clear', async () => {
  const run = async (step: number) => {
    const folder = await temporaryFolder()
    const order = JSON.stringify({ step, folder })
    const { stdout, signal } = await promisify(execFile)(process.execPath, [child, order]).then(
      (done) => ({ ...done, signal: null }),
      (error: unknown) => error as { stdout: string; signal: string | null },
    )
    expect(shows(folder, 'Zoë d’Arc'), `step ${step}`).toEqual([])
    return { folder, said: stdout.split(' '), signal }
  }
  const whole = await run(-1)
  const steps = Number(whole.said[2])
  expect([whole.said.slice(0, 2), whole.signal, steps > 10]).toEqual([['saved', 'typed'], null, true])
  for (let step = 0; step < steps; step += everyStep ? 1 : Math.ceil(steps / 2)) {
    const { folder, said, signal } = await run(step)
    expect(signal, `step ${step}`).toBe('SIGKILL')
    const doubts: string[] = []
    const next = await openDesk(
      faultPorts({ folder, isFirstStart: true, holdSeconds: 0, onDoubt: (doubt) => doubts.push(doubt) }),
    )
    await next.start()
    const { accounts, drafts } = next.handlers
    const isThere = JSON.stringify(await drafts.list({ kind: 'note' })).includes('Geoefend')
    const urls = new Set((await accounts.list(undefined)).map(({ settings }) => settings.url))
    await next.close()
    expect([isThere, doubts], `step ${step}`).toEqual([true, []])
    // What was answered is on the disk.
    expect(urls.has(live.url) || !said.includes('saved'), `step ${step}`).toBe(true)
    const isSealed = sealingOf(path.join(folder, 'ledger.sqlite')).state === 'sealed'
    expect(isSealed, `step ${step}`).toBe(urls.has(live.url))
  }
})
