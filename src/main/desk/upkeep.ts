import type { Preferences } from '#shared/domain/preferences.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import type { BulkDesk } from '../bulk-desk.ts'
import { privacy } from '../features/privacy.ts'
import { daily, sweptAt } from '../privacy/daily.ts'
import { erasing } from '../privacy/erasing.ts'
import { personFinder } from '../privacy/find-person.ts'
import { beganWell } from '../privacy/good-starts.ts'
import { handingOver } from '../privacy/hand-over.ts'
import { sweep } from '../privacy/sweep.ts'
import { erasedText } from '../storage/erased-text.ts'
import { expiredRecords } from '../storage/expired-records.ts'
import type { OpenedCopies } from '../storage/opened-copies.ts'
import { personErasure } from '../storage/person-erasure.ts'
import { personPlaces } from '../storage/person-places.ts'
import type { Clock } from '../submissions/clock.ts'
import { sayIn } from '../text/say.ts'
import type { DeskPorts } from './ports.ts'
import type { openStore } from './store.ts'

export interface UpkeepDeps {
  ports: Pick<DeskPorts, 'folder' | 'preferences' | 'bulk' | 'log' | 'emit' | 'chooseFolder' | 'clearPage'>
  store: Awaited<ReturnType<typeof openStore>>
  clock: Clock
  copies: OpenedCopies
  bulk: Pick<BulkDesk, 'isSending' | 'eraseTable'>
  /** Items filed by themselves are under way. */
  isSending(): boolean
  /** Items and drafts lost their text. */
  onErased(): void
  /** An item with all that is known of it. */
  detail(id: string): Promise<SubmissionDetail>
}

const breath = () => new Promise<void>((resolve) => setImmediate(resolve))

/** What goes by itself once it has been kept for long enough, and because a customer asks. */
export function upkeep({ ports, store, clock, copies, bulk, isSending, onErased, detail }: UpkeepDeps) {
  const { folder, log, emit } = ports
  const { ledger, traces, vault, accounts } = store
  const expired = expiredRecords(ledger)
  const places = personPlaces(ledger)
  const find = personFinder({ ledger, places, folder, breath })
  const common = {
    ledger,
    expired,
    text: erasedText(ledger, traces),
    traces,
    vault,
    copies,
    folder,
    clock,
    isForVendors: () => accounts.list().some(({ settings }) => settings.url !== null),
    isSending: () => isSending() || bulk.isSending(),
    eraseTable: bulk.eraseTable,
    log,
  }
  const onChange = () => {
    onErased()
    emit('privacy.changed', {})
  }
  const retention = (): Preferences['retention'] => ports.preferences.get().retention
  const sweeping = sweep({ ...common, retention, onChange })
  const days = daily({ expired, clock, run: sweeping.run, log })
  const erasure = erasing({
    ...common,
    erasure: personErasure(ledger),
    onItem: store.team.erased,
    preferences: ports.preferences,
    clearPage: ports.clearPage ?? (() => Promise.resolve()),
    onChange,
  })
  return {
    handlers: privacy({
      find,
      erasing: erasure,
      handOver: handingOver({
        ledger,
        places,
        vault,
        detail: (id) => detail(id).catch(() => null),
        folder,
        now: () => clock.now(),
        language: ports.bulk.language,
        say: (id, values) => sayIn(ports.bulk.language())(id, values),
        breath,
      }),
      sweep: days.now,
      sweptAt: () => expired.upkeep(sweptAt),
      traceKey: () => traces.keeper(),
      chooseFolder: ports.chooseFolder ?? (() => Promise.resolve(null)),
    }),
    /** After all that a start does: the app began well, and has time. A copy that may not know all erases nothing by itself. */
    start(isTrusted: boolean): void {
      traces.recall().catch((error: unknown) => log('What was erased could not be recalled', error))
      // What a person had chosen, whatever became of the ledger since.
      erasure.resume()
      if (!isTrusted) return
      beganWell(expired, folder).catch((error: unknown) => log('The copy of an earlier version could not be erased', error))
      days.start()
    },
    async stop(): Promise<void> {
      sweeping.stop()
      await Promise.all([days.stop(), erasure.stop()])
    },
  }
}
export type Upkeep = ReturnType<typeof upkeep>
