import type { DraftElsewhere, DraftStanding, TeamDraftDetail } from '#shared/domain/team-draft.ts'
import type { TeamView } from '#shared/domain/team.ts'

export const noTeam: TeamView = { link: null, state: 'none', message: null, untold: [], isManager: false, accounts: [] }

/** A desk whose accounts colleagues share. */
export const teamOf = (accountIds: readonly string[]): TeamView => ({
  ...noTeam,
  link: { host: 'db.example', port: 5432, database: 'balie', user: 'anna', ca: null },
  state: 'online',
  message: { id: 'team.state.online', values: { clerk: 'Anna de Wit' } },
  accounts: accountIds.map((accountId, shared) => ({
    shared,
    name: 'Winkel',
    vendor: 'billink',
    accountId,
    isPractice: false,
    isManaged: true,
    candidates: [],
  })),
})

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 28, 9, 0) - minutes * 60_000).toISOString()

/** What colleagues left: one who is at work, one who is ill, and this clerk's own on another computer. */
export const teamDraftsOf = (accountId: string): TeamDraftDetail[] =>
  (
    [
      ['F-2026-0412', 'Bob Jansen', true, false, 'Klant belt morgen terug, wacht met indienen tot dan.', 2],
      ['F-2026-0398', 'Eva Verhoeven-van den Brandhof', false, false, '', 0],
      ['', 'Anna de Wit', false, true, 'Nog opzoeken welk nummer dit is', 1],
    ] as const
  ).map(([subject, clerk, isLive, isOwn, note, files], n) => ({
    id: `team-draft-${n}`,
    kind: 'dispute',
    accountId,
    subject,
    clerk,
    isOwn,
    isLive,
    at: at(n * 190),
    note,
    files,
    fence: 1,
    fields: {
      invoice: subject,
      customerName: 'Fatima el Idrissi',
      customerEmail: 'fatima@example.nl',
      category: 'retour',
      locale: 'nl',
      message: 'De klant stuurde de jas terug en kreeg het geld niet.\nTrack and trace zit erbij.',
    },
    canErase: n === 1,
    names: Array.from({ length: files }, (_, file) => ({ name: `foto-${file + 1}.jpg`, bytes: 845_120, isThere: file === 0 })),
  }))

/** How an own draft stands with colleagues. */
export const standings: Record<'held' | 'from' | 'taken' | 'gone', DraftStanding> = {
  held: { state: 'held', teamId: null, clerk: null, at: null, note: 'Bel eerst', hasMore: false },
  from: {
    state: 'held',
    teamId: 't',
    clerk: 'Bob Jansen',
    at: at(5),
    note: 'Klant belt morgen terug, wacht met indienen tot dan.',
    hasMore: false,
  },
  taken: { state: 'taken', teamId: 't', clerk: 'Bob Jansen', at: at(5), note: '', hasMore: true },
  gone: { state: 'gone', teamId: 't', clerk: null, at: at(5), note: '', hasMore: true },
}

/** Every second own draft is a colleague's by now. */
export const elsewhereOf = (state: 'taken' | 'gone', ids: readonly string[]): DraftElsewhere[] =>
  ids.filter((_, n) => n % 2 === 0).map((id) => ({ id, clerk: state === 'taken' ? (standings.taken.clerk ?? '') : null }))
