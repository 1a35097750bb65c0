import { actionOf, kindOf, kindOfBulk, submissionKindSchema, vendorName } from '#shared/domain/kinds.ts'
import { accountKindOf } from '#shared/ipc/bulk-contract.ts'
import { useMemo } from 'react'
import type { BulkKind } from '#shared/domain/kinds.ts'
import type { BulkConfirmation } from '#shared/domain/bulk.ts'
import { localeOf, useLanguage, useSay } from '../../lib/i18n.tsx'

/** What will leave, in sentences with every number, the account and the address in them. */
export function useConfirmationWords(kind: BulkKind) {
  const say = useSay()
  const language = useLanguage()
  const list = useMemo(() => new Intl.ListFormat(localeOf(language), { type: 'conjunction' }), [language])
  return {
    sentence(confirmation: BulkConfirmation): string {
      const parts = submissionKindSchema.options
        .filter((made) => kindOf(made) === kindOfBulk(kind) && confirmation[actionOf(made)] > 0)
        .map((made) => say(`bulkScreen.confirm.${made}`, { count: confirmation[actionOf(made)] }))
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
