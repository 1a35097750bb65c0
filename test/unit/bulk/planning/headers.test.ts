import { expect, test } from 'vitest'
import type { BulkKind } from '#shared/domain/kinds.ts'
import type { BulkColumn, BulkField } from '#shared/domain/bulk.ts'
import { suggested } from '#test/support/bulk-table.ts'
import { exportedTables, type Export } from './exported-tables.ts'

/** What is found in a table of one column of this name. */
function found(kind: BulkKind, name: string, ...samples: string[]): BulkField | null {
  const { sources } = suggested(kind, [{ index: 0, name, samples }], null)
  const taken = Object.entries(sources).find(([, source]) => source.from === 'column')
  return taken ? (taken[0] as BulkField) : null
}

const outlet = (id: string) => ({ id, label: '', testMode: false })

/** The same name as other programs write it. */
const spellings = (name: string) => [
  name,
  name.toLowerCase(),
  name.toUpperCase(),
  name.replaceAll(' ', '_'),
  name.replaceAll(' ', '-'),
  name.replaceAll(/[ -]/g, ''),
  ` ${name}: `,
]

const names: readonly (readonly [BulkKind, BulkField, string])[] = [
  [
    'notes',
    'outletID',
    'rtlo|Layoutcode|Outlet Identifier|Subaccount|Shop ID (layoutcode)|Outlet|Outletnummer|DigiWallet outlet|Winkel-ID|rtlo_id',
  ],
  [
    'notes',
    'saleID',
    'ProviderTransactionID|ID (Mollie)|invoiceID (AfterPay)|Payment Reference|Betaalkenmerk|Transactiekenmerk|Verkoopnr|' +
      'DigiWallet transactienummer|Betaling ID|Txn ID|PSP Reference|Transaction ID|Transactie-ID|Transactienr.|trxid|Transaction ID (DigiWallet)|TargetPay transactie ID|Sale nr|Transaction No|Betaalnummer|Bank Transaction Id|last_trans_id',
  ],
  [
    'notes',
    'paymentMethodCode',
    'paymethod|paymethodID|Payment Method Title|payment_method_title|Payment|Betaling|Betaald met|Betaalwijze|Payment method',
  ],
  [
    'notes',
    'text',
    'Customer Note|Order Note|Opmerkingen|Bijzonderheden|Commentaar|Notities|Notes|Interne notitie|Omschrijving|Tekst|Sale note|Opmerking intern|Internal comments|Admin note|Aantekeningen|Bericht',
  ],
  [
    'disputes',
    'message',
    'Customer Note|Order Note|Opmerkingen|Bijzonderheden|Commentaar|Notities|Notes|Interne notitie|Toelichting|Description|Klacht|Klachtomschrijving|Beschrijving|Complaint|Private note|Comments',
  ],
  [
    'disputes',
    'customerEmail',
    'Email (Billing)|billing_email|Customer Email Address|consumerEmail|FactuurEmailadres|E-mailadres klant|Klant e-mail|Email address|' +
      'Billing Email|E-mail debiteur|Mailadres|E-mailadres van de klant|Customer - Email address|E-mail (factuuradres)|Invoice email',
  ],
  [
    'disputes',
    'customerName',
    'Full Name (Billing)|BillingFullName|Billing Name|consumerName|cname|Naam debiteur|Clientname|Relatie|Relatienaam|Verkooprelatie|' +
      'Contact|Bill-to Name|Consument naam|Klantnaam|Naam van de klant|Naam|Naam (verplicht)|Name (required)|Factuur aan: Naam|Naam factuuradres|Invoice name|Bill to',
  ],
  [
    'disputes',
    'invoice',
    'Order Number|order_number|order_id|OrderID|ORDERNUMBER|invoice_number_clean|billinkInvoiceNumber|custom_invoice_id|factuur_code|' +
      'Bestelnummer|Ordernummer|Referentie|Boekstuk|Boekstuknummer|Ons kenmerk|Increment ID|Invoice #|Order #|Factuurnr.|Invoice No|Factuurnummer (verplicht)|Factuurnummer *|Invoice number [mandatory]|Sales invoice number|Verkoopfactuur nr|Inv. no|Bestelling nr|Webshop ordernummer|Ordernummer (webshop)|Order name|External Order ID|Order ref|Orderreferentie|Document nr',
  ],
  ['disputes', 'category', 'Retourreden|Return reason|Categorie|Soort geschil|Klachtcategorie|Type geschil|Category ID'],
  ['disputes', 'file', 'Bijlagen|Bewijsstuk|Bijlage|Bestandsnaam|File name'],
  ['disputes', 'locale', 'Klanttaal|Taal|Language|Customer locale|Voorkeurstaal|Store language|lang_iso'],
]

test.each(names.flatMap(([kind, field, list]) => list.split('|').map((name) => [kind, field, name] as const)))(
  'for %s, %s is found at "%s", however it is spelled',
  (kind, field, name) => {
    expect(spellings(name).map((spelling) => found(kind, spelling))).toEqual(spellings(name).map(() => field))
  },
)

test.each([
  ['notes', 'text', 'Tekst van de notitie', 'tekst_van_notitie'],
  ['disputes', 'message', 'Omschrijving van de klacht', 'bericht-van-klant'],
  ['disputes', 'customerName', 'Naam op factuur', 'name_of_the_customer'],
  ['disputes', 'category', 'Reden van retour', 'Reason for return'],
] as const)('for %s, %s is found whatever stands between its words', (kind, field, ...all) => {
  expect(all.map((name) => found(kind, name))).toEqual(all.map(() => field))
})

test.each([
  ['notes', 'Shipping Name', []],
  ['notes', 'ID', ['tr_7UhSN1zuXS']],
  ['notes', 'ID', ['000000123']],
  ['notes', 'invoiceID', ['20260001']],
  ['notes', 'Payment Reference', ['c12345678901.1']],
  ['notes', 'Betalingskenmerk', ['1234567890123456']],
  ['notes', 'Transaction ID', ['tr_7UhSN1zuXS']],
  ['notes', 'Order Number', ['10023', '10024']],
  ['notes', 'Factuurnummer', ['20260001', '20260002']],
  ['notes', 'Phone (Billing)', ['0612345678']],
  ['notes', 'Telefoon', ['31612345678']],
  ['notes', 'Accepts Marketing', ['yes', 'no']],
  ['notes', 'Order Status', ['Nieuw']],
  ['notes', 'Plaats', ['Den Haag', 'Sint Jansteen']],
  ['notes', 'Store', ['Main Website Store']],
  ['notes', 'Betaling', ['12,50']],
  ['notes', 'Soort', ['DEB', 'DEB']],
  ['notes', 'Mutatiesoort', ['Incasso', 'Overschrijving']],
  ['disputes', 'Invoice ID', ['in_1NabcD', 'in_2NabcD']],
  ['disputes', 'Name', ['#1001', '#1002']],
  ['disputes', 'Naam', ['10023']],
  ['disputes', 'Debiteur', ['DEB-10023', 'DEB-10024']],
  ['disputes', 'Klant', ['jan@voorbeeld.nl']],
  ['disputes', 'Shipping Name', ['Jan Jansen']],
  ['disputes', 'E-mail', ['ja', 'nee']],
  ['disputes', 'Verkoper e-mail', ['winkel@voorbeeld.nl']],
  ['disputes', 'Country Code (Billing)', ['NL', 'DE']],
  ['disputes', 'Factuur', ['12-03-2026', '13-03-2026']],
  ['disputes', 'Invoice', ['€ 12,50', '€ 1.012,50']],
  ['disputes', 'Document', ['20260001']],
] as const)('for %s, "%s" with %j is left open', (kind, name, samples) => {
  const taken = found(kind, name, ...samples)
  // A column of addresses is one of addresses, whatever the name promised.
  expect(taken === 'customerEmail' && name === 'Klant' ? null : taken).toBeNull()
})

test('an outlet is known by its number alone where the account has it', () => {
  const outlets = [outlet('12345'), outlet('54321')]
  const of = (name: string, ...samples: string[]) =>
    suggested('notes', [{ index: 0, name, samples }], { outlets, testDefault: 'ask' }).sources.outletID
  expect(of('Kanaal', '12345', '54321')).toEqual({ from: 'column', column: 0 })
  expect(of('Store', '54321')).toEqual({ from: 'column', column: 0 })
  expect([of('Kanaal', '12345', '10023'), of('Store', '1'), of('Order Number', '10023')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

test('a column that nobody sees in Excel comes after every one that shows, and is never guessed at', () => {
  const shown = { index: 1, name: 'Order ID', samples: ['10023'] }
  const hidden = { index: 0, name: 'Factuurnummer', samples: ['1'], hidden: true as const }
  const invoice = (...columns: BulkColumn[]) => suggested('disputes', columns, null).sources.invoice
  expect(invoice(hidden, shown)).toEqual({ from: 'column', column: 1 })
  expect(invoice(hidden)).toEqual({ from: 'column', column: 0 })
  const emails = { index: 0, name: 'A', samples: ['jan@voorbeeld.nl'], hidden: true as const }
  expect(suggested('disputes', [emails], null).sources.customerEmail).toBeUndefined()
})

test('a first and a last name of one person are put together', () => {
  const name = (...columns: string[]) =>
    suggested(
      'disputes',
      columns.map((column, index) => ({ index, name: column, samples: [] })),
      null,
    ).sources.customerName
  const template = (text: string) => ({ from: 'template', template: text })
  expect(name('First Name (Shipping)', 'Last Name (Shipping)', 'First Name (Billing)', 'Last Name (Billing)')).toEqual(
    template('{First Name (Billing)} {Last Name (Billing)}'),
  )
  expect(name('Voornaam', 'Tussenvoegsel', 'Achternaam')).toEqual(template('{Voornaam} {Tussenvoegsel?} {Achternaam}'))
  expect(name('Voornaam', 'Naam')).toEqual(template('{Voornaam} {Naam}'))
  expect(name('customer_firstname', 'customer_lastname')).toEqual(template('{customer_firstname} {customer_lastname}'))
  expect(name('First Name (Shipping)', 'Last Name (Billing)')).toBeUndefined()
  expect(name('Klantnaam', 'Voornaam', 'Achternaam')).toEqual({ from: 'column', column: 0 })
})

/** A suggestion as a clerk reads it: the name of a column, or a text in quotes. What every row shares is left out. */
function plan(kind: BulkKind, table: Export): Record<string, string> {
  const columns = table.map(([name, ...samples], index) => ({ index, name, samples }))
  const account = { outlets: [outlet('12345'), outlet('54321')], testDefault: 'off' as const }
  const { sources } = suggested(kind, columns, kind === 'notes' ? account : null)
  return Object.fromEntries(
    Object.entries(sources).flatMap(([field, source]) => {
      if (source.from === 'column') return [[field, columns[source.column]?.name ?? '']]
      return source.from === 'template' ? [[field, `"${source.template}"`]] : []
    }),
  )
}

type Plan = Record<string, string>
const plans: Record<keyof typeof exportedTables, Record<'notes' | 'disputes', Plan> & { 'payment-notes'?: Plan }> = {
  'WooCommerce orders': {
    notes: { paymentMethodCode: 'Payment Method Title', text: '"Bestelling {Order Number}"' },
    disputes: {
      invoice: 'Order Number',
      customerName: '"{First Name (Billing)} {Last Name (Billing)}"',
      customerEmail: 'Email (Billing)',
    },
  },
  'WooCommerce database': {
    notes: { saleID: '_transaction_id', paymentMethodCode: '_payment_method_title', text: '"Bestelling {order_id}"' },
    disputes: {
      invoice: 'order_id',
      customerName: '"{_billing_first_name} {_billing_last_name}"',
      customerEmail: '_billing_email',
    },
  },
  'Shopify orders': {
    notes: { paymentMethodCode: 'Payment Method' },
    disputes: { customerName: 'Billing Name', customerEmail: 'Email' },
  },
  'Lightspeed orders': {
    notes: { paymentMethodCode: 'Payment - Title', text: '"Factuur {Invoice - Number}"' },
    disputes: {
      invoice: 'Invoice - Number',
      customerName: '"{Customer - First name} {Customer - Middle name?} {Customer - Last Name}"',
      customerEmail: 'Customer - Email Address',
      locale: 'Customer - Language',
    },
  },
  'Magento orders': {
    notes: { paymentMethodCode: 'Payment Method' },
    disputes: { customerName: 'Bill-to Name', customerEmail: 'Customer Email' },
  },
  'DigiWallet transactions': {
    notes: {
      outletID: 'Layoutcode',
      saleID: 'Transactienummer',
      paymentMethodCode: 'Betaalmethode',
      text: '"Factuur {Factuurnummer}"',
    },
    disputes: { invoice: 'Factuurnummer' },
  },
  'DigiWallet transactions without invoices': {
    notes: { saleID: 'Transactie ID', paymentMethodCode: 'Betaalwijze' },
    disputes: {},
  },
  'Mollie payments': {
    notes: { paymentMethodCode: 'Betaalmethode' },
    disputes: { customerName: 'Consument naam' },
    'payment-notes': { paymentID: 'ID', text: '"{Omschrijving}"' },
  },
  'Mollie settlement': {
    notes: { paymentMethodCode: 'Payment method' },
    disputes: { customerName: 'Consumer name' },
    'payment-notes': { paymentID: 'ID', text: '"{Description}"' },
  },
  'WooCommerce orders by Mollie': {
    notes: { paymentMethodCode: 'payment_method_title', text: '"Bestelling {order_number}"' },
    disputes: { invoice: 'order_number', customerEmail: 'customer_email' },
    'payment-notes': { paymentID: 'meta:_mollie_payment_id', text: '"Bestelling {order_number}"' },
  },
  'Shopify orders by Mollie': {
    notes: { paymentMethodCode: 'Payment Method' },
    disputes: { customerEmail: 'Email' },
    'payment-notes': { paymentID: 'Payment Reference' },
  },
  'Lightspeed orders by Mollie': {
    notes: { paymentMethodCode: 'Payment - Title', text: '"Bestelling {Order - Number}"' },
    disputes: { invoice: 'Order - Number', customerEmail: 'Customer - Email Address' },
    'payment-notes': { paymentID: 'Payment - Transaction ID', text: '"Bestelling {Order - Number}"' },
  },
  'Magento transactions': {
    notes: { paymentMethodCode: 'Payment Method', text: '"Bestelling {Order ID}"' },
    disputes: { invoice: 'Order ID' },
    'payment-notes': { paymentID: 'Transaction ID', text: '"Bestelling {Order ID}"' },
  },
  'AfterPay (Riverty)': {
    notes: { text: '"Factuur {Invoice number}"' },
    disputes: { invoice: 'Invoice number', customerName: 'Customer name', customerEmail: 'E-mail' },
  },
  'Exact Online': {
    notes: { text: '"Factuur {Factuurnr.}"' },
    disputes: { invoice: 'Factuurnr.', customerName: 'Naam', customerEmail: 'E-mail' },
  },
  Twinfield: {
    notes: { text: '"Factuur {Factuurnummer}"' },
    disputes: { invoice: 'Factuurnummer', customerName: 'Relatienaam' },
  },
  Moneybird: {
    notes: { text: '"Factuur {Factuurnummer}"' },
    disputes: { invoice: 'Factuurnummer', customerName: '"{Voornaam} {Achternaam}"', customerEmail: 'E-mailadres' },
  },
  SnelStart: {
    notes: { text: '"Factuur {Factuurnummer}"' },
    disputes: { invoice: 'Factuurnummer', customerName: 'Relatienaam' },
  },
  'e-Boekhouden': {
    notes: { text: '"Factuur {Factuurnummer}"' },
    disputes: { invoice: 'Factuurnummer', customerName: 'Contactpersoon', customerEmail: 'E-mail' },
  },
  "A clerk's own list": {
    notes: { saleID: 'Transactienummer', paymentMethodCode: 'Betaalmethode', text: 'Opmerking' },
    disputes: { invoice: 'Factuurnummer', message: 'Opmerking' },
  },
  'PrestaShop orders': {
    notes: { paymentMethodCode: 'Payment' },
    disputes: { customerName: 'Customer' },
  },
}

/** A table that has no payment of this vendor's has the same text for a note on one. */
const withoutPayments = ({ text }: Plan): Plan => (text === undefined ? {} : { text })

test.each(Object.keys(exportedTables) as (keyof typeof exportedTables)[])(
  'an export of %s gets what is right, and nothing else',
  (name) => {
    const { notes, disputes, 'payment-notes': paymentNotes = withoutPayments(notes) } = plans[name]
    const table = exportedTables[name]
    expect({
      notes: plan('notes', table),
      disputes: plan('disputes', table),
      paymentNotes: plan('payment-notes', table),
    }).toEqual({
      notes,
      disputes,
      paymentNotes,
    })
  },
)
