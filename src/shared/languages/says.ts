import type { MessageId } from './index.ts'

/** Names a sentence where the type would be any text, as in a schema: one that does not exist does not compile. */
export const says = <Id extends MessageId>(id: Id): Id => id
