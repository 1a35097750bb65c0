import { eraseUntouched } from '../features/drafts.ts'
import { removeEmptyTemplates } from '../features/templates.ts'
import { draftStarts } from '../views/draft-starts.ts'
import type { Records } from './store.ts'

/** Drafts and texts that were begun and left empty go before anyone sees them: at the start of a session. */
export function removeLeftEmpty(store: Pick<Records, 'drafts' | 'accounts' | 'templates' | 'lastFiled'>): void {
  eraseUntouched({ ...store, startOf: draftStarts(store) })
  removeEmptyTemplates(store.templates)
}
