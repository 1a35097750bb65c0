import { bulkKinds, kindOfBulk, kinds, vendorName } from '#shared/domain/kinds.ts'
import { accountKindOf } from '#shared/ipc/bulk-contract.ts'
import { useMutation } from '@tanstack/react-query'
import { FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'
import type { BulkKind } from '#shared/domain/kinds.ts'
import { bulkLimits } from '#shared/domain/bulk.ts'
import { useAccounts, useActiveAccount } from '../../lib/active-accounts.ts'
import { bridge } from '../../lib/bridge.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { Button } from '../../ui/Button.tsx'
import { SegmentedControl } from '../../ui/ChoiceField.tsx'
import { cx } from '../../ui/cx.ts'
import { DropSurface } from '../../ui/DropSurface.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Column, Section } from '../../ui/Section.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import css from './Bulk.module.css'
import { FormatMenu } from './FormatMenu.tsx'
import { toast } from '../../ui/Toaster.tsx'
import { PasteField } from './PasteField.tsx'
import { useKeepRun } from './use-bulk-run.ts'

type Source = Parameters<typeof client.bulk.open>[0]['source']
const megabyte = 1024 * 1024
/** Rows without files come in large tables; what takes a file is mostly filed one at a time. */
const usualKind = bulkKinds.find((bulk) => !kinds[kindOfBulk(bulk)].attachment) ?? bulkKinds[0]

/** The first step: what the rows become, for which account, and the file they are in. */
export function NewBulk() {
  const say = useSay()
  const { navigate } = useNavigation()
  const keep = useKeepRun()
  const { list } = useFormat()
  const [kind, setKind] = useState<BulkKind>(usualKind)
  const accountKind = accountKindOf(kind)
  const active = useActiveAccount(accountKind)
  const accounts = useAccounts().filter(({ settings }) => settings.kind === accountKind)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const account = accounts.find(({ id }) => id === chosenId) ?? active

  const opening = useMutation({
    mutationFn: async (find: () => Promise<Source>) =>
      account && unwrap(client.bulk.open({ kind, accountId: account.id, source: await find() })),
    async onSuccess(run) {
      if (!run) return
      await keep(run)
      navigate({ screen: 'bulk', id: run.id })
    },
  })
  const paste = (text: string) => opening.mutate(async () => ({ from: 'pasted', text }))
  const drop = ([file, ...others]: readonly File[]) => {
    if (!file) return
    if (others.length > 0) toast(say('bulkScreen.pick.one', { name: file.name, names: list(others.map(({ name }) => name)) }))
    opening.mutate(async () => ({ from: 'token', token: (await unwrap(bridge().registerFile(file))).token }))
  }
  const saving = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') => unwrap(client.bulk.saveTemplate({ kind, format })),
  })

  return (
    <DropSurface onFiles={drop} onText={paste} isDisabled={!account || opening.isPending}>
      <Column>
        <Section title={say('bulkScreen.new')} description={say('bulkScreen.new.text')}>
          <SegmentedControl
            label={say('bulkScreen.kind')}
            options={bulkKinds.map((value) => ({ value, label: say(`${kinds[kindOfBulk(value)].screen}.title`) }))}
            value={kind}
            onChange={setKind}
          />
          <SelectField
            label={say('bulkScreen.account')}
            options={accounts.map(({ id, settings }) => ({
              value: id,
              label: settings.name,
              hint: say(`ui.environment.${settings.environment}`),
            }))}
            value={account?.id ?? null}
            onChange={setChosenId}
            placeholder={say('bulkScreen.account.none')}
          />
          {!account && (
            <Notice
              actions={
                <Button size="small" onPress={() => navigate({ screen: 'settings', section: 'accounts' })}>
                  {say('bulkScreen.account.add')}
                </Button>
              }
            >
              {say('bulkScreen.account.needed', { vendor: vendorName(accountKind) })}
            </Notice>
          )}
          <div className={cx(css.pick)}>
            <div className={cx(css.buttons)}>
              <Button
                variant="primary"
                icon={<FileSpreadsheet aria-hidden="true" />}
                isBusy={opening.isPending}
                isDisabled={!account}
                onPress={() => opening.mutate(async () => ({ from: 'picker' }))}
              >
                {say('bulkScreen.pick')}
              </Button>
              <FormatMenu
                label={say('bulkScreen.template')}
                isBusy={saving.isPending}
                onChoose={(chosen) => saving.mutate(chosen)}
              />
            </div>
            <p className={cx(css.muted)}>{say('bulkScreen.pick.hint')}</p>
            <p className={cx(css.muted)}>
              {say('bulkScreen.limits', {
                csvRows: bulkLimits.csvRows,
                csvSize: bulkLimits.csvBytes / megabyte,
                xlsxRows: bulkLimits.xlsxRows,
                xlsxSize: bulkLimits.xlsxBytes / megabyte,
              })}
            </p>
          </div>
          <FailureNotice error={opening.error ?? saving.error} />
          <PasteField isDisabled={!account || opening.isPending} onText={paste} />
        </Section>
      </Column>
    </DropSurface>
  )
}
