import type { FileToken } from '#shared/domain/attachment.ts'
import type { Result } from '#shared/ipc/procedure.ts'

/** All that the preload gives the page: named calls, named events, and a token for a dropped file. */
export interface Bridge {
  invoke(channel: string, input: unknown): Promise<Result<unknown>>
  /** Answers with the function that stops listening. */
  on(eventName: string, callback: (payload: unknown) => void): () => void
  registerFile(file: File): Promise<Result<FileToken>>
}

declare global {
  interface Window {
    readonly balie: Bridge
  }
}

/** The one place that touches the global, so that the rest of the page imports what it uses. */
export const bridge = (): Bridge => window.balie
