import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { PaymentNoteDraftFields, ReadNote } from '#shared/vendors/mollie/payment-note.ts'
import { newMollieSettings } from '#shared/vendors/mollie/settings.ts'
import { openDesk } from '#main/desk.ts'
import { directWriter } from '#main/storage/lane-writer.ts'
import { faultPorts } from '#test/faults/harness/ports.ts'
import { FakeClock, settled } from './fake-clock.ts'
import { FakeKeychain } from './fake-keychain.ts'
import { playedMollie, type PlayedMollie } from './played-mollie.ts'

/** How long after a try of unknown outcome it is looked up: the request's time-out and a minute. */
export const settleMs = 6 * 60_000

export interface PaymentDeskOptions {
  mollie?: PlayedMollie
  /** The state of another desk that is carried on. */
  from?: { folder: string; keychain: FakeKeychain; clock: FakeClock }
}

async function openPaymentDesk({ mollie = playedMollie({ tr_1: '{"order_id":"1001"}' }), from }: PaymentDeskOptions) {
  const folder = from?.folder ?? mkdtempSync(path.join(tmpdir(), 'balie-payments-'))
  const keychain = from?.keychain ?? new FakeKeychain()
  const clock = from?.clock ?? new FakeClock()
  const troubles: string[] = []
  const desk = await openDesk({
    ...faultPorts({
      folder,
      holdSeconds: 0,
      clock,
      keychain,
      transmitter: mollie.transmitter,
      onTrouble: (message, error) => troubles.push(`${message}: ${String(error)}`),
    }),
    writerFor: directWriter,
  })
  const { accounts, drafts, paymentNotes, outbox, history } = desk.handlers
  const there = (await accounts.list(undefined)).find(({ settings }) => settings.name === 'Winkel')
  const account = there ?? (await accounts.save({ accountId: null, settings: { ...newMollieSettings(), name: 'Winkel' } }))
  if (!account) throw new Error('The account was not made')
  if (!there) {
    await accounts.setSecret({ accountId: account.id, secret: 'live_sleutelVanDezeTest123456' })
    for (const { id, settings } of await accounts.list(undefined))
      if (settings.url === null) await accounts.remove({ accountId: id })
  }
  await desk.start()

  /** Files a note; it leaves at once. */
  async function file(
    fields: Partial<PaymentNoteDraftFields> & Pick<PaymentNoteDraftFields, 'text'>,
    shown: ReadNote | null = null,
  ) {
    const made = { action: 'create' as const, paymentID: 'tr_1', keepValue: false, ...fields }
    const draft = await drafts.create({ kind: 'payment-note', accountId: account!.id, fields: made })
    const { id } = await paymentNotes.submit({ draftId: draft.id, shown })
    await settled()
    return id
  }
  const get = (id: string) => history.get({ id })
  let isOpen = true
  /** What waits for the clock when the app ends gets its time. */
  async function close(): Promise<void> {
    if (!isOpen) return
    isOpen = false
    const state = { isClosed: false }
    const closing = desk.close().finally(() => (state.isClosed = true))
    // Only as far as something waits, and no more than that: a slow disk is waited for without the clock, which it would turn on to what is due a minute later.
    const latest = clock.steady() + 20_000
    while (!state.isClosed) await (clock.nextDue <= latest ? clock.pass(Math.max(0, clock.nextDue - clock.steady())) : nextTurn())
    await closing
  }
  return {
    ...desk,
    folder,
    keychain,
    clock,
    mollie,
    troubles,
    accountId: account.id,
    file,
    get,
    stateOf: async (id: string) => (await get(id)).state,
    decide: async (id: string, decision: 'send-again' | 'close' | 'look-again') => {
      await outbox.decide({ id, decision })
      await settled()
    },
    sendNow: async (id: string) => {
      await outbox.sendNow({ id })
      await settled()
    },
    /** Ends the app; what it left is for another one to begin with. */
    async leave(): Promise<{ mollie: PlayedMollie; from: NonNullable<PaymentDeskOptions['from']> }> {
      await close()
      return { mollie, from: { folder, keychain, clock } }
    },
    async end(): Promise<void> {
      await close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type PaymentDesk = Awaited<ReturnType<typeof openPaymentDesk>>

/** The whole desk with one live account at Mollie, a clock that the test turns and a Mollie that the test plays. */
export const paymentDesk = (options: PaymentDeskOptions = {}): Promise<PaymentDesk> => openPaymentDesk(options)
