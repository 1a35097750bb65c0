import { randomUUID } from 'node:crypto'
import type { StoredDraft } from './draft-records.ts'

/** What every new draft begins as, whatever is typed in it: nothing refused, nothing attached, never saved. */
export const newDraft = (accountId: string, now: number): Omit<StoredDraft, 'kind' | 'fields'> => ({
  id: randomUUID(),
  accountId,
  attachmentId: null,
  refusal: null,
  sourceId: null,
  revision: 1,
  createdAt: now,
  updatedAt: now,
})
