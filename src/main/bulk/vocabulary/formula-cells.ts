/** What a spreadsheet program takes for the beginning of a formula, the wide forms of Asian keyboards among them. */
const beginnings = '=+\\-@\\t\\r\\n＝＋－＠'
const formulaOrEscaped = new RegExp(`^'*[${beginnings}]`)
const escaped = new RegExp(`^'+[${beginnings}]`)

/**
 * SECURITY: a cell that would be a formula gets an apostrophe before it, so that a text from a customer or a vendor is never run
 * when a clerk opens our CSV. A cell that looks as if it already had one gets another: so each can be told from the other.
 */
export const neutralised = (cell: string): string => (formulaOrEscaped.test(cell) ? `'${cell}` : cell)

/** Takes away the apostrophe that `neutralised` put there, and no other. */
export const restored = (cell: string): string => (escaped.test(cell) ? cell.slice(1) : cell)
