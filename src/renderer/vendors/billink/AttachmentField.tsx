import { useEffect, useRef } from 'react'
import { warnFileBytes } from '#shared/domain/attachment.ts'
import type { DisputeDraft } from '#shared/vendors/billink/dispute.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { FilePicker } from '../../ui/FilePicker.tsx'
import { usePreviewUrl, type useAttachment } from './use-attachment.ts'

interface AttachmentFieldProps {
  readonly draft: DisputeDraft
  readonly attachment: ReturnType<typeof useAttachment>
  readonly limitMegabytes: number
  /** What the review said of the file. */
  readonly errors: readonly string[]
}

/** The dispute's one file, with its size as it travels and what speaks against it. */
export function AttachmentField({ draft, attachment, limitMegabytes, errors }: AttachmentFieldProps) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const format = useFormat()
  const file = draft.attachment
  const field = useRef<HTMLDivElement>(null)
  const { isBusy } = attachment
  // A file is dropped anywhere on the form, so what became of it is brought into view.
  useEffect(() => {
    if (isBusy) field.current?.scrollIntoView({ block: 'nearest' })
  }, [isBusy])
  useEffect(() => {
    if (attachment.refusals.length + attachment.others.length > 0) field.current?.scrollIntoView({ block: 'nearest' })
  }, [attachment.refusals, attachment.others])
  return (
    <div ref={field} aria-live="assertive" aria-relevant="additions">
      <FilePicker
        label={say('field.file')}
        name="file"
        optional
        file={file}
        previewUrl={usePreviewUrl(draft)}
        isBusy={attachment.isBusy}
        onPick={attachment.pick}
        onRemove={attachment.remove}
        description={say('disputes.file.formats', { limit: limitMegabytes })}
        errors={[...attachment.refusals.map(sayMessage), ...errors]}
        warnings={[
          ...(attachment.others.length > 0
            ? [
                `${say('ui.file.others', { count: attachment.others.length, names: format.list(attachment.others) })} ${say('disputes.file.one')}`,
              ]
            : []),
          ...(file?.state === 'lost' ? [say('disputes.file.lost', { name: file.name })] : []),
          ...(file?.state === 'stored' && file.doubt ? [say(`attachment.doubt.${file.doubt}`)] : []),
          ...(file?.state === 'stored' && file.bytes > warnFileBytes ? [say('disputes.file.large')] : []),
        ]}
      />
    </div>
  )
}
