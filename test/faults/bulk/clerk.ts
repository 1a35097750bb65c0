import type { BulkRun } from '#shared/domain/bulk.ts'
import type { Desk } from '#main/desk.ts'
import { AppFailure } from '#main/ipc/failure.ts'
import type { AccountIds } from '../harness/accounts.ts'
import { canaryMarker, type BulkOrders, type From } from './orders.ts'

export interface BulkClerkDeps {
  desk: Desk
  accounts: AccountIds
  orders: BulkOrders
  reached(from: From): void
  /** Resolves when something of a run or an item has changed. */
  changed(): Promise<unknown>
}

/** `next` resolves when something has changed since the run was looked at. */
type Step = (run: BulkRun, next: Promise<unknown>) => unknown

/** A person with a spreadsheet: takes it up where it is and does what comes next, as the screens offer it. */
export function bulkClerk({ desk: { handlers, tokens }, accounts, orders, reached, changed }: BulkClerkDeps) {
  const { bulk } = handlers
  const { table } = orders
  const runs = async () => bulk.runs(undefined)
  const theRun = async () => (await runs()).find(({ undoes }) => (undoes !== null) === orders.undoing) ?? null

  async function open(): Promise<void> {
    reached('reading')
    const { token } = await tokens.register({ path: table.file })
    const accountId = table.kind === 'notes' ? accounts.digiwallet : accounts.billink
    await bulk.open({ kind: table.kind, accountId, source: { from: 'token', token } })
  }
  async function undo(): Promise<void> {
    const created = (await runs()).find(({ undoes }) => undoes === null)
    reached('acting')
    if (created) await bulk.undo({ runId: created.id })
  }

  const stopped = { which: ['rejected', 'not-sent'] } satisfies { which: BulkRun['canRetry'] }
  const steps: Record<BulkRun['state'], Step> = {
    async columns({ id: runId, pauseReason, retries, undoes, settings }) {
      // After a start that was broken off the file can be read anew.
      const brokenOff = pauseReason && 'id' in pauseReason && pauseReason.id === 'bulk.start.brokenOff'
      if (brokenOff && !retries && !undoes) await bulk.reread({ runId, settings })
      if (table.kind === 'disputes') await bulk.chooseFiles({ runId, source: 'folder' })
      reached('checking')
      await bulk.check({ runId })
    },
    async checked({ id: runId, pauseReason }) {
      if (pauseReason && !('id' in pauseReason && pauseReason.id === 'bulk.start.brokenOff'))
        throw new Error(`the run was not started: ${JSON.stringify(pauseReason)}`)
      await bulk.setConnections({ runId, connections: orders.connections })
      const { total } = await bulk.confirmation({ runId })
      reached('starting')
      await bulk.start({ runId, total })
    },
    starting: (_, next) => next,
    sending(_, next) {
      reached('sending')
      return next
    },
    async paused({ id: runId }) {
      reached('sending')
      await bulk.resume({ runId })
    },
    stopped: ({ id: runId }) => bulk.retry({ runId, ...stopped }),
    done: () => undefined,
  }

  /** One who is not alone may find that the run has moved on meanwhile. */
  async function step(run: BulkRun, next: Promise<unknown>): Promise<void> {
    try {
      await steps[run.state](run, next)
    } catch (error) {
      if (!orders.inCompany || !(error instanceof AppFailure)) throw error
    }
  }
  /** Does what comes next until it is as wanted; nothing comes after `done`. */
  async function until(wanted: (run: BulkRun) => boolean): Promise<BulkRun> {
    for (;;) {
      const next = changed()
      const run = await theRun()
      if (run && wanted(run)) return run
      if (run) await step(run, next)
      else await (orders.undoing ? undo() : open())
    }
  }
  const isDone = ({ state }: BulkRun) => state === 'done'
  /** On its way, with some more rows done than when the life began. */
  async function untilUnderWay(): Promise<BulkRun> {
    const finished = ({ progress }: BulkRun) => (progress ? progress.total - progress.left : 0)
    const before = await theRun()
    const base = before?.state === 'paused' ? finished(before) : 0
    return until((run) => isDone(run) || (run.state === 'sending' && finished(run) >= base + orders.connections))
  }

  async function waitUntil(is: () => Promise<boolean>): Promise<void> {
    for (;;) {
      const next = changed()
      if (await is()) return
      await next
    }
  }
  /** A row that repeated itself meanwhile has its outcome. */
  async function decideOne(id: string, decision: 'arrived' | 'send-again' | 'close'): Promise<void> {
    try {
      await handlers.outbox.decide({ id, decision, vendorNumber: '' })
    } catch (error) {
      if (!(error instanceof AppFailure)) throw error
    }
  }
  /** Says of each row what became of it; of those a newer row took the place of, that they are closed. */
  async function decideRows(which: (truth: BulkOrders['truths'][number]) => boolean): Promise<void> {
    for (const truth of orders.truths.filter(which)) {
      const page = await bulk.rows({ runId: truth.runId, standing: null, states: ['unknown'], after: truth.row - 1, limit: 1 })
      const [row] = page.items
      if (row?.row !== truth.row || !row.outcome) continue
      const { submissionId, actions } = row.outcome
      const decision = truth.arrived ? 'arrived' : 'send-again'
      await decideOne(submissionId, actions.includes(decision) ? decision : 'close')
    }
  }

  return {
    runs,
    /** Files an item by itself, to the other vendor, and waits for it to come back. */
    async canary(): Promise<void> {
      const marker = canaryMarker(orders.life)
      const dispute = {
        invoice: marker,
        customerName: 'Jan de Vries',
        customerEmail: 'jan@example.nl',
        category: 'retour',
        locale: 'nl',
        message: 'Los geschil.',
      }
      const note = {
        action: 'create' as const,
        outletID: '99999',
        saleID: String(Date.now()),
        paymentMethodCode: 'IDE',
        text: marker,
        test: false,
      }
      const isDispute = table.kind === 'notes'
      const draft = isDispute
        ? await handlers.drafts.create({ kind: 'dispute', accountId: accounts.billink, fields: dispute })
        : await handlers.drafts.create({ kind: 'note', accountId: accounts.digiwallet, fields: note })
      const { id } = await (isDispute ? handlers.disputes : handlers.notes).submit({ draftId: draft.id })
      await waitUntil(async () => (await handlers.history.get({ id })).state === 'sent')
    },
    async act(): Promise<void> {
      switch (orders.act) {
        case 'go on':
          await decideRows(() => true)
          return
        case 'pause': {
          const { id: runId } = await untilUnderWay()
          reached('acting')
          await bulk.pause({ runId })
          return
        }
        case 'stop': {
          const { id: runId } = await untilUnderWay()
          reached('acting')
          await bulk.stop({ runId })
          await waitUntil(async () => ((await theRun())?.progress?.left ?? 0) === 0)
          return
        }
        case 'retry': {
          // A stop that was killed before it was on disk has left a run that is paused.
          const left = await theRun()
          if (left?.state === 'paused') await bulk.stop({ runId: left.id })
          const run = await until(({ state }) => state === 'stopped' || state === 'done')
          reached('acting')
          if (run.canRetry.some((state) => state !== 'left-out')) await bulk.retry({ runId: run.id, ...stopped })
          return
        }
        case 'undo':
          return undo()
        case 'decide': {
          // One word for all holds only of those that it is true of.
          const decision = orders.truths.every(({ arrived }) => arrived) ? 'arrived' : 'send-again'
          await decideRows(({ arrived }) => arrived && decision === 'send-again')
          const run = await theRun()
          reached('acting')
          const total = run?.progress?.unknown ?? 0
          if (run && total > 0) await bulk.decideUnknown({ runId: run.id, decision, total })
        }
      }
    },
    /** To the end of the run, and of what was refused once. */
    async finish(): Promise<void> {
      for (;;) {
        const { id: runId, canRetry } = await until(isDone)
        if (!orders.leaves || !canRetry.includes('rejected')) return
        await bulk.retry({ runId, which: ['rejected'] })
      }
    },
  }
}
