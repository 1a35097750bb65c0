import { useEffect, type RefObject } from 'react'

/**
 * Gives focus a place when what had it is gone, as after a dialog over a form that turned into an item: without it a
 * screen reader starts at the top of the page. It waits a frame, in which a closing dialog hands focus back.
 */
export function useFocusWhenLost(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) ref.current?.focus({ preventScroll: true })
    }, 50)
    return () => clearTimeout(timer)
  }, [ref])
}
