import { onEnter } from '../../ui/form-keys.ts'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import { paymentIdSchema } from '#shared/vendors/mollie/payment-note.ts'
import { checkFields } from '../../lib/check-fields.ts'
import { client, failureOf, unwrap } from '../../lib/client.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Section.tsx'
import { TextField } from '../../ui/TextField.tsx'
import * as z from 'zod'

const numberSchema = z.object({ paymentID: paymentIdSchema })

/** Whether address and key work: a payment is read and nothing is changed. */
export function KeyCheck({ account, isChanged }: { account: Account; isChanged: boolean }) {
  const say = useSay()
  return (
    <Section title={say('settings.check.title')} description={say('payment-notes.check.text')}>
      {isChanged ? <p>{say('settings.check.unsaved')}</p> : <CheckForm accountId={account.id} />}
    </Section>
  )
}

function CheckForm({ accountId }: { accountId: string }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const input = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState<readonly string[]>([])
  const reading = useMutation({
    mutationFn: (paymentID: string) => unwrap(client.paymentNotes.read({ accountId, paymentID })),
    onError: (error) => setWrong((failureOf(error).fields?.['paymentID'] ?? []).map(sayMessage)),
  })
  const { data: payment, error } = reading
  const failure = error ? failureOf(error) : null

  function check(): void {
    reading.reset()
    const typed = { paymentID: input.current?.value ?? '' }
    const found = checkFields(numberSchema, typed)
    setWrong((found['paymentID'] ?? []).map(sayMessage))
    if (!found['paymentID']) reading.mutate(typed.paymentID.trim())
  }

  return (
    <>
      <TextField
        ref={input}
        name="paymentID"
        label={say('field.paymentID')}
        errors={wrong}
        mono
        placeholder="tr_…"
        onChange={() => setWrong([])}
        onKeyDown={(event) => onEnter(event, check)}
      />
      <div>
        <Button onPress={check} isBusy={reading.isPending}>
          {say('settings.check.run')}
        </Button>
      </div>
      <div aria-live="polite">
        {payment && (
          <Notice tone="ok">
            {say(`payment-notes.check.ok.${payment.mode}`, { description: payment.description || payment.id })}
          </Notice>
        )}
        {failure && !failure.fields && <Notice tone="error">{sayMessage(failure.message)}</Notice>}
      </div>
    </>
  )
}
