import { useCallback, useState, type RefCallback } from 'react'

/** How wide an element is, in pixels: text in a chart keeps its size while the bars take what room there is. */
export function useWidth(): readonly [RefCallback<HTMLElement>, number] {
  const [width, setWidth] = useState(480)
  const measured = useCallback<RefCallback<HTMLElement>>((element) => {
    if (!element) return undefined
    const observer = new ResizeObserver(([entry]) => {
      const wide = Math.floor(entry?.contentRect.width ?? 0)
      if (wide > 0) setWidth(wide)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [measured, width]
}
