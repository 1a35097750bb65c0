import { useSyncExternalStore } from 'react'

const read = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] })
  return () => observer.disconnect()
}

/** Pixels to the rem, which the person's text size changes; for what must be counted in pixels. */
export const useRootFontSize = (): number => useSyncExternalStore(subscribe, read)
