import { useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { isMail, type Source } from '#shared/domain/evidence.ts'
import type { DisputeDraft, DisputeDraftFields } from '#shared/vendors/billink/dispute.ts'
import { client, unwrap } from '../../lib/client.ts'
import type { EvidenceHandle } from '../../lib/evidence/use-evidence.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { replaceText } from '../../ui/replace-text.ts'
import { MailOffers } from './MailOffers.tsx'
import { Offers } from './Offers.tsx'
import { recognise, type RecognisedField } from './recognise.ts'

interface Options {
  readonly draft: DisputeDraft
  readonly values: DisputeDraftFields
  readonly evidence: EvidenceHandle
}

/** Into the field as if it were typed, so that Ctrl+Z takes it back. */
function accept(field: RecognisedField, text: string): void {
  const input = document.getElementsByName(field)[0]
  if (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) replaceText(input, text)
}

/** What a dispute's form takes over from a mail among its files, or from a text that was pasted beside its fields. */
export function useOffers({ draft, values, evidence }: Options) {
  const say = useSay()
  const [pasted, setPasted] = useState<string | null>(null)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [closedIds, setClosedIds] = useState<ReadonlySet<string>>(new Set())
  const { data: known } = useQuery({
    queryKey: ['submissions', 'invoices', draft.accountId],
    queryFn: () => unwrap(client.disputes.invoices({ accountId: draft.accountId })),
  })
  const mails = (evidence.data?.sources ?? []).filter(({ kind, state }) => isMail(kind) && state === 'stored')
  const mail = mails.find(({ id }) => id === chosenId) ?? mails.find(({ id }) => !closedIds.has(id))
  const invoices = known?.invoices
  // Once for a text, not with every key in the form: a text can be long.
  const foundInText = useMemo(() => (pasted !== null && invoices ? recognise(pasted, { invoices }) : null), [pasted, invoices])

  const panel: ReactNode = foundInText ? (
    <Offers
      title={say('disputes.offers.pasted')}
      found={foundInText}
      values={values}
      takesFocus
      onAccept={accept}
      onClose={() => setPasted(null)}
    />
  ) : mail && invoices ? (
    <MailOffers
      key={mail.id}
      draftId={draft.id}
      source={mail}
      invoices={invoices}
      values={values}
      onAccept={accept}
      onFile={evidence.attach}
      onClose={() => {
        setChosenId(null)
        setClosedIds((old) => new Set([...old, mail.id]))
      }}
    />
  ) : null
  return {
    panel,
    readText: (text: string) => setPasted(text.slice(0, 200_000)),
    /** Opens what a mail offers once more. */
    buttonOf: (source: Source): ReactNode =>
      isMail(source.kind) && source.id !== mail?.id ? (
        <Button variant="quiet" size="small" onPress={() => setChosenId(source.id)}>
          {say('evidence.mail.read')}
        </Button>
      ) : null,
  }
}
