import type { Ledger } from '../storage/ledger.ts'
import type { StoredSubmission } from '../storage/submission-row.ts'
import { filing } from '../submissions/filing.ts'
import { Looks, type LooksDeps } from '../submissions/looks.ts'
import { Origins } from '../submissions/origins.ts'
import { Outbox, type OutboxDeps } from '../submissions/outbox.ts'
import { person } from '../submissions/person.ts'
import type { Records } from './store.ts'

export interface SingleItemsDeps
  extends
    Pick<
      OutboxDeps,
      'transmitter' | 'prepare' | 'decideOutcome' | 'clock' | 'random' | 'onChange' | 'onTrouble' | 'connections' | 'team'
    >,
    Pick<LooksDeps, 'look' | 'settleAfterMs'> {
  ledger: Ledger
  stored: Records
  holdSeconds(): number
  /** An item that was looked up moved on, or says something else. */
  onLook(item: StoredSubmission): void
  onLookTrouble(error: unknown): void
  /** A row of a run was decided about by itself. */
  rowDecided?(runId: number): void
  /** What the team makes of what a person read and said. */
  onFiled?(draftId: string, id: string): void
  onSentOn?(item: StoredSubmission): void
}

/** All that items filed one by one are: filing, the outbox, a person's acts, and what is found out about origins and outcomes. */
export function singleItems(deps: SingleItemsDeps) {
  const { ledger, stored, clock, random, rowDecided, team, onFiled, onSentOn } = deps
  const { drafts, sources, records, queue, reads } = stored
  const origins = new Origins(clock, random)
  const looks = new Looks({
    ledger,
    records,
    reads,
    origins,
    clock,
    random,
    look: deps.look,
    settleAfterMs: deps.settleAfterMs,
    onLook(item) {
      deps.onLook(item)
      outbox.pump()
    },
    onTrouble: deps.onLookTrouble,
  })
  const { transmitter, prepare, decideOutcome, onChange, onTrouble, connections } = deps
  const outbox = new Outbox({
    ledger,
    reads,
    looks,
    records,
    queue,
    origins,
    transmitter,
    prepare,
    decideOutcome,
    clock,
    random,
    onChange,
    onTrouble,
    connections,
    ...(team && { team }),
  })
  return {
    origins,
    looks,
    outbox,
    filing: filing({ ledger, drafts, records, outbox, clock, holdSeconds: deps.holdSeconds, ...(onFiled && { onFiled }) }),
    person: person({
      ledger,
      drafts,
      sources,
      records,
      queue,
      origins,
      outbox,
      looks,
      clock,
      ...(rowDecided && { rowDecided }),
      ...(onSentOn && { onSentOn }),
    }),
    /** Sends what is due, and looks up what became of what was under way. */
    start(): void {
      outbox.start()
      // At once: each time all that are due are gone through.
      looks.schedule(...reads.toLookUp())
    },
    networkReturned(): void {
      outbox.networkReturned()
      looks.hurry()
    },
    /** What is under way finishes first; its outcome is on disk when this resolves. */
    async close(): Promise<void> {
      await Promise.all([outbox.stop(), looks.close()])
    },
  }
}
export type SingleItems = ReturnType<typeof singleItems>
