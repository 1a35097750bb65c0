import type { ReadNote } from '#shared/vendors/mollie/payment-note.ts'
import { AppFailure } from '#main/ipc/failure.ts'
import { settled } from '#test/support/fake-clock.ts'
import { paymentDesk, settleMs, type PaymentDesk } from '#test/support/payment-desk.ts'
import { playedMollie, reacts } from '#test/support/played-mollie.ts'

/** What became of the change whose outcome is unknown. */
export const worlds = ['arrived', 'lost', 'replaced by another'] as const
/** When somebody acts: before it is looked up, while that is under way, or after it. */
export const moments = ['before', 'during', 'after'] as const
export const acts = ['nothing', 'a newer note', 'send again', 'close', 'look again', 'another key', 'quit'] as const

export interface Story {
  world: (typeof worlds)[number]
  moment: (typeof moments)[number]
  act: (typeof acts)[number]
}

export const stories: readonly Story[] = worlds.flatMap((world) =>
  moments.flatMap((moment) => acts.map((act): Story => ({ world, moment, act }))),
)

/** Another click was first, or there is nothing to decide: what a person is told. True where it was done. */
async function tried(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act()
    return true
  } catch (error) {
    if (error instanceof AppFailure) return false
    throw error
  }
}

/** The note that a person is shown before a newer one is filed. */
function noteIn(metadata: string): ReadNote | null {
  const { note, noteAt } = JSON.parse(metadata) as { note?: string; noteAt?: string }
  return note === undefined ? null : { text: note, at: noteAt ?? null }
}

/** Plays a story, with nobody else to help, and says what is wrong with its end; nothing where all is well. */
export async function play({ world, moment, act }: Story): Promise<string> {
  let desk: PaymentDesk = await paymentDesk({ mollie: playedMollie({ tr_1: '{"order_id":1}' }) })
  const { mollie } = desk
  let words = 0
  const newer: string[] = []
  const held = Promise.withResolvers<void>()
  try {
    mollie.whenAsked(({ method }) => (method === 'PATCH' ? reacts.isSilent(world === 'arrived') : reacts.usually()))
    const id = await desk.file({ text: 'Een' })
    if (world === 'replaced by another') mollie.write('tr_1', '{"order_id":1,"note":"Anders"}')
    mollie.whenAsked(async ({ method }, at) => {
      // The reading that settles it.
      if (moment === 'during' && method === 'GET' && at === 3) await held.promise
      return reacts.usually()
    })
    const doIt = async () => {
      const decide = (decision: 'send-again' | 'close' | 'look-again') => tried(() => desk.decide(id, decision))
      switch (act) {
        case 'nothing':
          return
        case 'a newer note':
          newer.push(await desk.file({ text: 'Twee' }, noteIn(mollie.metadataOf('tr_1'))))
          return
        case 'send again':
          words += (await decide('send-again')) ? 1 : 0
          return
        case 'close':
          await decide('close')
          return
        case 'look again':
          await decide('look-again')
          return
        case 'another key':
          await desk.handlers.accounts.setSecret({ accountId: desk.accountId, secret: 'live_eenAndereSleutel1234567' })
          return
        case 'quit':
          held.resolve()
          desk = await paymentDesk(await desk.leave())
      }
    }
    if (moment === 'before') await doIt()
    await desk.clock.pass(settleMs)
    if (moment === 'during') await doIt()
    held.resolve()
    await settled()
    if (moment === 'after') await doIt()
    for (let passed = 0; passed < 4; passed += 1) await desk.clock.pass(settleMs)

    const item = await desk.get(id)
    const applied =
      mollie.changes().filter(({ metadata }) => metadata?.includes('"note":"Een"')).length - (world === 'arrived' ? 0 : 1)
    if (applied > 1 + words) return `carried out ${applied} times`
    if (!mollie.metadataOf('tr_1').includes('"order_id":1')) return 'lost what stood there'
    if (item.state === 'unknown' && !item.actions.includes('close')) return 'unknown, and nobody is asked'
    if (item.state === 'unknown' && world !== 'replaced by another') return 'asks, although a reading tells'
    const second = newer[0] === undefined ? null : await desk.get(newer[0])
    if (second && item.state === 'sent' && second.state !== 'sent') return `the newer note is ${second.state}`
    if (second?.state === 'sent' && !mollie.metadataOf('tr_1').includes('"note":"Twee"')) return 'the older note came last'
    return desk.troubles.join('; ')
  } finally {
    await desk.end()
  }
}
