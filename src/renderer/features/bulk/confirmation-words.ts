import { vendorName } from '#shared/domain/kinds.ts'
import { accountKindOf } from '#shared/ipc/bulk-contract.ts'
import { useMemo } from 'react'
import type { BulkKind } from '#shared/domain/kinds.ts'
import type { BulkConfirmation } from '#shared/domain/bulk.ts'
import { localeOf, useLanguage, useSay } from '../../lib/i18n.tsx'

const actions = ['create', 'update', 'delete', 'disputes'] as const

/** What will leave, in sentences with every number, the account and the address in them. */
export function useConfirmationWords(kind: BulkKind) {
  const say = useSay()
  const language = useLanguage()
  const list = useMemo(() => new Intl.ListFormat(localeOf(language), { type: 'conjunction' }), [language])
  return {
    sentence(confirmation: BulkConfirmation): string {
      const parts = actions
        .filter((action) => confirmation[action] > 0)
        .map((action) => say(`bulkScreen.confirm.${action}`, { count: confirmation[action] }))
      const what = list.format(parts)
      const testWords = confirmation.test === confirmation.total ? 'bulkScreen.confirm.testAll' : 'bulkScreen.confirm.test'
      const test = confirmation.test > 0 ? ` ${say(testWords, { count: confirmation.test })}` : ''
      const where = say('bulkScreen.confirm.where', {
        vendor: vendorName(accountKindOf(kind)),
        account: confirmation.accountName,
        environment: say(`ui.environment.${confirmation.environment}`),
        host: confirmation.host,
      })
      return say('bulkScreen.confirm.sentence', { what, where }) + test
    },
    leftOut: ({ leftOut }: BulkConfirmation): string | null =>
      leftOut > 0 ? say('bulkScreen.confirm.leftOut', { count: leftOut }) : null,
  }
}
