import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { openDesk, type Desk } from '#main/desk.ts'
import { FakeClock } from '#test/support/fake-clock.ts'
import { vendorAccounts } from '../harness/accounts.ts'
import { inFolder } from '../harness/children.ts'
import { faultPorts, transmitterWith } from '../harness/ports.ts'
import { createFarSide, type Authorities } from './far-side.ts'
import type { Fault, Standing } from './faults.ts'
import type { Operation } from './operations.ts'

/** What became of one operation that met one fault. */
export interface Cell {
  /** After the try that met the fault. */
  first: Standing | SubmissionDetail['state']
  /** A quarter of an hour after the fault was mended, without a word from anyone. */
  later: Standing | SubmissionDetail['state']
  number: string | null
  arrived: { atFault: number; mended: number }
  strayed: number
}

/** Until nothing is under way; everything that goes on is real, so only real time tells. */
async function idle(desk: Desk): Promise<void> {
  while (!desk.isIdle()) await new Promise((resolve) => setTimeout(resolve, 2))
}

async function standing({ handlers }: Desk, id: string): Promise<{ standing: Cell['first']; number: string | null }> {
  const item = await handlers.history.get({ id })
  // It names no moment at which it would leave, and a person may let it.
  const asks = item.state === 'queued' && item.notBefore === null && item.actions.includes('send-now')
  return { standing: asks ? 'asks' : item.state, number: item.vendorNumber }
}

/** Files one item through the desk and its own HTTP client, and looks at it twice. */
export async function tryCell(fault: Fault, operation: Operation, authorities: Authorities): Promise<Cell> {
  const far = await createFarSide(fault, operation, authorities)
  const transmitter = transmitterWith({ answerBytes: 64 * 1024, ...fault.limits }, () => [authorities.trusted.cert])
  try {
    return await inFolder(async (folder) => {
      const clock = new FakeClock()
      const desk = await openDesk(faultPorts({ folder, holdSeconds: 0, clock, transmitter }))
      const accounts = await vendorAccounts(desk, { dispute: `${far.origin}/dispute`, notes: far.origin })
      await desk.start()
      const id = await operation.file(desk, accounts)
      await idle(desk)
      const first = await standing(desk, id)
      await far.mend()
      for (let passed = 0; passed < 15 * 60_000; passed += 5_000) {
        await clock.pass(5_000)
        await idle(desk)
      }
      const later = await standing(desk, id)
      await desk.close()
      return {
        first: first.standing,
        later: later.standing,
        number: later.number,
        arrived: far.arrived(),
        strayed: far.strayed(),
      }
    })
  } finally {
    await transmitter.close()
    await far.close()
  }
}
