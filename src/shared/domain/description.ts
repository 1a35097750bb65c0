/** What lists, search and the order of items know an item by. */
export interface Description {
  subject: string
  context: string
  excerpt: string
  /** For the vendor's test administration. */
  test: boolean
  /** The same for two items that speak of the same thing; null where no two can. */
  noteKey: string | null
}

/** A list shows the beginning of a long text. */
export const excerptOf = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 200)
