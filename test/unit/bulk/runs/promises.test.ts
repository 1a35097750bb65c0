import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Payload } from '#shared/vendors/index.ts'
import { afterCrash, afterQuit, bulkDesk, noteRow, noteTable, type BulkDeskUnderTest } from '#test/support/bulk-desk.ts'
import { settled } from '#test/support/fake-clock.ts'
import { answers } from '#test/support/played-vendor.ts'

const row = fc.record({ sale: fc.integer({ min: 1, max: 5 }), action: fc.constantFrom('create', 'create', 'update', 'delete') })
const outcomes = ['accepts', 'accepts', 'refuses', 'isSilent', 'fails', 'isUnreachable', 'isBusy', 'refusesKey', 'waits'] as const
type Outcome = (typeof outcomes)[number]
const step = fc.oneof(
  fc.record({ act: fc.constant('pass' as const), ms: fc.constantFrom(100, 5_000, 20_000, 700_000) }),
  fc.record({ act: fc.constant('answer' as const), outcome: fc.constantFrom(...outcomes.filter((one) => one !== 'waits')) }),
  fc.record({ act: fc.constant('decide' as const), decision: fc.constantFrom('arrived' as const, 'send-again' as const) }),
  fc.record({ act: fc.constant('connect' as const), connections: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ act: fc.constantFrom('pause', 'resume', 'resume', 'stop', 'network', 'crash', 'quit', 'retry') }),
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const answerFor = (outcome: Outcome) =>
  outcome === 'waits' ? null : outcome === 'isBusy' ? answers.isBusy(30_000) : answers[outcome]()
const noteOf = (payload: Payload) => (payload.kind === 'note' ? payload.target.saleID : '')
const rowOf = (payload: Payload) => (payload.kind === 'note' && payload.text ? Number(payload.text.replace('rij ', '')) : null)

const arrives: ReadonlySet<Outcome> = new Set(['accepts', 'isSilent', 'fails', 'waits'])

interface Left {
  row: number | null
  note: string
  isCreate: boolean
  mayHaveArrived: boolean
  /** A row that goes back to the check is a new item, made after all others. */
  round: number
}

/** A vendor that behaves as it likes; what left is remembered across restarts. */
function world(plan: readonly Outcome[]) {
  const left: Left[] = []
  /** How often a person said that a row goes again. */
  const allowed = new Map<number, number>()
  let open: Left[] = []
  let turn = 0
  let round = 1
  let most = 0
  return {
    left,
    allowed,
    mostOfOneNote: () => most,
    /** Plays this desk's vendor; a computer that lost power sends no more. */
    play(desk: BulkDeskUnderTest) {
      const life = { isOver: false, calm: false }
      desk.vendor.answer = (payload) => {
        if (life.isOver) return answers.isUnreachable()
        const outcome = life.calm ? 'accepts' : (plan[(turn += 1) % plan.length] ?? 'accepts')
        const isCreate = payload.kind === 'note' && payload.action === 'create'
        const request = { row: rowOf(payload), note: noteOf(payload), isCreate, mayHaveArrived: arrives.has(outcome), round }
        left.push(request)
        most = Math.max(most, 1 + open.filter(({ note }) => note === request.note).length)
        if (outcome === 'waits') open.push(request)
        return answerFor(outcome)
      }
      return life
    },
    /** Everything that waits has this answer. */
    answered(desk: BulkDeskUnderTest, outcome: Outcome) {
      for (const request of open) request.mayHaveArrived = arrives.has(outcome)
      open = []
      desk.vendor.letGo(answerFor(outcome) ?? {})
    },
    anotherRound() {
      round += 1
    },
    /** The computer loses power: nobody hears what the vendor says. */
    lost() {
      open = []
    },
  }
}
type World = ReturnType<typeof world>

/** False where the number is another one by now, and nothing was decided. */
async function decideAll(
  desk: BulkDeskUnderTest,
  id: string,
  decision: 'arrived' | 'send-again',
  total: number,
): Promise<boolean> {
  if (total === 0) return false
  try {
    await desk.bulk.decideUnknown({ runId: id, decision, total })
    return true
  } catch (error) {
    expect(error).toMatchObject({ message: 'bulk.totalChanged' })
    expect((await desk.progress(id)).unknown).not.toBe(total)
    return false
  }
}

async function act(desk: BulkDeskUnderTest, id: string, around: World, todo: Step): Promise<void> {
  const { state, canRetry } = await desk.get(id)
  switch (todo.act) {
    case 'pass':
      return desk.clock.pass(todo.ms)
    case 'answer':
      return around.answered(desk, todo.outcome)
    case 'connect':
      await desk.bulk.setConnections({ runId: id, connections: todo.connections })
      return
    case 'network':
      return desk.desk.networkReturned()
    case 'pause':
      if (state === 'sending') await desk.bulk.pause({ runId: id })
      return
    case 'resume':
      // It waits for what is under way, and meanwhile the person does other things.
      if (state === 'paused') void Promise.allSettled([desk.bulk.resume({ runId: id })])
      return
    case 'stop':
      if (state === 'sending' || state === 'paused') await desk.bulk.stop({ runId: id })
      return
    case 'decide': {
      const unknown = (await desk.rows(id)).filter(({ outcome }) => outcome?.state === 'unknown')
      if (await decideAll(desk, id, todo.decision, unknown.length)) {
        for (const { row: number } of todo.decision === 'send-again' ? unknown : []) {
          around.allowed.set(number, (around.allowed.get(number) ?? 0) + 1)
        }
      }
      return
    }
    case 'retry':
      if (canRetry.length === 0) return
      await desk.bulk.retry({ runId: id, which: canRetry })
      around.anotherRound()
      await desk.start(id)
      await desk.reaches(id, 'sending', 'paused', 'stopped', 'done')
      return
    case 'crash':
    case 'quit':
      throw new Error('The desk that carries on is another one')
  }
}

/** The trouble is over: the person goes on until nothing is left. */
async function toTheEnd(desk: BulkDeskUnderTest, id: string, around: World): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) {
    const { state, progress } = await desk.get(id)
    if ((state === 'done' || state === 'stopped') && progress?.left === 0) return
    around.answered(desk, 'accepts')
    await desk.clock.pass(60_000)
    // An earlier click may have done it meanwhile.
    if (state === 'paused') await Promise.allSettled([desk.bulk.resume({ runId: id })])
    await decideAll(desk, id, 'arrived', (await desk.progress(id)).unknown)
    await settled()
  }
  throw new Error(`It never ended: ${JSON.stringify(await desk.get(id))}`)
}

test('no create arrives twice without a word, no row is lost, and notes keep their order', { timeout: 240_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 14 }),
      fc.array(fc.constantFrom(...outcomes), { minLength: 1, maxLength: 12 }),
      fc.array(step, { maxLength: 14 }),
      async (rows, plan, steps) => {
        const around = world(plan)
        const desks = [await bulkDesk()]
        let desk = desks[0] as BulkDeskUnderTest
        await desk.desk.start()
        let life = around.play(desk)
        // Rows of the file are numbered from two.
        const table = rows.map(({ sale, action }, at) =>
          noteRow(sale, { action, text: action === 'delete' ? '' : `rij ${at + 2}` }),
        )
        const { id } = await desk.checked(noteTable(...table))
        await desk.bulk.setIncludeDuplicates({ runId: id, include: true })
        await desk.start(id)
        await desk.reaches(id, 'sending', 'paused', 'done')
        for (const todo of steps) {
          if (todo.act === 'crash' || todo.act === 'quit') {
            life.isOver = true
            around.lost()
            desk = todo.act === 'crash' ? await afterCrash(desk) : await afterQuit(desk)
            desks.push(desk)
            life = around.play(desk)
          } else {
            await act(desk, id, around, todo)
          }
          await settled()
          expect((await desk.progress(id)).total).toBe(rows.length)
        }
        life.calm = true
        await toTheEnd(desk, id, around)
        for (const one of desks) await one.close()

        const { left, allowed } = around
        for (const [at] of rows.entries()) {
          const arrived = left.filter(
            ({ row: number, isCreate, mayHaveArrived }) => number === at + 2 && isCreate && mayHaveArrived,
          )
          expect(arrived.length, `row ${at + 2}`).toBeLessThanOrEqual(1 + (allowed.get(at + 2) ?? 0))
        }
        const lastOf = new Map<string, number>()
        for (const { note, row: number, mayHaveArrived, round } of left) {
          if (number === null || !mayHaveArrived) continue
          expect(number, `sale ${note}`).toBeGreaterThanOrEqual(lastOf.get(`${round} ${note}`) ?? 0)
          lastOf.set(`${round} ${note}`, number)
        }
        expect(around.mostOfOneNote()).toBeLessThanOrEqual(1)
      },
    ),
    { numRuns: 30 },
  )
})
