/** A period as the columns know it. */
export interface Span {
  environment: string
  from: number
  before: number
}

/** What every count is narrowed to: notes for a vendor's test administration are no work that was done. */
export const ofSpan =
  'item.created_at >= :from AND item.created_at < :before AND item.environment = :environment AND item.test = 0'
/** As the index of what went another way has it, word for word: by these alone SQLite knows that it may use it. */
export const aside = "item.state NOT IN ('queued', 'sending', 'sent')"
