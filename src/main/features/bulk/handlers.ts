import type { bulkContract } from '#shared/ipc/bulk-contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'

/** What the contract asks of bulk; each step gives its part. */
export type BulkHandlers = GroupHandlers<(typeof bulkContract)['bulk']>
