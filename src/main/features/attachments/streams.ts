import { randomUUID } from 'node:crypto'
import type { FileToken } from '#shared/domain/attachment.ts'
import { maxSourceBytes } from '#shared/domain/evidence-limits.ts'
import type { AttachmentVault, VaultRecord } from '../../storage/attachment-vault.ts'
import type { FileTokens } from './file-tokens.ts'

/** The channel by which bytes of files cross to the page's workers and back; beside it files are tokens. */
export interface FileStreams {
  /** A path from which one file of the vault can be read, once. */
  offer(record: VaultRecord): string
  /** A path to which one file can be brought, once; it becomes a token, as one that was dropped. */
  expect(name: string): string
  /** Answers a request below `streamFolder`. */
  serve(request: Request): Promise<Response>
  /** The page is gone or was loaded anew: its paths with it. */
  clear(): void
  /** Whether none is good any more. */
  isEmpty(): boolean
}

interface Deps {
  vault: Pick<AttachmentVault, 'read'>
  tokens: Pick<FileTokens, 'register'>
  /** Below which all of them lie. */
  folder: string
  now?: () => number
  capacity?: number
  lifetimeMs?: number
}

type Held = { expiresAt: number } & ({ record: VaultRecord } | { name: string })

const refused = (status: number) => new Response(null, { status })

/**
 * SECURITY: a path is a word that nobody guesses, good for one reading or one bringing and for minutes; what it stands for is fixed
 * when it is made. A page's own policy reaches none of them (shell/page-policy.ts): its workers' does.
 */
export function createFileStreams({
  vault,
  tokens,
  folder,
  now = Date.now,
  capacity = 500,
  lifetimeMs = 5 * 60_000,
}: Deps): FileStreams {
  const held = new Map<string, Held>()
  const add = (what: { record: VaultRecord } | { name: string }): string => {
    for (const [word, { expiresAt }] of held) if (expiresAt <= now() || held.size >= capacity) held.delete(word)
    const word = randomUUID()
    held.set(word, { ...what, expiresAt: now() + lifetimeMs })
    return `${folder}${word}`
  }
  const take = (request: Request): Held | null => {
    const word = new URL(request.url).pathname.slice(folder.length)
    const found = held.get(word)
    held.delete(word)
    return found && found.expiresAt > now() ? found : null
  }

  async function receive(request: Request, name: string): Promise<Response> {
    const pieces: Uint8Array[] = []
    let length = 0
    for await (const piece of request.body ?? []) {
      length += piece.length
      if (length > maxSourceBytes) return refused(413)
      pieces.push(piece)
    }
    const token: FileToken = await tokens.register({ name, bytes: Buffer.concat(pieces) })
    return Response.json(token, { headers: { 'Cache-Control': 'no-store' } })
  }

  return {
    offer: (record) => add({ record }),
    expect: (name) => add({ name }),
    async serve(request) {
      const found = take(request)
      if (!found) return refused(404)
      if ('name' in found) return request.method === 'POST' ? receive(request, found.name) : refused(405)
      if (request.method !== 'GET') return refused(405)
      return new Response(ReadableStream.from(copied(vault.read(found.record))) as ReadableStream<Uint8Array<ArrayBuffer>>, {
        headers: {
          'Content-Type': 'application/octet-stream',
          'Content-Length': String(found.record.bytes),
          'Cache-Control': 'no-store',
          // SECURITY: no engine may take it for a page or a script of ours.
          'X-Content-Type-Options': 'nosniff',
          'Content-Security-Policy': "default-src 'none'; sandbox",
          'Cross-Origin-Resource-Policy': 'same-origin',
        },
      })
    },
    clear() {
      held.clear()
    },
    isEmpty: () => [...held.values()].every(({ expiresAt }) => expiresAt <= now()),
  }
}

/** The vault gives each piece in the same buffer; a stream may hold several. */
async function* copied(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield Uint8Array.from(piece)
}
