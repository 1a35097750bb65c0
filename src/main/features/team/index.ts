import { readFile } from 'node:fs/promises'
import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import type { Message } from '#shared/domain/message.ts'
import type { TeamView } from '#shared/domain/team.ts'
import type { AccountSettings } from '#shared/vendors/index.ts'
import { AppFailure, gone } from '../../ipc/failure.ts'
import type { AccountRecords } from '../../storage/account-records.ts'
import type { TeamLink, TeamRecords } from '../../storage/team-records.ts'
import { boundOriginOf } from '../../submissions/bound-origin.ts'
import type { SharedAccount } from '../../team/answers.ts'
import { TeamFailure, type TeamTrouble } from '../../team/failures.ts'
import { readInvitation } from '../../team/invitation.ts'
import { teamMessage } from '../../team/sentences.ts'
import type { Team } from '../../team/team.ts'
import { desksOf } from '../../team/words.ts'

export interface TeamFeatureDeps {
  team: Team
  records: TeamRecords
  accounts: AccountRecords
  /** What tells two accounts at one origin apart. */
  identityOf(settings: AccountSettings): string
  chooseFile(extensions: readonly string[]): Promise<string | null>
}

/** At which field it stands what is wrong, where it is one's. */
const fieldOf: Partial<Record<TeamTrouble, string>> = {
  host: 'host',
  'not-allowed': 'host',
  'wrong-name': 'host',
  refused: 'port',
  'no-database': 'database',
  'not-set-up': 'database',
  'no-login': 'user',
  password: 'password',
  untrusted: 'ca',
}
const longestInvitation = 200_000

/** Connecting to a team, linking accounts to it, and leaving it. */
export function teamFeature(deps: TeamFeatureDeps): GroupHandlers<(typeof contract)['team']> {
  const { team, records, accounts } = deps
  const refuse = (error: unknown, link: TeamLink): never => {
    if (!(error instanceof TeamFailure)) throw error
    const message = teamMessage(error.trouble, link)
    const field = fieldOf[error.trouble]
    throw new AppFailure({ kind: 'invalid', message, ...(field && { fields: { [field]: [message] } }) })
  }

  const candidatesOf = ({ vendor, origin, identity }: SharedAccount) =>
    accounts
      .list()
      .filter(({ settings, archivedAt }) => archivedAt === null && settings.kind === vendor)
      .filter(({ settings }) => boundOriginOf(settings) === origin && deps.identityOf(settings) === identity)
      .map(({ id, settings }) => ({ accountId: id, name: settings.name }))

  function messageOf(link: TeamLink | null): Message | null {
    const { standing, member } = team
    switch (standing?.state) {
      case undefined:
        return null
      case 'online':
        return { id: 'team.state.online', values: { clerk: member?.display ?? link?.user ?? '' } }
      case 'untold':
        return { id: 'team.state.untold', values: { desks: desksOf(standing.untold) } }
      case 'offline':
        return link && teamMessage(standing.trouble, link)
      case 'connecting':
      case 'telling':
        return { id: `team.state.${standing.state}` }
    }
  }

  function view(): TeamView {
    const link = records.link()
    const { standing, member } = team
    const linked = new Map(records.accounts().map(({ accountId, shared }) => [shared, accountId]))
    return {
      link,
      state: standing?.state ?? 'none',
      message: messageOf(link),
      untold: standing?.state === 'untold' ? standing.untold.map(({ id, clerk, label }) => ({ id, clerk, label })) : [],
      isManager: member?.accounts.some(({ manager }) => manager) ?? false,
      accounts: (member?.accounts ?? []).map((account) => ({
        shared: account.id,
        name: account.name,
        vendor: account.vendor,
        accountId: linked.get(account.id) ?? null,
        isPractice: account.origin === 'practice',
        isManaged: account.manager,
        candidates: candidatesOf(account),
      })),
    }
  }

  return {
    get: view,
    async openInvitation() {
      const file = await deps.chooseFile(['balie-team', 'json'])
      if (file === null) return null
      const text = await readFile(file, 'utf8')
      const invitation = text.length > longestInvitation ? null : readInvitation(text)
      if (!invitation) throw new AppFailure({ kind: 'invalid', message: { id: 'team.invitation.wrong' } })
      return invitation
    },
    async connect({ password, ...link }) {
      const kept = await team.connect(link, password).catch((error: unknown) => refuse(error, link))
      if (kept === 'failed') throw new AppFailure({ kind: 'invalid', message: { id: 'team.keychain.failed' } })
      return view()
    },
    async leave() {
      await team.leave()
      return view()
    },
    share({ shared, accountId }) {
      const account = team.member?.accounts.find(({ id }) => id === shared)
      if (!account) throw gone()
      for (const { accountId: earlier } of records.accounts().filter((one) => one.shared === shared))
        if (earlier !== accountId) team.share(earlier, null)
      if (accountId !== null) {
        // SECURITY: an account is shared only with the one that goes to the same place for the same merchant.
        if (!candidatesOf(account).some((one) => one.accountId === accountId)) throw gone()
        team.share(accountId, shared)
      }
      return view()
    },
    async goOnWithout({ desk }) {
      const link = records.link()
      const { session } = team
      if (!session || !link) throw gone()
      await session.store.goOnWithout(desk).catch((error: unknown) => refuse(error, link))
      team.changed()
      return view()
    },
  }
}
