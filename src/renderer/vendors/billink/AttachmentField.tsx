import { useEffect, useRef, type ReactNode } from 'react'
import { warnFileBytes } from '#shared/domain/attachment.ts'
import type { Source } from '#shared/domain/evidence.ts'
import type { EvidenceHandle } from '../../lib/evidence/use-evidence.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { EvidenceField } from '../../ui/evidence/EvidenceField.tsx'

interface AttachmentFieldProps {
  readonly draftId: string
  readonly evidence: EvidenceHandle
  readonly limitMegabytes: number
  /** What the review said of the file. */
  readonly errors: readonly string[]
  readonly extraOf: (source: Source) => ReactNode
}

/** The dispute's files, of which one goes: its size as it travels and what speaks against it. */
export function AttachmentField({ draftId, evidence, limitMegabytes, errors, extraOf }: AttachmentFieldProps) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const field = useRef<HTMLDivElement>(null)
  const { isBusy, refusals, data } = evidence
  // Files are dropped anywhere on the form, so what became of them is brought into view.
  useEffect(() => {
    if (isBusy || refusals.length > 0) field.current?.scrollIntoView({ block: 'nearest' })
  }, [isBusy, refusals])
  const doubts = (data?.sources ?? []).flatMap(({ name, doubt, state }) =>
    doubt && state === 'stored' ? [`${name}: ${say(`attachment.doubt.${doubt}`)}`] : [],
  )
  const lost = (data?.sources ?? []).filter(({ state }) => state === 'lost')
  return (
    <div ref={field} aria-live="assertive" aria-relevant="additions">
      <EvidenceField
        label={say('field.file')}
        name="file"
        optional
        draftId={draftId}
        evidence={evidence}
        description={say('disputes.file.formats', { limit: limitMegabytes })}
        errors={[...new Set([...refusals.map(sayMessage), ...errors])]}
        warnings={[
          ...lost.map(({ name }) => say('disputes.file.lost', { name })),
          ...doubts,
          ...(data?.file && data.file.bytes > warnFileBytes ? [say('disputes.file.large')] : []),
        ]}
        extraOf={extraOf}
      />
    </div>
  )
}
