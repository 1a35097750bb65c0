import { openDesk } from '#main/desk.ts'
import { recordSourceSchema } from '#shared/domain/damage.ts'
import { kindNames } from '#shared/domain/kinds.ts'
import { FakeClock } from '#test/support/fake-clock.ts'
import { faultPorts } from '../harness/ports.ts'

/** What a person finds in Balie once it is open. */
export interface Found {
  drafts: number
  items: number
  unknown: number
  runs: number
  damaged: number
  /** What the ledger is doubted for; nothing leaves without a word then. */
  doubt: string | null
}

/** Where a ledger lies, what this computer remembers of it, and which time it is. */
export interface Place {
  folder: string
  stateFolder: string
  now: number
}

/** A start that sends nothing, and a look at what is there. */
export async function openAndLook({ folder, stateFolder, now }: Place, onOpen: () => void = () => undefined): Promise<Found> {
  let doubt: string | null = null
  const clock = new FakeClock(now)
  const desk = await openDesk(faultPorts({ folder, stateFolder, holdSeconds: 0, clock, onDoubt: (found) => (doubt = found) }))
  onOpen()
  const { drafts, history, outbox, bulk, damaged } = desk.handlers
  let typed = 0
  for (const kind of kindNames) typed += (await drafts.list({ kind })).total
  const all = await history.list({ search: '', kinds: [], states: [], cursor: null, limit: 1 })
  const found = {
    drafts: typed,
    items: all.total,
    unknown: (await outbox.counts(undefined)).unknown,
    runs: (await bulk.runs(undefined)).length,
    damaged: (await damaged.list({ sources: recordSourceSchema.options })).length,
    doubt,
  }
  await desk.close()
  return found
}
