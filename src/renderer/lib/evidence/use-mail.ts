import { useEffect, useState } from 'react'
import type { Source } from '#shared/domain/evidence.ts'
import type { Calls } from '../../evidence-worker/protocol.ts'
import { client, unwrap } from '../client.ts'
import { faultOf, startJob, type EvidenceFaultError, type EvidenceJob } from './job.ts'

export type MailRead =
  | { state: 'reading' }
  | { state: 'fault'; error: EvidenceFaultError }
  | { state: 'read'; mail: Calls['mail']['value']; bring(attachment: number): Promise<string> }

/** Reads a mail among a draft's files; what it says, and its attachments as tokens, one by one. */
export function useMail(draftId: string, { id: sourceId }: Pick<Source, 'id'>): MailRead {
  const [read, setRead] = useState<MailRead>({ state: 'reading' })
  useEffect(() => {
    const job: EvidenceJob = startJob()
    let isCurrent = true
    async function open(): Promise<void> {
      const file = await unwrap(client.attachments.open({ draftId, sourceId }))
      const mail = await job.call('mail', { file })
      if (!isCurrent) return
      setRead({
        state: 'read',
        mail,
        async bring(attachment) {
          const name = mail.attachments[attachment]?.name ?? ''
          const { path } = await unwrap(client.attachments.receive({ draftId, name }))
          return (await job.call('bring', { attachment, result: path })).token
        },
      })
    }
    open().catch((error: unknown) => isCurrent && setRead({ state: 'fault', error: faultOf(error) }))
    return () => {
      isCurrent = false
      job.end()
    }
  }, [draftId, sourceId])
  return read
}
