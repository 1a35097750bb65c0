import { useEffect, useEffectEvent } from 'react'
import type { RowChanges } from './use-row-changes.ts'

const isEdited = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('textarea, input:not([type=checkbox])'))

/** Ctrl+Z and Ctrl+Y wherever one is at the check: before what was filed elsewhere, and never in a field, whose text has its own. */
export function useUndoKeys(changes: RowChanges): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isEdited(event.target)) return
    if (document.querySelector('[role=dialog], [role=alertdialog]')) return
    const key = event.key.toLowerCase()
    const isRedo = key === 'y' || (key === 'z' && event.shiftKey)
    if (!isRedo && key !== 'z') return
    if (!(isRedo ? changes.redoStep : changes.undoStep)) return
    event.preventDefault()
    if (isRedo) changes.redo()
    else changes.undo()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [])
}
