import { setTimeout as sleep } from 'node:timers/promises'
import type { DisputeDraft } from '#shared/vendors/billink/dispute.ts'
import type { Draft } from '#shared/vendors/index.ts'
import type { NoteDraft, NoteAction } from '#shared/vendors/digiwallet/sale-note.ts'
import type { SubmissionAction, SubmissionSummary } from '#shared/domain/submission.ts'
import type { Desk } from '#main/desk.ts'
import { AppFailure } from '#main/ipc/failure.ts'
import { png } from '#test/support/sample-files.ts'
import type { AccountIds } from '../harness/accounts.ts'
import type { Random } from '../harness/random.ts'
import { deleteMarker } from '../harness/vendor.ts'
import type { ClerkEvent } from './events.ts'

export interface ClerkDeps {
  desk: Desk
  accounts: AccountIds
  random: Random
  life: string
  say(event: ClerkEvent): void
}

export const markerOfDraft = (draft: Draft): string => {
  if (draft.kind === 'dispute') return draft.fields.invoice
  const isDelete = draft.kind === 'note' && draft.fields.action === 'delete'
  return isDelete ? deleteMarker(draft.fields.saleID) : draft.fields.text
}
const markerOfItem = (item: SubmissionSummary): string => {
  if (item.kind === 'dispute.create') return item.subject
  return item.kind === 'note.delete' ? deleteMarker(item.subject) : item.excerpt
}
const fileOf = (draft: Draft) => (draft.kind === 'dispute' ? (draft.attachment?.sha256 ?? null) : null)

/** A clerk in a hurry: does whatever a person may do at the desk, in any order, and says what came of it. */
export function clerk({ desk: { handlers, tokens, networkReturned }, accounts, random, life, say }: ClerkDeps) {
  let count = 0
  const sales: { id: string; last: NoteAction | null }[] = []
  const marker = () => `m-${life}-${(count += 1)}`

  const saved = (draft: Draft, as = markerOfDraft(draft)) =>
    say({ type: 'saved', draft: draft.id, marker: as, fileSha256: fileOf(draft) })

  async function file(draft: Draft) {
    say({ type: 'filing', draft: draft.id, marker: markerOfDraft(draft) })
    const submit = draft.kind === 'dispute' ? handlers.disputes.submit : handlers.notes.submit
    const item = await submit({ draftId: draft.id })
    say({ type: 'filed', draft: draft.id, item: item.id, marker: markerOfDraft(draft) })
  }
  async function save(draft: Draft) {
    const text = marker()
    if (draft.kind === 'payment-note' || (draft.kind === 'note' && draft.fields.action === 'delete')) return
    say({ type: 'saving', draft: draft.id, marker: text })
    const { id, revision } = draft
    const after =
      draft.kind === 'dispute'
        ? await handlers.drafts.save({ kind: 'dispute', id, revision, fields: { ...draft.fields, invoice: text } })
        : await handlers.drafts.save({ kind: 'note', id, revision, fields: { ...draft.fields, text } })
    // Whoever is not told otherwise takes what they typed for saved.
    saved(after, text)
  }
  async function attach(draft: DisputeDraft, bytes: number): Promise<void> {
    const { token } = await tokens.register({ name: 'bon.png', bytes: png(bytes) })
    say({ type: 'attaching', draft: draft.id })
    const attached = await handlers.attachments.attach({ draftId: draft.id, token })
    say({ type: 'attached', draft: draft.id, fileSha256: attached.file?.sha256 ?? '' })
  }
  async function dispute(message = 'De klant stuurde de jas terug.'): Promise<DisputeDraft> {
    const fields = {
      invoice: marker(),
      customerName: 'Jan de Vries',
      customerEmail: 'jan@example.nl',
      category: 'retour',
      locale: 'nl',
      message,
    }
    const draft = await handlers.drafts.create({ kind: 'dispute', accountId: accounts.billink, fields: fields })
    saved(draft)
    return draft as DisputeDraft
  }
  async function note(onNewSale = false): Promise<NoteDraft> {
    const open = onNewSale ? [] : sales.filter(({ last }) => last !== 'delete')
    const sale = open.length > 0 && random.chance(0.6) ? random.pick(open) : { id: `${life}${1000 + sales.length}`, last: null }
    if (!sales.includes(sale)) sales.push(sale)
    const action: NoteAction = sale.last === null && random.chance(0.8) ? 'create' : random.pick(['update', 'update', 'delete'])
    sale.last = action
    const fields = { action, outletID: '12345', saleID: sale.id, paymentMethodCode: 'IDE', text: marker(), test: false }
    const draft = await handlers.drafts.create({ kind: 'note', accountId: accounts.digiwallet, fields: fields })
    saved(draft)
    return draft as NoteDraft
  }
  const anyDraft = async () => {
    const drafts = [
      ...(await handlers.drafts.list({ kind: 'dispute' })).items,
      ...(await handlers.drafts.list({ kind: 'note' })).items,
    ]
    return drafts.length > 0 ? handlers.drafts.get({ id: random.pick(drafts).id }) : null
  }
  const anyItem = async (action: SubmissionAction) => {
    const items = (await handlers.outbox.list({ cursor: null, limit: 200 })).items.filter(({ actions }) =>
      actions.includes(action),
    )
    return items.length > 0 ? random.pick(items) : null
  }
  const withItem = async (action: SubmissionAction, act: (item: SubmissionSummary) => unknown) => {
    const item = await anyItem(action)
    if (item) await act(item)
  }

  const acts: [weight: number, act: () => unknown][] = [
    [
      5,
      async () => {
        const draft = await dispute()
        if (random.chance(0.4)) await attach(draft, random.below(60_000))
        if (random.chance(0.75)) await file(draft)
      },
    ],
    [7, async () => file(await note())],
    [3, async () => (await anyDraft().then((draft) => draft && save(draft))) ?? null],
    [2, async () => (await anyDraft().then((draft) => draft && file(draft))) ?? null],
    [
      2,
      () =>
        withItem('cancel', async ({ id }) => {
          say({ type: 'cancelling', item: id })
          const draft = await handlers.outbox.cancel({ id })
          say({ type: 'cancelled', item: id, draft: draft.id, marker: markerOfDraft(draft), fileSha256: fileOf(draft) })
        }),
    ],
    [1, () => withItem('send-now', ({ id }) => handlers.outbox.sendNow({ id }))],
    [1, () => withItem('arrived', ({ id }) => handlers.outbox.decide({ id, decision: 'arrived' }))],
    [2, () => withItem('send-again', ({ id }) => handlers.outbox.decide({ id, decision: 'send-again' }))],
    [1, () => withItem('close', ({ id }) => handlers.outbox.decide({ id, decision: 'close' }))],
    [2, () => withItem('release', ({ accountId }) => handlers.outbox.release({ accountId }))],
    [
      1,
      () =>
        withItem('edit', async ({ id }) => {
          const draft = await handlers.outbox.edit({ id })
          saved(draft)
          await save(draft)
        }),
    ],
    [1, () => handlers.outbox.answerAsking({ send: true })],
    [1, () => networkReturned()],
  ]
  const bag = acts.flatMap(([weight, act]) => Array.from({ length: weight }, () => act))

  /** Another click was first, or the item moved on: what a person is told, and no fault. */
  const quietly = async (act: () => unknown) => {
    try {
      await act()
    } catch (error) {
      if (error instanceof AppFailure && error.failure.kind === 'invalid') return
      say({ type: 'trouble', text: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  }

  async function decide(arrived: ReadonlySet<string>) {
    await quietly(() => handlers.outbox.answerAsking({ send: true }))
    await quietly(() => withItem('release', ({ accountId }) => handlers.outbox.release({ accountId })))
    await quietly(() =>
      withItem('send-again', (item) =>
        handlers.outbox.decide({ id: item.id, decision: arrived.has(markerOfItem(item)) ? 'arrived' : 'send-again' }),
      ),
    )
    await quietly(async () => {
      const item = await anyItem('close')
      if (item && !item.actions.includes('send-again')) await handlers.outbox.decide({ id: item.id, decision: 'close' })
    })
  }

  return {
    dispute,
    attach,
    note,
    save,
    file,
    async work(): Promise<never> {
      for (;;) {
        await quietly(random.pick(bag))
        await sleep(random.below(12))
      }
    },
    /** Lets everything leave that may; with what arrived, also finishes what a person has to say something about. */
    async finish(arrived: ReadonlySet<string> | null): Promise<void> {
      for (;;) {
        const counts = await handlers.outbox.counts(undefined)
        const open = counts.waiting + counts.sending + (arrived ? counts.held + counts.unknown : 0)
        if (open === 0) return say({ type: 'finished' })
        if (arrived) await decide(arrived)
        await sleep(10)
      }
    },
  }
}
