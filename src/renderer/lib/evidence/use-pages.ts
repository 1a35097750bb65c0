import { useEffect, useState } from 'react'
import { isWord, type SourceKind } from '#shared/domain/evidence.ts'
import { client, unwrap } from '../client.ts'
import { faultOf, startJob, type EvidenceFaultError } from './job.ts'
import { usePageWords } from './words.ts'

/** Which file is meant: one of a draft's, the one that goes with it, or the one that went with an item. */
export type WhichFile = { draftId: string; sourceId: string | null } | { itemId: string }

export type Pages =
  | { state: 'loading' }
  | { state: 'word'; name: string }
  | { state: 'fault'; name: string; error: EvidenceFaultError }
  | {
      state: 'ready'
      name: string
      kind: SourceKind
      sizes: readonly { width: number; height: number }[]
      draw(page: number, width: number): Promise<ImageBitmap>
    }

const loading: Pages = { state: 'loading' }

/** The pages of a file, to be drawn one by one while they are on screen. `version` changes when the file behind the words does. */
export function usePages(which: WhichFile, version: string): Pages {
  const words = usePageWords()
  const [pages, setPages] = useState<Pages>(loading)
  const asked = JSON.stringify([which, version])
  useEffect(() => {
    const job = startJob()
    let isCurrent = true
    const show = (next: Pages) => isCurrent && setPages(next)
    show(loading)
    async function open(): Promise<void> {
      const file = await unwrap(client.attachments.open((JSON.parse(asked) as [WhichFile])[0]))
      if (isWord(file.kind)) {
        job.end()
        show({ state: 'word', name: file.name })
        return
      }
      try {
        const { pages: sizes } = await job.call('open', { file, words })
        show({
          state: 'ready',
          name: file.name,
          kind: file.kind,
          sizes,
          draw: (page, width) => job.call('draw', { page, width }),
        })
      } catch (error) {
        job.end()
        show({ state: 'fault', name: file.name, error: faultOf(error) })
      }
    }
    open().catch((error: unknown) => show({ state: 'fault', name: '', error: faultOf(error) }))
    return () => {
      isCurrent = false
      job.end()
    }
  }, [asked, words])
  return pages
}
