import { useEffect, useState, type ReactNode } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { accountSettingsSchema } from '#shared/vendors/index.ts'
import type { Account, AccountKind } from '#shared/domain/account.ts'
import { fieldMessagesOf } from '#shared/domain/message.ts'
import { client } from '../../lib/client.ts'
import { useFormErrors } from '../../lib/form-errors.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useVendor } from '../../lib/vendors.tsx'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { useFormKeys } from '../../ui/form-keys.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Column } from '../../ui/Section.tsx'
import { PaneBody, PaneFooter } from '../../ui/SplitView.tsx'
import type { AccountValues } from '../../vendors/vendor.ts'
import css from './AccountForm.module.css'
import { isUnchanged, settingsOf } from './account-values.ts'
import { CommonFields } from './CommonFields.tsx'
import { useFieldLabels } from './field-labels.ts'
import { unsavedAccounts } from './unsaved-accounts.ts'

interface Props {
  /** The account's ID, or a name for the new one: what is typed is kept under it. */
  readonly id: string
  readonly accountId: string | null
  readonly kind: AccountKind
  readonly stored: AccountValues
  readonly endpoint?: string | null
  readonly onSaved: (account: Account) => void
  readonly before?: ReactNode
  /** Comes last, and is told whether something is not stored yet. */
  readonly renderAfter?: (isChanged: boolean) => ReactNode
}

/** The settings of one account. Nothing takes effect before it is stored: an address decides where a key goes. */
export function AccountForm({ id, accountId, kind, stored, endpoint = null, onSaved, before, renderAfter }: Props) {
  const say = useSay()
  const form = useForm<AccountValues>({ defaultValues: unsavedAccounts.get(id) ?? stored })
  const values = useWatch({ control: form.control }) as AccountValues
  const errors = useFormErrors(useFieldLabels(kind, values))
  const [isBusy, setBusy] = useState(false)
  const [wasRefused, setRefused] = useState(false)
  const isChanged = !isUnchanged(kind, values, stored)

  useEffect(() => {
    if (isChanged) unsavedAccounts.set(id, values)
    else unsavedAccounts.delete(id)
  }, [id, isChanged, values])

  async function save(): Promise<void> {
    setRefused(false)
    const parsed = accountSettingsSchema.safeParse(settingsOf(kind, form.getValues()))
    if (!parsed.success) return errors.show(fieldMessagesOf(parsed.error))
    setBusy(true)
    const answer = await client.accounts.save({ accountId, settings: parsed.data })
    setBusy(false)
    if (!answer.ok) return errors.showFailure(answer.failure)
    errors.clear()
    if (answer.value === null) return setRefused(true)
    unsavedAccounts.delete(id)
    onSaved(answer.value)
  }

  function discard(): void {
    form.reset(stored)
    errors.clear()
  }

  const isNew = accountId === null
  const element = useFormKeys({ onSubmit: () => void save(), onSave: () => void save() })
  const { Fields } = useVendor(kind).settings
  const fields = { form, errors }
  return (
    <form
      ref={element}
      className={cx(css.form)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <PaneBody>
        <Column>
          <ErrorSummary items={errors.items} attempt={errors.attempt} />
          {wasRefused && (
            <Notice tone="warn" role="status">
              {say('settings.hostRefused')}
            </Notice>
          )}
          {before}
          <CommonFields {...fields} kind={kind} isNew={isNew} endpoint={endpoint} />
          <Fields {...fields} />
          {renderAfter?.(isChanged)}
        </Column>
      </PaneBody>
      <PaneFooter status={isChanged ? say('settings.unsaved') : null}>
        {isChanged && (
          <Button variant="quiet" onPress={discard} isDisabled={isBusy}>
            {say('settings.discard')}
          </Button>
        )}
        <Button type="submit" variant="primary" isBusy={isBusy} isDisabled={!isChanged}>
          {say(isNew ? 'settings.save.new' : 'settings.save')}
        </Button>
      </PaneFooter>
    </form>
  )
}
