import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AttachmentFormat } from '#shared/domain/attachment.ts'
import type { DisputeDraft } from '#shared/vendors/billink/dispute.ts'
import type { Message } from '#shared/domain/message.ts'
import { bridge } from '../../lib/bridge.ts'
import { client, failureOf, unwrap } from '../../lib/client.ts'
import { keys } from '../../lib/query.ts'

/** The file of a draft: chosen, dropped, pasted or taken away. A refusal says why and leaves all else as it was. */
export function useAttachment(draft: DisputeDraft, onChange: () => void) {
  const queries = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState<readonly Message[]>([])
  const [others, setOthers] = useState<readonly string[]>([])

  async function run(act: () => Promise<unknown>): Promise<void> {
    setBusy(true)
    setRefusals([])
    setOthers([])
    try {
      await act()
      onChange()
    } catch (error) {
      const failure = failureOf(error)
      setRefusals(
        Object.values(failure.fields ?? {})
          .flat()
          .concat(failure.fields ? [] : [failure.message]),
      )
    } finally {
      await queries.invalidateQueries({ queryKey: keys.draft(draft.id) })
      setBusy(false)
    }
  }

  const draftId = draft.id
  return {
    isBusy,
    refusals,
    /** What was dropped together with the file and could not be taken. */
    others,
    pick: () => void run(() => unwrap(client.attachments.pick({ draftId }))),
    take: (file: File, withIt: readonly string[]) =>
      void run(async () => {
        setOthers(withIt)
        const { token } = await unwrap(bridge().registerFile(file))
        await unwrap(client.attachments.attach({ draftId, token }))
      }),
    remove: () => void run(() => unwrap(client.attachments.remove({ draftId }))),
  }
}

const imageFormats = new Set<AttachmentFormat>(['png', 'jpg', 'jpeg'])

/** An image as an address that needs no clearing away; previews are small. */
function dataUrl({ type, bytes }: { type: string; bytes: Uint8Array }): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const reader = new FileReader()
  reader.addEventListener('loadend', () => {
    if (typeof reader.result === 'string') resolve(reader.result)
    else reject(new Error('The preview could not be read'))
  })
  reader.readAsDataURL(new Blob([new Uint8Array(bytes)], { type }))
  return promise
}

/** An address under which the page shows the draft's image; null for what is no image. */
export function usePreviewUrl({ id, attachment }: DisputeDraft): string | null {
  const isImage = attachment !== null && attachment.state === 'stored' && imageFormats.has(attachment.format)
  const { data } = useQuery({
    queryKey: keys.preview(id, attachment?.id ?? ''),
    queryFn: async () => {
      const image = await unwrap(client.attachments.preview({ draftId: id }))
      return image && dataUrl(image)
    },
    enabled: isImage,
    gcTime: 0,
  })
  return isImage ? (data ?? null) : null
}
