/** Secrets for as long as the app runs, in memory only. */
export interface SessionSecrets {
  get(entry: string): string | null
  set(entry: string, secret: string): void
  remove(entry: string): void
}

/** What is used where the system has no keychain: a secret is never written to disk, so it is asked again after a restart. */
export function createSessionSecrets(): SessionSecrets {
  const secrets = new Map<string, string>()
  return {
    get: (entry) => secrets.get(entry) ?? null,
    set(entry, secret) {
      secrets.set(entry, secret)
    },
    remove(entry) {
      secrets.delete(entry)
    },
  }
}
