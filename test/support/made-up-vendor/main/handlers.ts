import { completeTicketSchema, type CompleteTicket } from '#shared/vendors/counter/ticket.ts'
import type { ticketContract } from '#shared/vendors/counter/contract.ts'
import type { Handlers } from '#shared/ipc/procedure.ts'
import { gone, invalidInput } from '../../ipc/failure.ts'
import type { StoredAccount } from '../../storage/account-records.ts'
import type { StoredDraft } from '../../storage/draft-records.ts'
import { destinationView } from '../../views/destination.ts'
import type { VendorDeps } from '../vendor.ts'

/** Filing moves the draft into the outbox. */
export function ticketHandlers(deps: VendorDeps): Handlers<typeof ticketContract> {
  function complete(draft: StoredDraft | null): { account: StoredAccount; ticket: CompleteTicket } {
    const account = draft && deps.accounts.get(draft.accountId)
    if (!draft || draft.kind !== 'ticket' || !account) throw gone()
    const parsed = completeTicketSchema.safeParse(draft.fields)
    if (!parsed.success) throw invalidInput(parsed.error)
    return { account, ticket: parsed.data }
  }
  return {
    tickets: {
      async review({ draftId }) {
        const { account, ticket } = complete(deps.drafts.get(draftId))
        const warnings = await deps.colleagues(draftId, account, { kind: 'ticket', ticket })
        return { destination: destinationView(account, deps.endpointOf(account)), warnings }
      },
      submit({ draftId }) {
        return deps.file(draftId, (draft) => {
          const { account, ticket } = complete(draft)
          return { account, payload: { kind: 'ticket', ticket } }
        })
      },
    },
  }
}
