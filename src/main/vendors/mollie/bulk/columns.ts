import { isCode, isEmail, most, namelessThatHolds } from '../../../bulk/vocabulary/cells.ts'
import { numberTemplate, type Clues, type NamedColumn, type Surroundings } from '../../../bulk/vocabulary/clues.ts'
import { orderRemarkNames, words } from '../../../bulk/vocabulary/common-names.ts'
import { actionIn } from './words.ts'

/** As Mollie writes a payment's id: nothing else in a table looks like it. */
const isPaymentId = (sample: string) => /^tr_[A-Za-z0-9]+$/.test(sample.trim())

/** Whether a column of texts says more than a number would: in a clerk's own table remarks do, in an export they are the customer's. */
const saysMore = ({ tier }: NamedColumn, { hasAmounts }: Surroundings) => tier === 'sure' || (tier === 'likely' && !hasAmounts)

/**
 * What clerks, Mollie's own export and the exports of shops that take payments through it call a note's fields, Dutch and
 * English: WooCommerce, Shopify, Lightspeed and Magento have the payment's id as a transaction's or a reference.
 */
export const paymentNoteClues = (): Clues => ({
  vendor: /mollie/,
  fields: {
    action: { names: { sure: words('actie action handeling bewerking operation') } },
    paymentID: {
      names: {
        sure: words('paymentid betalingid betalingsid betaalid molliepaymentid molliebetaling paymenttoken'),
        likely: words(
          'id transactionid transactieid transactie transaction transactienummer transactionnumber trxid txid paymentreference ' +
            'paymenttransactionid providertransactionid gatewaytransactionid lasttransid payment betaling betalingsnummer ' +
            'betalingskenmerk betaalkenmerk betaalreferentie betalingsreferentie transactiekenmerk receiptnumber authorization',
        ),
        loose: words('reference referentie externalid externid checkoutid metamolliepaymentid'),
      },
      ofAnyVendor: true,
      bearsOut: (samples) => samples.some(isPaymentId),
      isMeant: (samples) => samples.every(isPaymentId),
    },
    text: {
      names: {
        sure: words('text tekst notitie notitietekst note notetext paymentnote betalingsnotitie'),
        likely: words(
          'opmerking opmerkingen notities notes internenotitie internenotities internalnote internalnotes memo remark remarks',
        ),
        loose: orderRemarkNames,
      },
      mayBe: (_column, tier, { hasAmounts }) => tier !== 'loose' || !hasAmounts,
      bearsOut: (samples, tier) => tier === 'sure' || !most(samples, (sample) => isCode(sample) || isEmail(sample)),
    },
  },
  contents: [
    // Whatever a column is called, these are payments.
    ['paymentID', ({ samples }) => samples.length > 0 && samples.every(isPaymentId)],
    ['action', namelessThatHolds((sample) => actionIn(sample) !== null)],
    ['text', namelessThatHolds((sample) => /\p{L}.*\s.*\p{L}|\p{L}.*\s.*\d/u.test(sample))],
  ],
  made(columns, find) {
    const source = numberTemplate(columns, find)
    return source ? { text: { source, givesWayTo: saysMore } } : {}
  },
  defaults: { action: 'create' },
})
