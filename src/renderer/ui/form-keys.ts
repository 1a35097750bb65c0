import { useEffect, useEffectEvent, useRef, type KeyboardEvent as ReactKeyboardEvent, type RefObject } from 'react'
import { isPressed } from '../lib/key-table.ts'

/** Ctrl+Enter goes on, Ctrl+S stores now, from any field of the form the answer is put on; on a Mac with the Command key. */
export function useFormKeys(actions: { onSubmit: () => void; onSave: () => void }): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isPressed(event, 'review')) actions.onSubmit()
    else if (isPressed(event, 'save')) actions.onSave()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  useEffect(() => {
    const element = form.current
    const listen = (event: KeyboardEvent) => onKey(event)
    element?.addEventListener('keydown', listen)
    return () => element?.removeEventListener('keydown', listen)
  }, [])
  return form
}

/** Enter in a field that is a small form of its own within a larger one, which is not to hear of it. */
export function onEnter(event: ReactKeyboardEvent, act: () => void): void {
  if (event.key !== 'Enter') return
  event.preventDefault()
  event.stopPropagation()
  act()
}
