import { onEnter } from '../../ui/form-keys.ts'
import { useState } from 'react'
import type { Account } from '#shared/domain/account.ts'
import { fieldMessagesOf } from '#shared/domain/message.ts'
import {
  outletIdSchema,
  paymentMethodCodeSchema,
  paymentMethods,
  saleIdSchema,
} from '#shared/vendors/digiwallet/sale-note-fields.ts'
import * as z from 'zod'
import { client } from '../../lib/client.ts'
import { useFormErrors } from '../../lib/form-errors.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../../ui/Button.tsx'
import { ComboField } from '../../ui/ComboField.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Columns, Section } from '../../ui/Section.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { CheckSteps, type CheckStep } from '../../ui/account/CheckSteps.tsx'
import { outletsOf } from './note-editing.ts'

const saleSchema = z.object({ outletID: outletIdSchema, saleID: saleIdSchema, paymentMethodCode: paymentMethodCodeSchema })

/** Whether address and key work: by a test note that is made and deleted again. */
export function SaleCheck({ account, isChanged }: { account: Account; isChanged: boolean }) {
  const say = useSay()
  return (
    <Section title={say('settings.check.title')} description={say('notes.check.text')}>
      {isChanged ? <p>{say('settings.check.unsaved')}</p> : <CheckForm accountId={account.id} outlets={outletsOf(account)} />}
    </Section>
  )
}

function CheckForm({ accountId, outlets }: { accountId: string; outlets: readonly { id: string; label: string }[] }) {
  const say = useSay()
  const labels = {
    outletID: say('notes.check.outlet'),
    saleID: say('notes.check.sale'),
    paymentMethodCode: say('notes.check.method'),
  }
  const errors = useFormErrors(labels)
  const [sale, setSale] = useState<{ outletID: string; saleID: string; paymentMethodCode: string | null }>({
    outletID: outlets[0]?.id ?? '',
    saleID: '',
    paymentMethodCode: null,
  })
  const [steps, setSteps] = useState<readonly CheckStep[]>([])
  const [isBusy, setBusy] = useState(false)

  function edit(part: Partial<typeof sale>): void {
    setSale((old) => ({ ...old, ...part }))
    Object.keys(part).forEach((field) => errors.clear(field))
  }

  async function check(): Promise<void> {
    setSteps([])
    const parsed = saleSchema.safeParse(sale)
    if (!parsed.success) return errors.show(fieldMessagesOf(parsed.error))
    setBusy(true)
    const answer = await client.notes.checkAccount({ accountId, ...parsed.data })
    setBusy(false)
    if (!answer.ok) return errors.showFailure(answer.failure)
    errors.clear()
    setSteps(answer.value.steps)
  }

  return (
    <>
      <ErrorSummary items={errors.items.filter(({ field }) => field === null)} attempt={errors.attempt} />
      <Columns>
        <ComboField
          name="outletID"
          label={labels.outletID}
          errors={errors.at('outletID')}
          choices={outlets}
          value={sale.outletID}
          onChange={(outletID) => edit({ outletID })}
        />
        <TextField
          name="saleID"
          label={labels.saleID}
          errors={errors.at('saleID')}
          inputMode="numeric"
          mono
          onChange={(event) => edit({ saleID: event.currentTarget.value })}
          onKeyDown={(event) => onEnter(event, () => void check())}
        />
        <SelectField
          name="paymentMethodCode"
          label={labels.paymentMethodCode}
          errors={errors.at('paymentMethodCode')}
          placeholder={say('notes.check.method.choose')}
          value={sale.paymentMethodCode}
          onChange={(paymentMethodCode) => edit({ paymentMethodCode })}
          options={paymentMethods.map(({ code, name }) => ({ value: code, label: name, hint: code }))}
        />
      </Columns>
      <div>
        <Button onPress={() => void check()} isBusy={isBusy}>
          {say('settings.check.run')}
        </Button>
      </div>
      <CheckSteps steps={steps} />
    </>
  )
}
