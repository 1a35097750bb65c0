import type { Result } from '#shared/ipc/procedure.ts'
import { createAutosave, type AutosaveStatus, type Stored } from './autosave.ts'
import { registerFlusher } from './flush.ts'

/** What is typed into one draft, and how far it is stored. */
export interface KeptDraft<F> {
  /** The newest words: those on screen, stored or not. */
  readonly fields: F
  readonly status: AutosaveStatus
  change(fields: F): void
  /** Stores what is typed now; true when all of it is stored. */
  flush(): Promise<boolean>
  subscribe(changed: () => void): () => void
  /** A form shows it; the answer is to be called when that form closes. `onClosed` hears once no form does and all is stored. */
  open(onClosed?: () => void): () => void
}

type OpenedDraft<F> = Stored<F> & { readonly id: string }
type Save<F> = (input: { id: string; revision: number; fields: F }) => Promise<Result<Stored<F>>>

function keep<F>(draft: OpenedDraft<F>, save: Save<F>, forget: () => void): KeptDraft<F> {
  let { fields } = draft
  let status: AutosaveStatus = { state: 'saved', at: draft.updatedAt }
  let forms = 0
  const listeners = new Set<() => void>()
  const autosave = createAutosave<F>({
    revision: draft.revision,
    save: (typed, revision) => save({ id: draft.id, revision, fields: typed }),
    onStatus(next) {
      status = next
      for (const listener of listeners) listener()
      letGo()
    },
  })
  const leave = registerFlusher(autosave.flush)

  function letGo(): void {
    if (forms > 0 || autosave.unsaved) return
    leave()
    forget()
  }

  return {
    get fields() {
      return fields
    },
    get status() {
      return status
    },
    change(next) {
      fields = next
      autosave.change(next)
    },
    flush: autosave.flush,
    subscribe(changed) {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
    open(onClosed) {
      forms += 1
      return () => {
        forms -= 1
        void autosave.flush().then(() => {
          letGo()
          if (forms === 0 && !autosave.unsaved) onClosed?.()
        })
      }
    },
  }
}

/**
 * Keeps what is typed for as long as it is not stored, also after its form has closed: a form that opens again goes on
 * with the newest words, never with older ones from the disk.
 */
export function draftKeeper<F>(save: Save<F>) {
  const kept = new Map<string, KeptDraft<F>>()
  return {
    of(draft: OpenedDraft<F>): KeptDraft<F> {
      const known = kept.get(draft.id)
      if (known) return known
      const fresh = keep(draft, save, () => void kept.delete(draft.id))
      kept.set(draft.id, fresh)
      return fresh
    },
  }
}
export type DraftKeeper<F> = ReturnType<typeof draftKeeper<F>>
