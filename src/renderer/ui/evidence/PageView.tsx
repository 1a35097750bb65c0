import { useEffect, useRef, useState } from 'react'
import { cx } from '../cx.ts'
import css from './PageView.module.css'

interface PageViewProps {
  readonly label: string
  readonly size: { readonly width: number; readonly height: number }
  /** In quarters, clockwise. */
  readonly turn?: number | undefined
  readonly draw: (width: number) => Promise<ImageBitmap>
}

/** Sharp on any screen, and no larger than a page has to be. */
const maxWidth = 2000

/** One page, drawn once it comes into view. */
export function PageView({ label, size, turn = 0, draw }: PageViewProps) {
  const frame = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isSeen, setSeen] = useState(false)
  const [isDrawn, setDrawn] = useState(false)
  const drawing = useRef(draw)
  useEffect(() => {
    drawing.current = draw
  })
  useEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
      {
        rootMargin: '400px',
      },
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    if (!isSeen) return
    const width = Math.min(maxWidth, Math.ceil((frame.current?.clientWidth ?? 400) * window.devicePixelRatio))
    drawing.current(width).then(
      (bitmap) => {
        const target = canvas.current
        if (!target) return
        target.width = bitmap.width
        target.height = bitmap.height
        target.getContext('2d')?.drawImage(bitmap, 0, 0)
        bitmap.close()
        setDrawn(true)
      },
      // The job was ended: another file is on its way, and its pages are other ones.
      () => undefined,
    )
  }, [isSeen])
  const isAcross = turn % 2 === 1
  return (
    <div
      ref={frame}
      className={cx(css.page)}
      style={{ aspectRatio: isAcross ? `${size.height} / ${size.width}` : `${size.width} / ${size.height}` }}
    >
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        data-drawn={isDrawn || undefined}
        data-turn={turn || undefined}
        style={isAcross ? { width: `${(100 * size.width) / size.height}%`, height: `${(100 * size.height) / size.width}%` } : {}}
      />
    </div>
  )
}
