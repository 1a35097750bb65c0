import type { Account } from '#shared/domain/account.ts'
import type { DisputeDraft } from '#shared/vendors/billink/dispute.ts'
import type { NoteDraft } from '#shared/vendors/digiwallet/sale-note.ts'
import type { KnownNote } from '#shared/vendors/digiwallet/known-note.ts'
import { paymentMethods } from '#shared/vendors/digiwallet/sale-note-fields.ts'
import type { SubmissionDetail } from '#shared/domain/submission-detail.ts'
import { ago } from './sample-moments.ts'

const locales = [
  { id: 'nl', label: 'Nederlands' },
  { id: 'en', label: 'Engels' },
  { id: 'de', label: 'Duits' },
  { id: 'fr', label: 'Frans' },
]

export const accounts: Account[] = [
  {
    id: 'b-practice',
    settings: {
      kind: 'billink',
      environment: 'practice',
      name: 'Oefenwinkel',
      url: null,
      username: 'oefenwinkel',
      maxFileMegabytes: 10,
      categories: [
        { id: '1', label: 'Niet geleverd' },
        { id: '2', label: 'Beschadigd ontvangen' },
        { id: '3', label: 'Retour gestuurd' },
        { id: 'factuur-onbekend', label: '' },
      ],
      locales,
    },
    secret: { state: 'public', lastFour: null },
    endpoint: 'http://127.0.0.1:41233/billink',
    heldItems: 0,
    isOrganisations: false,
  },
  {
    id: 'd-practice',
    settings: {
      kind: 'digiwallet',
      environment: 'practice',
      name: 'Oefenwinkel',
      url: null,
      outlets: [
        { id: '10001', label: 'Webshop', testMode: false },
        { id: '10002', label: 'Winkel Utrecht', testMode: true },
      ],
      testDefault: 'ask',
      bodyFormat: 'form',
    },
    secret: { state: 'public', lastFour: null },
    endpoint: 'http://127.0.0.1:41233/digiwallet',
    heldItems: 0,
    isOrganisations: false,
  },
  {
    id: 'b-live',
    settings: {
      kind: 'billink',
      environment: 'production',
      name: 'Van Dijk Tuinmeubelen B.V.',
      url: 'https://api.billink.nl/v3/disputes',
      username: 'vandijk-tuin',
      maxFileMegabytes: 25,
      categories: [{ id: '4', label: 'Verkeerd artikel' }],
      locales,
    },
    secret: { state: 'stored', lastFour: '7f3a' },
    endpoint: 'https://api.billink.nl/v3/disputes',
    heldItems: 0,
    isOrganisations: false,
  },
  {
    id: 'd-live',
    settings: {
      kind: 'digiwallet',
      environment: 'production',
      name: 'Van Dijk Tuinmeubelen B.V.',
      url: 'https://api.digiwallet.nl',
      outlets: [{ id: '143835', label: 'Webshop', testMode: false }],
      testDefault: 'off',
      bodyFormat: 'form',
    },
    secret: { state: 'stored', lastFour: '0c1e' },
    endpoint: 'https://api.digiwallet.nl',
    heldItems: 3,
    isOrganisations: false,
  },
  {
    id: 'm-practice',
    settings: { kind: 'mollie', environment: 'practice', name: 'Oefenwinkel', url: null, mode: 'test' },
    secret: { state: 'public', lastFour: null },
    endpoint: 'http://127.0.0.1:41233',
    heldItems: 0,
    isOrganisations: false,
  },
  {
    id: 'm-live',
    settings: {
      kind: 'mollie',
      environment: 'production',
      name: 'Van Dijk Tuinmeubelen B.V.',
      url: 'https://api.mollie.com',
      mode: 'live',
    },
    secret: { state: 'missing', lastFour: null },
    endpoint: 'https://api.mollie.com',
    heldItems: 0,
    isOrganisations: false,
  },
]

const file = {
  id: 'f1',
  name: 'pakbon-2024-0815.pdf',
  format: 'pdf',
  bytes: 1_284_221,
  sha256: 'c0ffee'.repeat(10) + 'beef',
  state: 'stored',
  doubt: null,
} as const

export const disputeDrafts: DisputeDraft[] = [
  {
    id: 'dd1',
    kind: 'dispute',
    accountId: 'b-practice',
    revision: 4,
    createdAt: ago(90),
    updatedAt: ago(12),
    refusal: null,
    fields: {
      invoice: '2024-0815',
      customerName: 'Marieke de Boer',
      customerEmail: 'marieke@example.nl',
      category: '1',
      locale: 'nl',
      message:
        'De klant zegt dat het pakket niet is aangekomen. Volgens de vervoerder is het op 12 november bij de buren afgeleverd.',
    },
    attachment: file,
  },
  {
    id: 'dd2',
    kind: 'dispute',
    accountId: 'b-practice',
    revision: 9,
    createdAt: ago(3000),
    updatedAt: ago(2900),
    refusal: { head: [{ text: 'Invoice not found for this merchant' }], fields: {} },
    fields: {
      invoice: '2024-0799',
      customerName: 'T. Jansen',
      customerEmail: 't.jansen@example',
      category: '',
      locale: 'nl',
      message: '',
    },
    attachment: null,
  },
  {
    id: 'dd3',
    kind: 'dispute',
    accountId: 'b-live',
    revision: 1,
    createdAt: ago(5),
    updatedAt: ago(5),
    refusal: null,
    fields: { invoice: 'F-88213', customerName: '', customerEmail: '', category: '', locale: 'nl', message: '' },
    attachment: null,
  },
]

export const noteDrafts: NoteDraft[] = [
  {
    id: 'nd1',
    kind: 'note',
    accountId: 'd-practice',
    revision: 2,
    createdAt: ago(40),
    updatedAt: ago(2),
    refusal: null,
    attachment: null,
    fields: {
      action: 'create',
      outletID: '10001',
      saleID: '5500123',
      paymentMethodCode: 'IDE',
      text: 'Klant belt terug over bezorging',
      test: true,
    },
  },
  {
    id: 'nd2',
    kind: 'note',
    accountId: 'd-practice',
    revision: 2,
    createdAt: ago(400),
    updatedAt: ago(380),
    refusal: null,
    attachment: null,
    fields: {
      action: 'update',
      outletID: '10001',
      saleID: '5500119',
      paymentMethodCode: 'MRC',
      text: 'Zie factuur 2024/0815',
      test: false,
    },
  },
]

type Kind = SubmissionDetail['kind']
type Part = Partial<SubmissionDetail> & Pick<SubmissionDetail, 'id' | 'state'>

function dispute(part: Part): SubmissionDetail {
  const subject = part.subject ?? '2024-0801'
  return {
    ...base(part, 'dispute.create'),
    accountId: 'b-practice',
    accountName: 'Oefenwinkel',
    subject,
    context: 'Marieke de Boer',
    excerpt: 'De klant zegt dat het pakket niet is aangekomen.',
    attachmentName: file.name,
    attachment: file,
    payload: {
      kind: 'dispute',
      dispute: {
        invoice: subject,
        customerName: 'Marieke de Boer',
        customerEmail: 'marieke@example.nl',
        category: '1',
        locale: 'nl',
        message: 'De klant zegt dat het pakket niet is aangekomen.',
      },
    },
    ...part,
  }
}

function note(part: Part, action: 'create' | 'update' | 'delete' = 'create'): SubmissionDetail {
  const saleID = part.subject ?? '5500120'
  return {
    ...base(part, `note.${action}`),
    accountId: 'd-practice',
    accountName: 'Oefenwinkel',
    subject: saleID,
    context: '10001 · iDEAL',
    excerpt: action === 'delete' ? '' : 'Klant belt terug over bezorging',
    payload: {
      kind: 'note',
      action,
      target: { outletID: '10001', saleID, paymentMethodCode: 'IDE', test: part.test ?? false },
      ...(action === 'delete' ? {} : { text: 'Klant belt terug over bezorging' }),
    },
    ...part,
  }
}

function paymentNote(part: Part, action: 'create' | 'update' | 'delete' = 'update'): SubmissionDetail {
  const paymentID = part.subject ?? 'tr_oefen1004'
  return {
    ...base(part, `payment-note.${action}`),
    accountId: 'm-practice',
    accountName: 'Oefenwinkel',
    subject: paymentID,
    context: '',
    excerpt: 'Cadeau: wel een factuur, op naam van het bedrijf.',
    payload: {
      kind: 'payment-note',
      action,
      mode: 'test',
      paymentID,
      at: ago(31),
      shown: action === 'create' ? null : { text: 'Cadeau, geen factuur meesturen.', at: ago(3000) },
      keepValue: false,
      ...(action === 'delete' ? {} : { text: 'Cadeau: wel een factuur, op naam van het bedrijf.' }),
    },
    ...part,
  }
}

const lost = { ...base({ id: '', state: 'unknown' }, 'payment-note.update').attempts[0]!, status: null, answer: null }
const reading = {
  at: ago(30.1),
  found: '{"order_id":"1004","note":"Cadeau, geen factuur meesturen."}',
  meant: '{"order_id":"1004","note":"Cadeau: wel een factuur, op naam van het bedrijf.","noteAt":"2026-11-27T14:30:00.000Z"}',
  look: null,
}

function base(
  part: Part,
  kind: Kind,
): Omit<SubmissionDetail, 'accountId' | 'accountName' | 'subject' | 'context' | 'excerpt' | 'payload'> {
  return {
    id: part.id,
    kind,
    environment: 'practice',
    state: part.state,
    stateAt: ago(30),
    createdAt: ago(31),
    test: false,
    attachmentName: null,
    notBefore: null,
    inHold: false,
    attemptCount: 1,
    looksAt: null,
    reason: null,
    vendorNumber: null,
    confirmedByPerson: false,
    actions: ['duplicate'],
    attachment: null,
    head: [],
    fields: {},
    attempts: [
      {
        number: 1,
        startedAt: ago(30.1),
        endedAt: ago(30),
        progress: 'answered',
        request: { method: 'POST', host: '127.0.0.1:41233', bodyBytes: 1_712_450 },
        status: 200,
        answer: '{"id":8812,"category":"1","client":"oefenwinkel","status":"open","steps":[]}',
        stateAfter: part.state,
        reason: null,
        reading: null,
      },
    ],
    decisions: [],
    supersededBy: null,
    row: null,
    replacedBy: null,
  }
}

/** One of each state, then enough finished ones to scroll. */
export const submissions: SubmissionDetail[] = [
  dispute({
    id: 's-hold',
    state: 'queued',
    inHold: true,
    notBefore: new Date(Date.now() + 9_000).toISOString(),
    attempts: [],
    attemptCount: 0,
    actions: ['cancel', 'send-now'],
    stateAt: ago(0),
  }),
  note({
    id: 's-wait',
    state: 'queued',
    notBefore: new Date(Date.now() + 45_000).toISOString(),
    reason: { id: 'outcome.offline', values: { vendor: 'DigiWallet' } },
    actions: ['cancel', 'send-now'],
    subject: '5500131',
  }),
  dispute({ id: 's-sending', state: 'sending', subject: '2024-0822', actions: [] }),
  dispute({
    id: 's-unknown',
    state: 'unknown',
    subject: '2024-0790',
    reason: { id: 'outcome.unknown.reset', values: { vendor: 'Billink', step: 'request-sent' } },
    actions: ['arrived', 'send-again', 'close', 'keep'],
    stateAt: ago(1500),
  }),
  paymentNote({
    id: 's-settling',
    state: 'unknown',
    reason: { id: 'outcome.unknown.reset', values: { vendor: 'Mollie', step: 'request-sent' } },
    looksAt: ago(-2),
    actions: [],
    attempts: [{ ...lost, progress: 'request-sent', reading }],
  }),
  paymentNote({
    id: 's-found',
    state: 'unknown',
    subject: 'tr_oefen1005',
    reason: { id: 'outbox.lookedUp.asks' },
    actions: ['look-again', 'send-again', 'close'],
    attempts: [
      {
        ...lost,
        progress: 'request-sent',
        reading: {
          ...reading,
          look: {
            at: ago(1),
            settlement: 'asks',
            found: '{"order_id":"1004","note":"Webshop: adres gewijzigd","shop":{"nr":42}}',
          },
        },
      },
    ],
  }),
  note({
    id: 's-held',
    state: 'held',
    subject: '5500140',
    reason: { id: 'outbox.accountPaused' },
    actions: ['release', 'cancel'],
  }),
  note({
    id: 's-rejected',
    state: 'rejected',
    subject: '5500199',
    head: [{ text: 'Sale not found.' }],
    fields: {
      saleID: [{ text: 'The sale ID must be numeric and known.' }],
      text: [{ text: 'Too long.' }, { text: 'Contains html.' }],
    },
    actions: ['edit', 'duplicate'],
  }),
  paymentNote({ id: 's-paid', state: 'sent' }),
  paymentNote({ id: 's-gone', state: 'sent', subject: 'tr_oefen1002' }, 'delete'),
  note({ id: 's-withdrawn', state: 'withdrawn', subject: '5500001', attempts: [] }),
  dispute({ id: 's-closed', state: 'closed', subject: '2024-0500', stateAt: ago(20_000) }),
  ...Array.from({ length: 240 }, (_, index) =>
    index % 3 === 0
      ? dispute({
          id: `s${index}`,
          state: 'sent',
          subject: `2024-0${700 - index}`,
          vendorNumber: String(8812 - index),
          stateAt: ago(60 * index),
          createdAt: ago(60 * index + 1),
        })
      : note(
          {
            id: `s${index}`,
            state: 'sent',
            subject: String(5_500_000 + index),
            vendorNumber: String(991_000 + index),
            test: index % 5 === 0,
            stateAt: ago(60 * index),
            createdAt: ago(60 * index + 1),
          },
          (['create', 'update', 'delete'] as const)[index % 3],
        ),
  ),
]

export const knownNotes: KnownNote[] = Array.from({ length: 60 }, (_, index) => ({
  accountId: 'd-practice',
  accountName: 'Oefenwinkel',
  environment: 'practice',
  target: {
    outletID: '10001',
    saleID: String(5_500_100 + index),
    paymentMethodCode: paymentMethods[index % 8]!.code,
    test: index % 5 === 0,
  },
  text: index % 7 === 3 ? null : `Klant belt terug over bezorging (${index})`,
  newest: {
    submissionId: `s${index + 1}`,
    kind: 'note.create',
    state: index % 9 === 4 ? 'unknown' : 'sent',
    at: ago(index * 50),
  },
}))
