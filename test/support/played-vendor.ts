import type { Evidence, Order, Transmitter, Channels } from '#main/upstream/types.ts'
import type { Payload } from '#shared/vendors/index.ts'

type Answer = Partial<Evidence>

/** What a vendor, or the network on the way to it, does with a request. */
export const answers = {
  accepts: (number = '4711'): Answer => ({ status: 201, vendor: { says: 'success', number } }),
  refuses: (text = 'Validation failed', fields: Record<string, string> = {}): Answer => ({
    status: 400,
    vendor: {
      says: 'error',
      head: [{ text }],
      fields: Object.fromEntries(Object.entries(fields).map(([field, said]) => [field, [{ text: said }]])),
    },
  }),
  refusesKey: (status: 401 | 403 = 401): Answer => ({ status }),
  isBusy: (retryAfterMs: number | null = null): Answer => ({ status: 429, retryAfterMs }),
  fails: (retryAfterMs: number | null = null): Answer => ({ status: 500, retryAfterMs }),
  isSilent: (): Answer => ({ progress: 'request-sent', cause: 'timeout', status: null }),
  isUnreachable: (): Answer => ({ progress: 'nothing-sent', cause: 'offline', status: null }),
  isBehindPassword: (): Answer => ({ progress: 'nothing-sent', cause: 'proxy-password', status: null }),
  hasBadCertificate: (): Answer => ({ progress: 'nothing-sent', cause: 'certificate', status: null }),
}

/** A request on its way, which a test answers when it wants to. */
export interface Underway {
  payload: Payload
  order: Order
  answer(answer: Answer): void
}

const methods = { create: 'POST', update: 'PATCH', delete: 'DELETE' } as const

/** A vendor that a test plays: it sees what would be on the wire, and answers at once or when the test says so. */
export function playedVendor() {
  const tries: Order[] = []
  const waiting: Underway[] = []
  const vendor = {
    /** Every try that was made, in its order, whether or not it reached anything. */
    tries,
    /** Those that have no answer yet. */
    waiting,
    /** The most requests that were under way at once. */
    most: 0,
    underWay: 0,
    /** What it answers; null leaves a request without an answer until the test gives one. */
    answer: (_payload: Payload, _order: Order): Answer | null => answers.accepts(),
    /** Sale 1 is row one, and is accepted; what becomes of the others is the test's to say. */
    answerAfterRowOne(answer: (payload: Payload, order: Order) => Answer | null) {
      vendor.answer = (payload, order) =>
        payload.kind === 'note' && payload.target.saleID === '1' && payload.action === 'create'
          ? answers.accepts()
          : answer(payload, order)
    },
    /** From now on each request waits for the test. */
    holdBack() {
      vendor.answer = () => null
    },
    /** Answers everything that waits. */
    letGo(answer: Answer = answers.accepts()) {
      for (const request of waiting.splice(0)) request.answer(answer)
    },
    /** The rows that were tried, by what tells them apart. */
    tried: (): string[] => tries.map(({ payload }) => nameOf(payload)),
    transmitter: {
      transmit: (order) => send(order),
      channel: (destination, secret) => ({ send: (payload) => send({ destination, secret, payload, file: null }) }),
    } satisfies Transmitter & Channels,
  }

  async function send(order: Order): Promise<Evidence> {
    const { payload } = order
    tries.push(order)
    vendor.underWay += 1
    vendor.most = Math.max(vendor.most, vendor.underWay)
    const answer = vendor.answer(payload, order) ?? (await later(order))
    vendor.underWay -= 1
    return {
      progress: 'answered',
      cause: null,
      status: null,
      retryAfterMs: null,
      answer: null,
      vendor: { says: 'nothing' },
      request: {
        method: payload.kind === 'note' ? methods[payload.action] : 'POST',
        host: new URL(order.destination.url).host,
        bodyBytes: 1,
      },
      ...answer,
    }
  }
  const later = (order: Order): Promise<Answer> =>
    new Promise((resolve) => {
      const request = {
        payload: order.payload,
        order,
        answer(answer: Answer) {
          const at = waiting.indexOf(request)
          if (at >= 0) waiting.splice(at, 1)
          resolve(answer)
        },
      }
      waiting.push(request)
    })
  return vendor
}
export type PlayedVendor = ReturnType<typeof playedVendor>

/** A dispute by its invoice, a note by its action and what it is on. */
export function nameOf(payload: Payload): string {
  switch (payload.kind) {
    case 'dispute':
      return payload.dispute.invoice
    case 'note':
      return `${payload.action} ${payload.target.saleID}`
    case 'payment-note':
      return `${payload.action} ${payload.paymentID}`
  }
}
