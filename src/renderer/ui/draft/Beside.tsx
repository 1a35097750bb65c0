import { useEffect, useRef, useState, type ReactNode } from 'react'
import { cx } from '../cx.ts'
import css from './DraftFrame.module.css'

/** Room beside the fields of a form, which a wide window has; what is in it exists only there, so that a narrow one does no work for it. */
export function Beside({ children }: { children: ReactNode }) {
  const room = useRef<HTMLDivElement>(null)
  const [isThere, setThere] = useState(false)
  useEffect(() => {
    const element = room.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => setThere(element.clientWidth > 0))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={room} className={cx(css.beside)}>
      {isThere && children}
    </div>
  )
}
