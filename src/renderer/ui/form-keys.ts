import type { KeyboardEvent } from 'react'

/** Ctrl+Enter goes on, Ctrl+S stores now; on a Mac with the Command key. */
export function formKeys(actions: { onSubmit: () => void; onSave: () => void }) {
  return (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    if (event.key === 'Enter') actions.onSubmit()
    else if (event.key.toLowerCase() === 's') actions.onSave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}
