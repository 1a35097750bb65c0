import { randomUUID } from 'node:crypto'
import type { FileToken } from '#shared/domain/attachment.ts'
import { nameOf, openSource, type Source } from '../../storage/source-file.ts'
import { sourceRefusal, tooLarge } from '../../attachments/refusal.ts'

const megabyte = 1024 * 1024

/** The files a window dropped or pasted and has not attached yet. One registry a window: a token of one is nothing in another. */
export interface FileTokens {
  register(source: Source): Promise<FileToken>
  /** Gives the file once; null where the token is unknown, used or expired. */
  take(token: string): Source | null
  /** The page is gone or was loaded anew: its tokens with it. */
  clear(): void
  /** Whether none is good any more. */
  isEmpty(): boolean
}

interface Held {
  source: Source
  expiresAt: number
}

/**
 * SECURITY: a page gets a token and never names a path, so a taken-over page can only use files a person gave it. Their
 * number, their life and the bytes held for pasted ones are bounded.
 */
export function createFileTokens({
  now = Date.now,
  capacity = 20,
  lifetimeMs = 10 * 60_000,
  maxBytes = 100 * megabyte,
}: { now?: () => number; capacity?: number; lifetimeMs?: number; maxBytes?: number } = {}): FileTokens {
  const held = new Map<string, Held>()
  const weight = () => [...held.values()].reduce((sum, { source }) => sum + ('bytes' in source ? source.bytes.length : 0), 0)

  /** The oldest go first: what a person just dropped is what they want. */
  const makeRoom = (bytes: number) => {
    for (const [token, { expiresAt }] of held) {
      if (expiresAt > now() && held.size < capacity && weight() + bytes <= maxBytes) return
      held.delete(token)
    }
  }

  return {
    async register(source) {
      const name = nameOf(source)
      const bytes = await sizeOf(source, name)
      if ('bytes' in source && bytes > maxBytes) throw tooLarge(name, bytes, maxBytes)
      makeRoom('bytes' in source ? bytes : 0)
      const token = randomUUID()
      held.set(token, { source, expiresAt: now() + lifetimeMs })
      return { token, name, bytes }
    },
    take(token) {
      const found = held.get(token)
      held.delete(token)
      return found && found.expiresAt > now() ? found.source : null
    },
    clear() {
      held.clear()
    },
    isEmpty: () => [...held.values()].every(({ expiresAt }) => expiresAt <= now()),
  }
}

/** Opened and closed again: a folder or a pipe is refused at the drop, before anything else is asked. */
async function sizeOf(source: Source, name: string): Promise<number> {
  const file = await openSource(source).catch((error: unknown) => {
    throw sourceRefusal(error, name)
  })
  await file.close()
  return file.bytes
}
