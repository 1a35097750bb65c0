import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Result } from '#shared/ipc/procedure.ts'
import { createAutosave, type Autosave, type AutosaveStatus, type Stored } from './autosave.ts'
import { registerFlusher } from './flush.ts'

interface Shelf<V> {
  readonly autosave: Autosave<V>
  status: AutosaveStatus
  readonly listeners: Set<() => void>
}

/** Drafts with text that is not stored yet, so that a form that is closed and opened again finds it. */
const unsaved = new Map<string, Shelf<never>>()

function shelfFor<V extends object>({ id, stored, save }: Options<V>): Shelf<V> {
  const kept = unsaved.get(id)
  if (kept) return kept as unknown as Shelf<V>
  const listeners = new Set<() => void>()
  const shelf: Shelf<V> = {
    listeners,
    status: { state: 'clean' },
    autosave: createAutosave<V>({
      revision: stored.revision,
      save: (fields, revision) => save(id, fields, revision),
      onStatus(status) {
        shelf.status = status
        if (status.state === 'saved') unsaved.delete(id)
        else unsaved.set(id, shelf as unknown as Shelf<never>)
        listeners.forEach((listener) => listener())
      },
    }),
  }
  return shelf
}

interface Options<V> {
  readonly id: string
  /** The draft as main gave it when the form opened. */
  readonly stored: Stored<V>
  save(id: string, fields: V, revision: number): Promise<Result<Stored<V>>>
}

/**
 * Keeps a draft's form stored while it is typed in, when the window loses focus, when it is closed and when the form goes.
 * Give the form `key={draft.id}`: one form is one draft.
 */
export function useAutosave<V extends object>(options: Options<V>) {
  const [shelf] = useState(() => shelfFor(options))
  const [initial] = useState(() => shelf.autosave.typed() ?? options.stored.fields)
  const { autosave } = shelf

  const status = useSyncExternalStore(
    (changed) => {
      shelf.listeners.add(changed)
      return () => void shelf.listeners.delete(changed)
    },
    () => shelf.status,
  )

  useEffect(() => {
    const flush = () => autosave.flush()
    const leave = registerFlusher(flush)
    window.addEventListener('blur', flush)
    return () => {
      window.removeEventListener('blur', flush)
      void flush().then((done) => done && leave())
    }
  }, [autosave])

  return {
    /** What the form starts with: what is stored, or what was typed and could not be stored yet. */
    initial,
    status,
    change: autosave.change,
    flush: autosave.flush,
  }
}
