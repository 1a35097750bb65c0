import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { DisputeDraft } from '#shared/domain/draft.ts'
import type { Message } from '#shared/domain/message.ts'
import { bridge } from '../../lib/bridge.ts'
import { client, failureOf, unwrap } from '../../lib/client.ts'
import { keys } from '../../lib/query.ts'

/** The file of a draft: chosen, dropped, pasted or taken away. A refusal says why and leaves all else as it was. */
export function useAttachment(draft: DisputeDraft, onChange: () => void) {
  const queries = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [refusals, setRefusals] = useState<readonly Message[]>([])

  async function run(act: () => Promise<unknown>): Promise<void> {
    setBusy(true)
    setRefusals([])
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
    pick: () => void run(() => unwrap(client.attachments.pick({ draftId }))),
    take: (file: File) =>
      void run(async () => {
        const { token } = await unwrap(bridge().registerFile(file))
        await unwrap(client.attachments.attach({ draftId, token }))
      }),
    remove: () => void run(() => unwrap(client.attachments.remove({ draftId }))),
  }
}

const imageFormats: readonly string[] = ['png', 'jpg', 'jpeg']

/** An address under which the page shows the draft's image; null for what is no image. */
export function usePreviewUrl({ id, attachment }: DisputeDraft): string | null {
  const isImage = attachment !== null && attachment.state === 'stored' && imageFormats.includes(attachment.format)
  const { data } = useQuery({
    queryKey: keys.preview(id, attachment?.id ?? ''),
    queryFn: () => unwrap(client.attachments.preview({ draftId: id })),
    enabled: isImage,
    gcTime: 0,
  })
  const [url, setUrl] = useState<string | null>(null)
  const image = isImage ? (data ?? null) : null
  useEffect(() => {
    if (!image) return
    const made = URL.createObjectURL(new Blob([new Uint8Array(image.bytes)], { type: image.type }))
    setUrl(made)
    return () => {
      setUrl(null)
      URL.revokeObjectURL(made)
    }
  }, [image])
  return url
}
