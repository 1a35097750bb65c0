import { dayMs } from '#shared/domain/time-spans.ts'
import type { EvidenceViews } from '../features/attachments/evidence.ts'
import { keepSources, type KeepSources } from '../features/attachments/keep-sources.ts'
import { teamDrafts, whyNotHere } from '../features/team/drafts.ts'
import { teamHistory } from '../features/team/history.ts'
import { teamFeature } from '../features/team/index.ts'
import { teamOverview } from '../features/team/overview.ts'
import type { StoredDraft } from '../storage/draft-records.ts'
import type { Clock } from '../submissions/clock.ts'
import { draftMirror } from '../team/drafts/mirror.ts'
import { draftTaking } from '../team/drafts/taking.ts'
import type { Team } from '../team/team.ts'
import { mainVendor } from '../vendors/index.ts'
import type { DraftStarts } from '../views/draft-starts.ts'
import type { DeskPorts } from './ports.ts'
import type { openStore } from './store.ts'

interface DeskTeamHandlersDeps {
  ports: Pick<DeskPorts, 'emit' | 'log' | 'chooseFile' | 'preferences'>
  store: Pick<
    Awaited<ReturnType<typeof openStore>>,
    'ledger' | 'drafts' | 'attachments' | 'sources' | 'accounts' | 'team' | 'teamDrafts' | 'vault'
  >
  team: Team
  evidence: EvidenceViews
  startOf: DraftStarts
  clock: Clock
}

/** What screens ask of a team; and drafts that change hands in it: told to it, taken over from it, not filed here while a colleague has them. */
export function deskTeamHandlers({ ports, store, team, evidence, startOf, clock }: DeskTeamHandlersDeps) {
  const { ledger, drafts, attachments, sources, accounts, vault, team: shared, teamDrafts: records } = store
  const { sourcesOf } = evidence
  const keep: KeepSources = keepSources({ ledger, drafts, attachments, sources, evidence })
  // What was ended so long ago can't come back.
  records.forgetEnded(clock.now() - ports.preferences.get().retention.unsent * dayMs)
  const onChange = (ids: string[]) => ports.emit('drafts.changed', { ids })
  const mirror = draftMirror({
    team,
    records,
    drafts,
    sharedOf: shared.sharedOf,
    sourcesOf,
    emptyOf: ({ kind, accountId }: StoredDraft) => startOf(kind, accountId),
    vault,
    clock,
    onChange,
    log: ports.log,
  })
  const taking = draftTaking({
    ledger,
    records,
    drafts,
    sourcesOf,
    keepSources: keep,
    accountOf(id) {
      const own = shared.accounts().find((account) => account.shared === id)
      return own ? accounts.get(own.accountId) : null
    },
    vault,
    clock,
  })
  return {
    handlers: {
      team: teamFeature({
        team,
        records: shared,
        accounts,
        identityOf: (settings) => mainVendor(settings.kind).team.identity(settings),
        chooseFile: ports.chooseFile,
      }),
      teamHistory: teamHistory({ team, records: shared }),
      teamDrafts: teamDrafts({ team, shared, records, drafts, taking, mirror, clock, onChange }),
    },
    keepSources: keep,
    overview: teamOverview({ team, records: shared }),
    /** These drafts, or any, changed. */
    changed: mirror.changed,
    stop: mirror.stop,
    /** Throws where a colleague has the draft. */
    assertHere(draftId: string): void {
      const why = whyNotHere(records, draftId)
      if (why) throw why
    },
  }
}
export type DeskTeamHandlers = ReturnType<typeof deskTeamHandlers>
