import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Evidence } from '#shared/domain/evidence.ts'
import type { PageWords } from '../../evidence-worker/protocol.ts'
import { client, unwrap } from '../client.ts'
import { keys } from '../query.ts'
import { faultOf, startJob, type EvidenceFaultError, type EvidenceJob, type Progress } from './job.ts'
import { usePageWords } from './words.ts'

/** Several changes in a row, as of pages that are left out, are put together once. */
const restMs = 250

async function make(job: EvidenceJob, draftId: string, words: PageWords, onProgress: (part: Progress) => void): Promise<void> {
  const asked = await unwrap(client.attachments.making({ draftId }))
  if (!asked) return
  const { sources: files, maxBytes, result, version } = asked
  const { token, pages, step, before, pictured } = await job.call('make', { files, maxBytes, result, words }, onProgress)
  await unwrap(client.attachments.made({ draftId, version, token, made: { pages, step, before, pictured } }))
}

/**
 * Puts a draft's files together whenever they have changed. A change on the way ends the job and begins another: what is made is
 * always of what is there.
 */
export function useMaking(draftId: string, evidence: Evidence | null) {
  const queries = useQueryClient()
  const words = usePageWords()
  const [progress, setProgress] = useState<Progress | null>(null)
  const [fault, setFault] = useState<{ version: string; error: EvidenceFaultError } | null>(null)
  const [round, setRound] = useState(0)
  const version = evidence?.state === 'to-make' ? evidence.version : null

  useEffect(() => {
    if (version === null) return undefined
    let isCurrent = true
    let job: EvidenceJob | null = null
    const timer = setTimeout(() => {
      const started = startJob()
      job = started
      setProgress(null)
      setFault(null)
      make(started, draftId, words, (part) => isCurrent && setProgress(part))
        .catch((error: unknown) => isCurrent && setFault({ version, error: faultOf(error) }))
        .finally(() => {
          started.end()
          void queries.invalidateQueries({ queryKey: keys.draft(draftId) })
        })
    }, restMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
      job?.end()
    }
  }, [draftId, version, words, round, queries])

  const isFor = version !== null && fault?.version === version
  return {
    isMaking: version !== null && !isFor,
    progress,
    /** Why what is there now cannot be put together. */
    fault: isFor ? fault.error : null,
    retry: () => setRound((count) => count + 1),
  }
}
export type Making = ReturnType<typeof useMaking>
