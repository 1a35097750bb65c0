import { Paperclip } from 'lucide-react'
import { useRef, useState, type ClipboardEvent, type DragEvent, type ReactNode } from 'react'
import { useSay } from '../lib/i18n.tsx'
import css from './DropSurface.module.css'
import { cx } from './cx.ts'

const carriesFile = (data: DataTransfer) => data.types.includes('Files')

/** The first file of a drop or paste; `getAsFile` also gives a pasted screenshot, which has no path. */
const fileOf = (data: DataTransfer): File | null =>
  [...data.items].map((item) => (item.kind === 'file' ? item.getAsFile() : null)).find((file) => file !== null) ?? null

export interface DropSurfaceProps {
  readonly onFile: (file: File) => void
  readonly isDisabled?: boolean | undefined
  readonly children: ReactNode
}

/** Takes a file dropped anywhere on it, or pasted while something in it has focus; text is pasted as always. */
export function DropSurface({ onFile, isDisabled = false, children }: DropSurfaceProps) {
  const say = useSay()
  const depth = useRef(0)
  const [isOver, setOver] = useState(false)

  function drag(event: DragEvent, change: -1 | 0 | 1): void {
    if (isDisabled || !carriesFile(event.dataTransfer)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    depth.current += change
    setOver(depth.current > 0)
  }

  function take(event: DragEvent | ClipboardEvent, data: DataTransfer): void {
    const file = isDisabled ? null : fileOf(data)
    if (!file) return
    event.preventDefault()
    onFile(file)
  }

  return (
    <div
      className={cx(css.surface)}
      onDragEnter={(event) => drag(event, 1)}
      onDragOver={(event) => drag(event, 0)}
      onDragLeave={(event) => drag(event, -1)}
      onDrop={(event) => {
        depth.current = 0
        setOver(false)
        take(event, event.dataTransfer)
      }}
      onPaste={(event) => take(event, event.clipboardData)}
    >
      {children}
      {isOver && (
        <div className={cx(css.target)} aria-hidden="true">
          <Paperclip />
          {say('ui.file.drop')}
        </div>
      )}
    </div>
  )
}
