import { eraseUntouched } from '../features/drafts.ts'
import { removeEmptyTemplates } from '../features/templates.ts'
import type { Records } from './store.ts'

/** Drafts and texts that were begun and left empty go before anyone sees them: at the start of a session. */
export function removeLeftEmpty({ drafts, accounts, templates }: Pick<Records, 'drafts' | 'accounts' | 'templates'>): void {
  eraseUntouched({ drafts, accounts })
  removeEmptyTemplates(templates)
}
