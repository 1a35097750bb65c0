import { paymentMethods, type PaymentMethodCode } from '#shared/vendors/digiwallet/sale-note-fields.ts'

/** The codes of the vendor's other interfaces (specs/decisions.md, "Payment methods"); short enough to mean other things beside others. */
const shorthands: Record<string, PaymentMethodCode> = { bw: 'BWI', cc: 'CRC', wal: 'PSC', deb: 'SOF' }

/** What payment methods are called on invoices, in shops, at banks and by the plugins of other payment providers. */
const otherNames: Record<PaymentMethodCode, readonly string[]> = {
  AFP: ['afterpay', 'riverty'],
  MRC: ['bancontact', 'mistercash', 'mrcash', 'bcmc'],
  BWI: [
    'bankwire',
    'banktransfer',
    'banküberweisung',
    'wiretransfer',
    'overschrijving',
    'overschrijvingen',
    'overboeking',
    'overboekingen',
    'directebankoverschrijving',
    'directbanktransfer',
    'bankoverschrijving',
    'bankoverboeking',
    'sepatransfer',
    'sepacredittransfer',
    'credittransfer',
    'bacs',
  ],
  CRC: [
    'creditcard',
    'creditcards',
    'creditcardpayment',
    'kredietkaart',
    'kreditkarte',
    'visa',
    'visaelectron',
    'vpay',
    'mastercard',
    'eurocard',
    'maestro',
    'amex',
    'americanexpress',
  ],
  DRD: [
    'incasso',
    'incassoopdracht',
    'automatischeincasso',
    'directdebit',
    'sepadirectdebit',
    'sepaincasso',
    'sepadd',
    'lastschrift',
    'machtiging',
    'doorlopendemachtiging',
    'eenmaligemachtiging',
  ],
  IDE: ['ideal'],
  PSC: ['paysafecard', 'paysafe'],
  SOF: ['sofort', 'sofortbanking', 'sofortüberweisung', 'sofortueberweisung', 'directebanking', 'directebank'],
}

/** What DigiWallet has codes for and takes no notes on (its documents' list of methods against that of notes). */
const refused = [
  { code: 'PYP', name: 'PayPal', words: ['paypal', 'paypalexpress', 'paypalcheckout'] },
  { code: 'EPS', name: 'EPS', words: ['epsüberweisung', 'epsueberweisung', 'epsbanktransfer'] },
  { code: 'GIP', name: 'Giropay', words: ['giropay'] },
] as const
export type RefusedMethod = Pick<(typeof refused)[number], 'code' | 'name'>

type Known = PaymentMethodCode | RefusedMethod

/** Small letters and digits: "SEPA Direct Debit", "sepa_direct_debit" and "SepaDirectDebit" are one. */
const joined = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const byName = new Map<string, Known>([
  ...paymentMethods.flatMap(({ code, name }) =>
    [code, name, ...otherNames[code]].map((other): [string, Known] => [joined(other), code]),
  ),
  // Sentences are filled in with what is found here: no more of it than they say.
  ...refused.flatMap(({ code, name, words }) => [code, ...words].map((word): [string, Known] => [joined(word), { code, name }])),
])

/** What stands beside a method and makes it no other: who handles it, and the words around it in a shop. */
const beside = new Set(
  (
    'digiwallet targetpay targetmedia mollie multisafepay buckaroo adyen pay gateway gateways wc woocommerce methods method payment payments plugin ' +
    'betaal betaald betalen betaling betaalmethode met via door with by of and en or online veilig achteraf later banking bank card ' +
    'kaart debit credit ending eindigend op in eu nl be de qr after delivery invoice factuur rekening'
  ).split(' '),
)
/** Methods of their own elsewhere: beside nothing else do they mean one of ours. */
const companions = new Map<string, ReadonlySet<PaymentMethodCode>>([
  ...'ing rabobank abn amro abnamro sns asn bunq knab regiobank triodos revolut n26'
    .split(' ')
    .map((bank): [string, ReadonlySet<PaymentMethodCode>] => [bank, new Set(['IDE'])]),
  ['wero', new Set(['IDE'])],
  ['klarna', new Set(['SOF'])],
  ['sepa', new Set(['DRD', 'BWI'])],
])

const longest = 4

/** The methods that the words name, longest names first; null where a word means something that we do not know. */
function namedIn(text: string, mayBeStrange: boolean): Set<Known> | null {
  const tokens = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const found = new Set<Known>()
  const others: string[] = []
  for (let at = 0; at < tokens.length;) {
    const sizes = Array.from({ length: Math.min(longest, tokens.length - at) }, (_, size) => size + 1).toReversed()
    const size = sizes.find((count) => byName.has(joined(tokens.slice(at, at + count).join(''))))
    const known = size && byName.get(joined(tokens.slice(at, at + size).join('')))
    if (known) found.add(known)
    else others.push(joined(tokens[at] ?? ''))
    at += size ?? 1
  }
  const fits = (word: string) => {
    const of = companions.get(word)
    return of
      ? [...found].every((known) => typeof known === 'string' && of.has(known))
      : beside.has(word) || /^[x\d]+$/.test(word)
  }
  return found.size > 0 && (mayBeStrange ? others.every((word) => !companions.has(word) || fits(word)) : others.every(fits))
    ? found
    : null
}

function knownAs(written: string): Known | null {
  const whole = byName.get(joined(written)) ?? shorthands[joined(written)]
  if (whole) return whole
  const outside = namedIn(written.replace(/[([].*?[)\]]/g, ' '), false)
  // In brackets stands what the method is called besides, or a bank, a card or a state, which changes nothing.
  const all = namedIn(written, outside !== null)
  const [method, ...others] = all ?? []
  return method && others.length === 0 ? method : null
}

/** SECURITY: a cell can hold a book. */
const maxLength = 100
const remembered = new Map<string, Known | null>()
const maxRemembered = 500

function lookUp(written: string): Known | null {
  if (written.length > maxLength) return null
  const before = remembered.get(written)
  if (before !== undefined) return before
  // Ten thousand rows hold a handful of methods.
  if (remembered.size >= maxRemembered) remembered.clear()
  const known = knownAs(written)
  remembered.set(written, known)
  return known
}

/** The code for a method as it is written in a cell; null where it is none that notes take, or none that we know. */
export function paymentMethodOf(written: string): PaymentMethodCode | null {
  const known = lookUp(written)
  return typeof known === 'string' ? known : null
}

/** The method that DigiWallet knows and takes no notes on; null for any other text. */
export function refusedMethodOf(written: string): RefusedMethod | null {
  const known = lookUp(written)
  return typeof known === 'string' ? null : known
}

/** Whether a cell holds a code that means other things in other columns: no reason to take the column for methods. */
export const isShorthand = (written: string): boolean => joined(written) in shorthands
