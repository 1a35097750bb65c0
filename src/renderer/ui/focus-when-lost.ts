import { useEffect, type RefObject } from 'react'

/** Focuses this where what had the focus is gone; the answer calls it off. It waits a moment, in which a closing dialog hands focus back. */
export function focusOnceLost(find: () => HTMLElement | null | undefined): () => void {
  const timer = setTimeout(() => {
    if (document.activeElement === document.body) find()?.focus({ preventScroll: true })
  }, 50)
  return () => clearTimeout(timer)
}

/**
 * Gives focus a place when what had it is gone, as after a dialog over a form that turned into an item: without it a
 * screen reader starts at the top of the page.
 */
export function useFocusWhenLost(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => focusOnceLost(() => ref.current), [ref])
}
