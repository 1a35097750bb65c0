import { Paperclip } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState, type DragEvent, type ReactNode } from 'react'
import { useSay } from '../lib/i18n.tsx'
import css from './DropSurface.module.css'
import { cx } from './cx.ts'

const carriesFile = (data: DataTransfer) => data.types.includes('Files')

/** The files of a drop or paste; `getAsFile` also gives a pasted screenshot, which has no path. */
const filesOf = (data: DataTransfer): File[] =>
  [...data.items].map((item) => (item.kind === 'file' ? item.getAsFile() : null)).filter((file) => file !== null)

const isTextField = (target: EventTarget | null) => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

export interface DropSurfaceProps {
  /** All that was dropped or pasted together. */
  readonly onFiles: (files: readonly File[]) => void
  /** Takes text pasted outside a field as well, as rows copied in Excel; it goes before a picture of the same. */
  readonly onText?: ((text: string) => void) | undefined
  readonly isDisabled?: boolean | undefined
  /** Leaves what is pasted to others. */
  readonly isDropOnly?: boolean | undefined
  readonly children: ReactNode
}

/** Takes files dropped anywhere on it, or pasted while it is on screen and no dialog is; text is pasted as always. */
export function DropSurface({ onFiles, onText, isDisabled = false, isDropOnly = false, children }: DropSurfaceProps) {
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

  function take(event: Pick<Event, 'preventDefault'>, data: DataTransfer): void {
    const files = isDisabled ? [] : filesOf(data)
    if (files.length === 0) return
    event.preventDefault()
    onFiles(files)
  }

  const paste = useEffectEvent((event: ClipboardEvent) => {
    const data = event.clipboardData
    if (!data || isDropOnly || document.querySelector('[role=dialog], [role=alertdialog]')) return
    // Word and Excel put a picture beside the text they copy; in a field, the text is what is meant.
    if (isTextField(event.target) && data.types.includes('text/plain')) return
    const text = onText && !isDisabled ? data.getData('text/plain') : ''
    if (text !== '') {
      event.preventDefault()
      onText?.(text)
      return
    }
    take(event, data)
  })
  useEffect(() => {
    const listen = (event: ClipboardEvent) => paste(event)
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [])

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
