import type { DigiwalletSettings } from '#shared/vendors/digiwallet/settings.ts'
import { actionIn } from '../../../bulk/vocabulary/action-words.ts'
import { holds, isDigits, isNameless, namelessThatHolds } from '../../../bulk/vocabulary/cells.ts'
import { actionClues, holdsNoteTexts, noteTextClues, numberText, type Clues } from '../../../bulk/vocabulary/clues.ts'
import { comparable } from '../../../bulk/vocabulary/column-names.ts'
import { words } from '../../../bulk/vocabulary/common-names.ts'
import { isShorthand, paymentMethodOf, refusedMethodOf } from './payment-methods.ts'
import { testIn } from './words.ts'

/** What a plan may take from the account: its outlets and whether its notes are tests. */
export type PlanAccount = Pick<DigiwalletSettings, 'outlets' | 'testDefault'>

/** Whether one of the account's outlets is in every cell that is seen. */
const holdsOutlets = (samples: readonly string[], { outlets }: PlanAccount) =>
  samples.length > 0 && samples.every((sample) => outlets.some(({ id }) => id === sample.trim()))

/** Outlets have five or six digits and transactions eight or more, by the examples of DigiWallet's document. */
const isOutletNumber = (sample: string) => /^\d{4,6}$/.test(sample)
const isSaleNumber = (sample: string) => /^[1-9]\d{6,11}$/.test(sample)

/** Whether a cell names a way to pay, one that notes take or not. */
const namesMethod = (cell: string) => paymentMethodOf(cell) !== null || refusedMethodOf(cell) !== null

const aboutPaying = /betaa?l|pay|method|card|kaart|wijze/

function defaults({ outlets, testDefault }: PlanAccount): Clues['defaults'] {
  const [outlet, ...others] = outlets
  return {
    action: 'create',
    ...(outlet && others.length === 0 ? { outletID: outlet.id } : {}),
    ...(testDefault === 'ask' ? {} : { test: testDefault === 'on' ? '1' : '0' }),
  }
}

/** What clerks, web shops, bookkeeping packages and DigiWallet's own plugins and exports call a note's fields, Dutch and English. */
export const noteClues = (account: PlanAccount): Clues => ({
  vendor: /digiwallet|targetpay/,
  fields: {
    action: actionClues,
    outletID: {
      names: {
        sure: words(
          'outletid outlet outletnummer outletnr outletnumber outletcode outletidentifier rtlo rtloid rtlonummer rtlocode layoutcode layoutid ' +
            'shopidlayoutcode',
        ),
        loose: words(
          'subaccount subaccountid subaccountnummer winkelid winkelnummer winkelcode winkel shopid shopnummer shopcode shop storeid storenumber store',
        ),
      },
      bearsOut(samples, tier) {
        if (tier === 'sure') return samples.some(isDigits)
        return account.outlets.length > 0
          ? holdsOutlets(samples, account)
          : samples.every((sample) => isOutletNumber(sample.trim()))
      },
    },
    saleID: {
      names: {
        sure: words(
          'saleid transactienummer transactieid transactie transactionid transactionnumber transaction transnr transactienr trxid txid ' +
            'providertransactionid paymenttransactionid transactionno verkoopid verkoopnummer verkoopnr verkoop salenumber salenr saleno sale',
        ),
        loose: words(
          'digiwalletid digiwalletnummer betaalid betalingid betalingsid txnid pspreference betalingsnummer paymentid paymentnumber paymentreference betaalkenmerk betalingskenmerk ' +
            'betalingsreferentie betaalreferentie transactiekenmerk transactiereferentie transactionreference transactionkey txn betaalnummer banktransactionid gatewaytransactionid externalpaymentid ' +
            'paymenttransaction lasttransid lasttransactionid ordertransactionid idmollie invoiceidafterpay id',
        ),
      },
      mayBe: ({ name }, _tier, { hasPayments }) => comparable(name) !== 'id' || hasPayments,
      bearsOut: (samples, tier) =>
        tier === 'sure' ? samples.some(isDigits) : samples.every((sample) => isSaleNumber(sample.trim())),
    },
    paymentMethodCode: {
      names: {
        sure: words(
          'paymentmethodcode paymentmethodtitle paymentmethodname paymentmethod paymentmethodid paymethod paymethodid betaalmethode betaalmethodecode ' +
            'betaalmethodenaam betaalmethodeid betaalwijze betaalmiddel betalingsmethode betalingswijze betaalvorm betaaldmet betaaldvia paidwith paidvia ' +
            'ordersbetaalmethode',
        ),
        loose: words(
          'methode method paymenttype paymenttitle betaaltype payment betaling gateway paymentgateway paymentprovider',
        ),
      },
      bearsOut: (samples, tier) => tier === 'sure' || samples.some(namesMethod),
      // Shops have a method's code of their own beside its title.
      isMeant: (samples) => samples.some(namesMethod),
    },
    text: noteTextClues(words('text tekst notitie notitietekst note notetext salenote verkoopnotitie tekstnotitie notecontent')),
    // Words that are not known get their sentence in every row: left out, they would be taken for the default.
    test: { names: { sure: words('test testmodus testmode testnotitie istest testbetaling testpayment') } },
  },
  contents: [
    ['outletID', ({ samples }) => holdsOutlets(samples, account)],
    // Banks write how money was moved in the same words.
    [
      'paymentMethodCode',
      (column) =>
        (isNameless(column) || aboutPaying.test(comparable(column.name))) &&
        holds((sample) => paymentMethodOf(sample) !== null && !isShorthand(sample))(column),
    ],
    // Digits are methods, actions and test marks to nobody; `1` and `0` are tests only where a column is named so.
    ['action', namelessThatHolds((sample) => !/^\d/.test(sample) && actionIn(sample) !== null)],
    ['test', namelessThatHolds((sample) => !/^\d/.test(sample) && testIn(sample) !== null)],
    ['saleID', namelessThatHolds((sample) => /^\d{7,12}$/.test(sample))],
    ['text', holdsNoteTexts],
  ],
  made(columns, find) {
    const text = numberText(columns, find)
    return text ? { text } : {}
  },
  defaults: defaults(account),
})
