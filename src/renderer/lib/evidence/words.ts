import { useMemo } from 'react'
import type { PageWords } from '../../evidence-worker/protocol.ts'
import { useSay, useSayMessage } from '../i18n.tsx'
import type { EvidenceFaultError } from './job.ts'

/** What is printed on pages that Balie makes of a mail, in the person's language. */
export function usePageWords(): PageWords {
  const say = useSay()
  const words: PageWords = {
    from: say('evidence.paper.from'),
    to: say('evidence.paper.to'),
    date: say('evidence.paper.date'),
    subject: say('evidence.paper.subject'),
    attachments: say('evidence.paper.attachments'),
  }
  // The same as long as the language is: a job begins anew with other words.
  const text = JSON.stringify(words)
  return useMemo(() => JSON.parse(text) as PageWords, [text])
}

/** Why a file cannot be shown or put together, and what to do; by the file's name where the fault names none. */
export function useSayFault(): (error: EvidenceFaultError, name: string) => string {
  const say = useSay()
  const sayMessage = useSayMessage()
  return ({ fault, values, said }, name) =>
    said
      ? sayMessage(said)
      : say(`evidence.fault.${fault}`, { name, width: 0, height: 0, count: 0, max: 0, size: 0, limit: 0, ...values })
}
