import type { MessageId } from '#shared/languages/index.ts'
import { randomUUID } from 'node:crypto'
import type { Account, AccountKind } from '#shared/domain/account.ts'
import type { Message } from '#shared/domain/message.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import { AppFailure, gone } from '../../ipc/failure.ts'
import type { JudgedAccount, NotAllowed } from '../../policy/apply-policy.ts'
import type { AccountRecords, StoredAccount } from '../../storage/account-records.ts'
import { boundOriginOf } from '../../submissions/bound-origin.ts'
import { sharedVendors } from '#shared/vendors/index.ts'
import { hostToConfirm } from './hosts.ts'
import type { SecretFor } from './secret-for.ts'
import type { AccountSecrets } from './secrets.ts'

const eraseSentences = { locked: 'account.eraseLocked', denied: 'account.eraseDenied', broken: 'account.eraseBroken' } as const

export interface AccountsDeps {
  records: AccountRecords
  secrets: AccountSecrets
  secretFor: SecretFor
  /** The account's URL, or the practice server's while it runs. */
  endpointOf(account: StoredAccount): string | null
  /** Why the person's organisation does not let an account be stored so; null where it does. */
  notAllowed?(account: JudgedAccount): NotAllowed | null
  /** Whether it wrote the account down itself: then only its key is the person's. */
  isOrganisations?(accountId: string): boolean
  /** As large as it lets files be. */
  maxFileMegabytes?: number | null
  /** Shown by main itself, so that a taken-over page can't answer it. */
  confirmHost(question: { host: string; accountName: string; kind: AccountKind }): Promise<boolean>
  /** Items that are waiting, under way, held, or of unknown outcome. */
  unfinishedItems(accountId: string): number
  heldItems(accountId: string): number
  onChange(): void
  now?: () => Date
}

/** Fewer characters than this, and the last four would give too much of a key away. */
const showsLastFourFrom = 12

/** The accounts of this computer: everything a screen may know of them, and the one way a secret comes in. */
export const accounts = (deps: AccountsDeps): GroupHandlers<(typeof contract)['accounts']> => {
  const { records, secrets, now = () => new Date() } = deps

  const existing = (id: string): StoredAccount => {
    const account = records.get(id)
    if (!account || account.archivedAt !== null) throw gone()
    return account
  }

  const put = async (account: StoredAccount): Promise<Account> => {
    records.save(account)
    deps.onChange()
    return view(deps, account)
  }

  /** Out of the keychain first: a ledger that forgot a secret the keychain still holds could never erase it. */
  const eraseSecret = async ({ id, settings, secretOrigin }: StoredAccount): Promise<void> => {
    if (secretOrigin === null) return secrets.forget(id, boundOriginOf(settings))
    const answer = await secrets.erase(id, secretOrigin)
    if (answer !== 'erased') throw refused(eraseSentences[answer])
  }

  return {
    list: () => Promise.all(records.list().map((account) => view(deps, account))),

    async save({ accountId, settings }) {
      const before = accountId === null ? null : existing(accountId)
      if (before && before.settings.kind !== settings.kind) throw refused('account.kindFixed', 'kind')
      // Drafts and items belong to the environment they were made for; changing it under them would move them.
      if (before && before.settings.environment !== settings.environment) throw refused('account.environmentFixed', 'environment')
      if (before && deps.isOrganisations?.(before.id)) throw refused('account.organisations')
      const reason = deps.notAllowed?.({ id: accountId, settings }) ?? null
      if (reason !== null) throw refused(`account.${reason}NotAllowed`, reason === 'host' ? 'url' : 'environment')
      const limit = deps.maxFileMegabytes ?? null
      if (limit !== null && 'maxFileMegabytes' in settings && settings.maxFileMegabytes > limit)
        throw refused('account.fileLimitSet', 'maxFileMegabytes', { limit })
      const moved = !before || boundOriginOf(before.settings) !== boundOriginOf(settings)
      const host = moved ? hostToConfirm(settings) : null
      if (host !== null && !(await deps.confirmHost({ host, accountName: settings.name, kind: settings.kind }))) return null

      if (!before) {
        const created = { secretOrigin: null, secretLastFour: null, createdAt: now().toISOString(), archivedAt: null }
        return put({ id: randomUUID(), settings, ...created })
      }
      // SECURITY: a secret is bound to the origin it was given for; another scheme, host or port must not get it.
      if (moved) await eraseSecret(existing(before.id))
      const account = existing(before.id)
      return put({ ...account, settings, ...(moved ? { secretOrigin: null, secretLastFour: null } : {}) })
    },

    async remove({ accountId }) {
      const account = existing(accountId)
      if (deps.isOrganisations?.(accountId)) throw refused('account.organisations')
      const count = deps.unfinishedItems(accountId)
      if (count > 0) throw refused('account.unfinishedItems', null, { count })
      await eraseSecret(account)
      records.save({ ...existing(accountId), secretOrigin: null, secretLastFour: null })
      records.archive(accountId)
      deps.onChange()
      return {}
    },

    async setSecret({ accountId, secret }) {
      const { settings } = existing(accountId)
      if (settings.environment === 'practice') throw refused('account.practiceKey', 'secret')
      if (!sharedVendors[settings.kind].secret.test(secret)) throw refused('account.secretCharacters', 'secret')
      const origin = boundOriginOf(settings)
      const kept = await secrets.write(accountId, origin, secret)
      if (kept === 'locked' || kept === 'denied') throw refused(`account.secret.${kept}`, 'secret')
      const account = existing(accountId)
      if (boundOriginOf(account.settings) !== origin) {
        await secrets.erase(accountId, origin)
        throw gone()
      }
      return put({ ...account, ...remembered(kept, origin, secret) })
    },

    async removeSecret({ accountId }) {
      const account = existing(accountId)
      if (account.settings.environment !== 'practice')
        await eraseSecret({ ...account, secretOrigin: boundOriginOf(account.settings) })
      return put({ ...existing(accountId), secretOrigin: null, secretLastFour: null })
    },
  }
}

/** In memory only, the ledger must not say after a restart that there is a key. */
function remembered(
  kept: 'keychain' | 'session',
  origin: string,
  secret: string,
): Pick<StoredAccount, 'secretOrigin' | 'secretLastFour'> {
  if (kept === 'session') return { secretOrigin: null, secretLastFour: null }
  return { secretOrigin: origin, secretLastFour: secret.length >= showsLastFourFrom ? secret.slice(-4) : null }
}

async function view(
  deps: Pick<AccountsDeps, 'secrets' | 'secretFor' | 'endpointOf' | 'heldItems' | 'isOrganisations'>,
  account: StoredAccount,
): Promise<Account> {
  const { id, settings } = account
  return {
    id,
    settings,
    secret: await secretView(deps, account),
    endpoint: deps.endpointOf(account),
    heldItems: deps.heldItems(id),
    isOrganisations: deps.isOrganisations?.(id) ?? false,
  }
}

async function secretView(
  { secrets, secretFor }: Pick<AccountsDeps, 'secrets' | 'secretFor'>,
  account: StoredAccount,
): Promise<Account['secret']> {
  if (account.settings.environment === 'practice') return { state: 'public', lastFour: null }
  const origin = boundOriginOf(account.settings)
  const state = await secrets.state(account.id, origin, account.secretOrigin === origin)
  if (state !== 'session') return { state, lastFour: state === 'missing' ? null : account.secretLastFour }
  const answer = await secretFor(account)
  return { state, lastFour: answer.ok && answer.secret.length >= showsLastFourFrom ? answer.secret.slice(-4) : null }
}

/** A refusal with its sentence, at its field where it has one. */
function refused(id: MessageId, field: string | null = null, values?: Record<string, number>): AppFailure {
  const message: Message = values ? { id, values } : { id }
  return new AppFailure({ kind: 'invalid', message, ...(field ? { fields: { [field]: [message] } } : {}) })
}
