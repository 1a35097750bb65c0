import { expect, test } from 'vitest'
import { exportedTables, type Export } from '#test/unit/bulk/planning/exported-tables.ts'
import { suggested } from '#test/support/bulk-table.ts'

const ids = ['tr_7UhSN1zuXS', 'tr_8UhSN1zuXS'] as const

/** A suggestion as a clerk reads it: the name of a column, or a text in quotes. What every row shares is left out. */
function plan(table: Export): Record<string, string> {
  const columns = table.map(([name, ...samples], index) => ({ index, name, samples }))
  const { sources } = suggested('payment-notes', columns, null)
  return Object.fromEntries(
    Object.entries(sources).flatMap(([field, source]) => {
      if (source.from === 'column') return [[field, columns[source.column]?.name ?? '']]
      return source.from === 'template' ? [[field, `"${source.template}"`]] : []
    }),
  )
}

test.each<[string, Export, Record<string, string>]>([
  ['Mollie’s own', exportedTables['Mollie payments'], { paymentID: 'ID', text: '"{Omschrijving}"' }],
  [
    'WooCommerce’s',
    [...exportedTables['WooCommerce orders'], ['Transaction ID', ...ids]],
    { paymentID: 'Transaction ID', text: '"Bestelling {Order Number}"' },
  ],
  [
    'Shopify’s',
    [
      ['Name', '#1001', '#1002'],
      ['Email', 'jan@voorbeeld.nl'],
      ['Total', '12,50'],
      ['Payment Reference', ...ids],
    ],
    { paymentID: 'Payment Reference' },
  ],
  [
    'Lightspeed’s',
    [...exportedTables['Lightspeed orders'], ['Payment - Transaction ID', ...ids]],
    { paymentID: 'Payment - Transaction ID', text: '"Factuur {Invoice - Number}"' },
  ],
  [
    'Magento’s',
    [
      ['increment_id', '000000123', '000000124'],
      ['grand_total', '12.50', '13.50'],
      ['last_trans_id', ...ids],
    ],
    { paymentID: 'last_trans_id', text: '"Bestelling {increment_id}"' },
  ],
  [
    'a clerk’s',
    [
      ['betaling', ...ids],
      ['notitie', 'Factuur 1 opnieuw gestuurd'],
    ],
    { paymentID: 'betaling', text: 'notitie' },
  ],
  [
    'one without names that say anything',
    [
      ['A', ...ids],
      ['B', 'Factuur 1 opnieuw gestuurd'],
    ],
    { paymentID: 'A', text: 'B' },
  ],
])('an export of %s gets what is right, and nothing else', (_whose, table, expected) => {
  expect(plan(table)).toEqual(expected)
})

test('numbers of other things are no payments, whatever their column is called', () => {
  const table: Export = [
    ['Transactie-ID', '175200001', '175200002'],
    ['ID', '10023', '10024'],
  ]
  expect(plan(table)['paymentID']).toBeUndefined()
})
