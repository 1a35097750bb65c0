import { FileImage, FileText, FileType, Paperclip, Trash2, TriangleAlert } from 'lucide-react'
import { useRef } from 'react'
import { base64Length, type Attachment } from '#shared/domain/attachment.ts'
import { useFormat } from '../lib/format.ts'
import { useSay } from '../lib/i18n.tsx'
import { Button } from './Button.tsx'
import { cx } from './cx.ts'
import { Field, type FieldProps } from './Field.tsx'
import css from './FilePicker.module.css'

const icons = {
  png: FileImage,
  jpg: FileImage,
  jpeg: FileImage,
  heic: FileImage,
  pdf: FileText,
  doc: FileType,
  docx: FileType,
} as const

export interface FilePickerProps extends FieldProps {
  readonly file: Attachment | null
  /** An object URL of an image small enough to show; null where there is none. */
  readonly previewUrl?: string | null | undefined
  readonly isBusy?: boolean | undefined
  readonly onPick: () => void
  readonly onRemove: () => void
  /** Said beside the file: it is large, has to be attached again, or came with others. */
  readonly warnings?: readonly string[] | undefined
}

/** The one file of a form: chosen here, or dropped or pasted anywhere on the form (DropSurface). Refusals are `errors`. */
export function FilePicker({ file, previewUrl, isBusy = false, onPick, onRemove, warnings = [], ...field }: FilePickerProps) {
  const say = useSay()
  const format = useFormat()
  const choose = useRef<HTMLButtonElement>(null)
  const Icon = file ? icons[file.format] : Paperclip
  return (
    <Field {...field} group>
      {({ labelId, describedBy }) => (
        <div
          role="group"
          aria-labelledby={labelId}
          aria-describedby={describedBy}
          className={cx(css.picker, file !== null && css.filled)}
        >
          {file && (
            <div className={cx(css.file)}>
              {previewUrl ? (
                <img className={cx(css.thumb)} src={previewUrl} alt={say('ui.file.preview', { name: file.name })} />
              ) : (
                <Icon aria-hidden="true" />
              )}
              <div className={cx(css.names)}>
                <span className={cx(css.name)}>{file.name}</span>
                <span className={cx(css.size)}>
                  {say('ui.file.size', { size: format.bytes(file.bytes), base64: format.bytes(base64Length(file.bytes)) })}
                </span>
              </div>
              <Button
                variant="quiet"
                size="small"
                icon={<Trash2 aria-hidden="true" />}
                aria-label={say('ui.file.remove', { name: file.name })}
                onPress={() => {
                  // This button goes with its file; focus stays in the field.
                  choose.current?.focus()
                  onRemove()
                }}
                isDisabled={isBusy}
              />
            </div>
          )}
          {warnings.map((warning) => (
            <p key={warning} className={cx(css.warning)}>
              <TriangleAlert aria-hidden="true" />
              <span>{warning}</span>
            </p>
          ))}
          <div className={cx(css.actions)}>
            <Button ref={choose} size="small" icon={<Paperclip aria-hidden="true" />} onPress={onPick} isBusy={isBusy}>
              {say(file ? 'ui.file.replace' : 'ui.file.choose')}
            </Button>
            <span className={cx(css.hint)} role="status">
              {say(isBusy ? 'ui.file.busy' : 'ui.file.hint')}
            </span>
          </div>
        </div>
      )}
    </Field>
  )
}
