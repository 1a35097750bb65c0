import type { Account, AccountKind } from '#shared/domain/account.ts'

export interface Banner {
  readonly environment: 'practice' | 'staging'
  readonly names: readonly string[]
  readonly kinds: readonly AccountKind[]
}

/** What the marking says of these accounts: practice before staging, and nothing once all are live. */
export function bannerFor(accounts: readonly Account[]): Banner | null {
  for (const environment of ['practice', 'staging'] as const) {
    const marked = accounts.filter((account) => account.settings.environment === environment)
    if (marked.length === 0) continue
    const names = [...new Set(marked.map((account) => account.settings.name))]
    return { environment, names, kinds: marked.map((account) => account.settings.kind) }
  }
  return null
}
