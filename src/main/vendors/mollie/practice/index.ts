import type { PracticeVendor } from '../../../practice/vendor.ts'
import { answerMollie, refuseMollie } from './answer.ts'
import { practiceMollieKey } from './credentials.ts'
import { createPaymentDemonstrations, isDemonstrationPayment } from './demonstrations.ts'
import { createPaymentBook, examplePayments, type EarlierNote, type PaymentBook, type PracticePayment } from './payments.ts'

export interface MolliePracticeOptions {
  payments?: readonly PracticePayment[]
  /** The note that the app last had confirmed for a payment. */
  earlier?: EarlierNote
  /** Off: the idempotency key is not read; nothing may depend on it. */
  honoursIdempotencyKey?: boolean
  /** How long after its request a late change is carried out; milliseconds. */
  lateMs?: number
  now?: () => Date
}

/** Mollie in the practice environment. */
export function createMolliePractice(options: MolliePracticeOptions = {}): PracticeVendor & { book: PaymentBook } {
  const { payments = examplePayments, honoursIdempotencyKey = true, lateMs = 20_000, now = () => new Date() } = options
  const book = createPaymentBook(payments, isDemonstrationPayment, options.earlier)
  const timers = new Set<NodeJS.Timeout>()
  const parts = {
    book,
    demonstrationOf: createPaymentDemonstrations(),
    given: new Map(),
    honoursIdempotencyKey,
    lateMs,
    now,
    after(ms: number, work: () => void) {
      const timer = setTimeout(() => {
        timers.delete(timer)
        work()
      }, ms)
      timers.add(timer)
    },
  }
  return {
    book,
    base: '',
    serves: (path) => path.startsWith('/v2/'),
    answer: (request, path) => answerMollie(request, path, parts),
    refuse: refuseMollie,
    examples(url) {
      const payment = `${url}/v2/payments/${examplePayments[0]?.id ?? ''}`
      const authorization = { Authorization: `Bearer ${practiceMollieKey}` }
      return [
        { title: 'Read a payment', method: 'GET', url: payment, headers: authorization },
        {
          title: 'Replace its metadata',
          method: 'PATCH',
          url: payment,
          headers: { ...authorization, 'Content-Type': 'application/json' },
          body: JSON.stringify({ metadata: { order_id: '1001', note: 'Final invoice 12345' } }),
        },
      ]
    },
    help: (url) => ({
      title: 'Mollie',
      lines: [`${url}/v2/payments`, `key       ${practiceMollieKey}`],
      demonstrations: [
        'tr_demo401 403 404 422 429 500 503                      a change answered with that status, not carried out',
        'tr_demoReset tr_demoSilent                              carried out, then cut, or never answered',
        'tr_demoLate tr_demoLost                                 never answered; carried out later, or not at all',
        'tr_demoRead503 …                                        the same of the reading before it',
        'tr_demo500Once …                                        the same, the first time only',
      ],
    }),
    close() {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
