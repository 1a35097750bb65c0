import type { Environment } from './account-fields.ts'

/** Whether an account's items go to the practice environment inside this app, and not to one that somebody runs elsewhere. */
export const practisesHere = ({ environment, url }: { environment: Environment; url: string | null }): boolean =>
  environment === 'practice' && url === null
