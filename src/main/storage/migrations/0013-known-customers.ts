/** A dispute's `context` is "name · e-mail", as Billink's `describe` has it. */
const name = `substr(context, 1, instr(context, ' · ') - 1)`

/** By what a customer is looked up: the name's beginning, the beginning of its last word, and that of the e-mail address. */
export const customerKeys = {
  name: 'context COLLATE NOCASE',
  surname: `replace(${name}, rtrim(${name}, replace(${name}, ' ', '')), '') COLLATE NOCASE`,
  email: `substr(context, instr(context, ' · ') + 3) COLLATE NOCASE`,
} as const

/**
 * Customers are suggested out of the disputes themselves: an index holds nothing of its own, so that whoever is erased from an
 * item is suggested no more. `seq` behind each key finds the newest of a customer without a look at the others.
 */
export const knownCustomers = Object.entries(customerKeys)
  .map(
    ([key, expression]) =>
      `CREATE INDEX submissions_customer_${key} ON submissions (account_id, ${expression}, seq) WHERE kind = 'dispute.create';`,
  )
  .join('\n')
