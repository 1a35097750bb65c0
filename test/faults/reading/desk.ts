import { newMollieSettings } from '#shared/vendors/mollie/settings.ts'
import type { Clock } from '#main/submissions/clock.ts'
import { openDesk, type Desk } from '#main/desk.ts'
import { faultPorts, transmitterWith } from '../harness/ports.ts'

/** The desk's time-outs in this suite, in real milliseconds, and when an outcome is looked up: after a late change, which itself is later than a new start. */
export const times = { limits: { connectMs: 500, headersMs: 400, idleMs: 400, totalMs: 900 }, lateMs: 700, settleMs: 1_000 }

export interface ReadingDeskOptions {
  folder: string
  url: string
  clock: Clock
  /** How much faster the desk's clock goes. */
  factor: number
  onTrouble?: (message: string, error: unknown) => void
}

/** The whole desk with one account, at a Mollie that is played at this address, over its own HTTP client. */
export async function readingDesk({ folder, url, clock, factor, onTrouble }: ReadingDeskOptions): Promise<{
  desk: Desk
  accountId: string
}> {
  const transmitter = transmitterWith(times.limits)
  const ports = faultPorts({ folder, holdSeconds: 0, clock, transmitter, ...(onTrouble && { onTrouble }) })
  const opened = await openDesk({ ...ports, settleAfterMs: times.settleMs * factor })
  const desk: Desk = {
    ...opened,
    async close() {
      await opened.close()
      await transmitter.close()
    },
  }
  const { accounts } = desk.handlers
  const list = await accounts.list(undefined)
  const settings = { ...newMollieSettings(), environment: 'practice', mode: 'test', name: 'Storingen', url } as const
  const account = list.find((one) => one.settings.url === url) ?? (await accounts.save({ accountId: null, settings }))
  if (!account) throw new Error('the account was not made')
  for (const { id, settings: other } of list) if (other.url === null) await accounts.remove({ accountId: id })
  return { desk, accountId: account.id }
}
