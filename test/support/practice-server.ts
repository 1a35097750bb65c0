import type { PracticeDispute } from '#main/vendors/billink/practice/disputes.ts'
import type { PracticeNote } from '#main/vendors/digiwallet/practice/notes.ts'
import type { DigiwalletPracticeOptions } from '#main/vendors/digiwallet/practice/index.ts'
import { createPractice } from '#main/vendors/practice.ts'

export interface PracticeOptions extends DigiwalletPracticeOptions {
  port?: number
  now?: () => Date
  billinkUnauthorizedStatus?: 400 | 401 | 403
}

/** A practice environment of a test's own, with what it remembers and the addresses that accounts are set to. */
export async function createPracticeServer(options: PracticeOptions = {}) {
  const { port, now, billinkUnauthorizedStatus, ...digiwallet } = options
  const practice = await createPractice({
    ...(port === undefined ? {} : { port }),
    billink: {
      ...(now ? { now } : {}),
      ...(billinkUnauthorizedStatus ? { unauthorizedStatus: billinkUnauthorizedStatus } : {}),
    },
    digiwallet,
  })
  return {
    origin: practice.origin,
    disputeUrl: practice.addressOf('billink'),
    digiwalletUrl: practice.addressOf('digiwallet'),
    state: {
      get notes(): readonly Readonly<PracticeNote>[] {
        return practice.vendors.digiwallet.book.notes
      },
      get disputes(): readonly Readonly<PracticeDispute>[] {
        return practice.vendors.billink.book.disputes
      },
      /** For a look at everything at once. */
      toJSON() {
        return { notes: this.notes, disputes: this.disputes }
      },
    },
    close: practice.close,
  }
}
export type PracticeServer = Awaited<ReturnType<typeof createPracticeServer>>
