import { failureOf } from '../lib/client.ts'
import { useSayMessage } from '../lib/i18n.tsx'
import { Notice } from './Notice.tsx'

/** Why a call did not do what it was asked to, in a sentence; nothing where it did. */
export function FailureNotice({ error }: { error: unknown }) {
  const sayMessage = useSayMessage()
  if (!error) return null
  return (
    <Notice tone="error" role="alert">
      {sayMessage(failureOf(error).message)}
    </Notice>
  )
}
