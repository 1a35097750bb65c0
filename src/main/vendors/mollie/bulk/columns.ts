import type { BulkColumn } from '#shared/domain/bulk.ts'
import { actionIn } from '../../../bulk/vocabulary/action-words.ts'
import { namelessThatHolds } from '../../../bulk/vocabulary/cells.ts'
import {
  actionClues,
  holdsNoteTexts,
  noteTextClues,
  numberText,
  textMadeOf,
  type Clues,
  type FieldClues,
  type FindColumn,
  type MadeSource,
} from '../../../bulk/vocabulary/clues.ts'
import { words } from '../../../bulk/vocabulary/common-names.ts'
import { placeholder } from '../../../bulk/vocabulary/placeholder.ts'

/** As Mollie writes a payment's id: nothing else in a table looks like it. */
const isPaymentId = (sample: string) => /^tr_[A-Za-z0-9]+$/.test(sample.trim())

const paymentIdClues: FieldClues = {
  names: {
    sure: words(
      'paymentid betalingid betalingsid betaalid molliepaymentid metamolliepaymentid mollietransactionid molliebetaling paymenttoken',
    ),
    likely: words(
      'id transactionid transactieid transactie transaction transactienummer transactionnumber trxid txid paymentreference ' +
        'paymentreferences paymenttransactionid providertransactionid gatewaytransactionid lasttransid payment betaling ' +
        'betalingsnummer betalingskenmerk betaalkenmerk betaalreferentie betalingsreferentie transactiekenmerk receiptnumber ' +
        'authorization',
    ),
    loose: words('reference referentie externalid externid checkoutid'),
  },
  ofAnyVendor: true,
  bearsOut: (samples) => samples.some(isPaymentId),
  isMeant: (samples) => samples.every(isPaymentId),
}

/** In a list of payments that has no numbers of orders: what the shop called the payment, which mostly tells the order. */
const descriptionClues: FieldClues = {
  names: { likely: words('description omschrijving paymentdescription betalingsomschrijving') },
}

function describedText(columns: readonly BulkColumn[], find: FindColumn): MadeSource | null {
  const description = find(paymentIdClues, columns) && find(descriptionClues, columns)
  return description ? textMadeOf(placeholder(description.column)) : null
}

/**
 * What clerks, Mollie's own export and the exports of shops that take payments through it call a note's fields, Dutch and
 * English: shops have the payment's id as that of a transaction, as a reference, or in a field of Mollie's plugin.
 */
export const paymentNoteClues = (): Clues => ({
  vendor: /mollie/,
  fields: {
    action: actionClues,
    paymentID: paymentIdClues,
    text: noteTextClues(
      words('text tekst notitie notitietekst note notetext paymentnote betalingsnotitie tekstnotitie notecontent'),
    ),
  },
  contents: [
    // Whatever a column is called, these are payments.
    ['paymentID', ({ samples }) => samples.length > 0 && samples.every(isPaymentId)],
    ['action', namelessThatHolds((sample) => actionIn(sample) !== null)],
    ['text', holdsNoteTexts],
  ],
  made(columns, find) {
    const text = numberText(columns, find) ?? describedText(columns, find)
    return text ? { text } : {}
  },
  defaults: { action: 'create' },
})
