import { describe, expect, test, vi } from 'vitest'
import { disputeCall, exampleDispute } from './dispute-call.ts'
import { practice } from './practice-fixture.ts'
import { bearer, exampleNote, type RawRequest } from './raw-request.ts'

const statuses = {
  401: 'Unauthorized',
  403: 'Forbidden',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}
const call = (method: string, saleID: string, rest: string): RawRequest => ({
  method,
  path: `/sale-note/12345/${saleID}/IDE/${rest}`,
  headers: bearer,
})

describe('demonstration sales', () => {
  for (const [status, message] of Object.entries(statuses)) {
    test(`99000${status} is answered ${status} by create, update and delete, test or not, and nothing is carried out`, async () => {
      const { server, create, send } = await practice()
      const saleID = `99000${status}`
      for (const answer of [
        await create({ ...exampleNote, saleID }),
        await create({ ...exampleNote, saleID, test: '1' }),
        await create({ ...exampleNote, saleID }),
        await send(call('PATCH', saleID, 'x/0')),
        await send(call('DELETE', saleID, '1')),
      ]) {
        expect(answer).toMatchObject({ status: Number(status), json: { status: 1, message } })
        expect(answer.headers['retry-after']).toBe(status === '429' ? '2' : undefined)
      }
      expect(server.state.notes).toEqual([])
    })
  }

  test('99000504 is carried out, then the connection is reset: create, update, delete', async () => {
    const { server, create, send } = await practice()
    const reset = { code: 'ECONNRESET' }
    await expect(create({ ...exampleNote, saleID: '99000504' })).rejects.toMatchObject(reset)
    expect(server.state.notes).toMatchObject([{ saleID: '99000504', text: exampleNote.text }])
    await expect(send(call('PATCH', '99000504', 'x/0'))).rejects.toMatchObject(reset)
    expect(server.state.notes).toMatchObject([{ text: 'x' }])
    await expect(send(call('DELETE', '99000504', '0'))).rejects.toMatchObject(reset)
    expect(server.state.notes).toEqual([])
    expect((await send(call('DELETE', '99000504', '0'))).json).toMatchObject({ errors: { saleID: ['Sale not found.'] } })
  })

  test('99000598 is carried out and never answered; closing the environment breaks it off', async () => {
    const { server, create } = await practice()
    const outcome = vi.fn<(outcome: unknown) => void>()
    const pending = create({ ...exampleNote, saleID: '99000598' }).then(outcome, outcome)
    await vi.waitFor(() => expect(server.state.notes).toHaveLength(1))
    await create(exampleNote)
    expect(outcome).not.toHaveBeenCalled()
    await server.close()
    await pending
    expect(outcome).toHaveBeenCalledWith(expect.objectContaining({ code: 'ECONNRESET' }))
  })

  test('99001NNN goes wrong the first time of each operation, then works', async () => {
    const { create, send } = await practice()
    const note = { ...exampleNote, saleID: '99001500' }
    expect([(await create(note)).status, (await create(note)).status]).toEqual([500, 201])
    const update = call('PATCH', '99001500', 'x/0')
    expect([(await send(update)).status, (await send(update)).status]).toEqual([500, 200])
    const remove = call('DELETE', '99001500', '0')
    expect([(await send(remove)).status, (await send(remove)).status]).toEqual([500, 200])
  })

  test('a wrong key and wrong parameters come first', async () => {
    const { create, send } = await practice()
    expect((await send({ ...call('DELETE', '99000500', '0'), headers: {} })).status).toBe(401)
    expect((await create({ ...exampleNote, saleID: '99000500', text: '' })).status).toBe(400)
  })

  for (const saleID of ['99000200', '990005001', '99002500', '099000500']) {
    test(`${saleID} is an ordinary number`, async () => {
      const { create } = await practice()
      expect((await create({ ...exampleNote, saleID })).json).toMatchObject({ errors: { saleID: ['Sale not found.'] } })
      expect((await create({ ...exampleNote, saleID, test: '1' })).status).toBe(201)
    })
  }
})

describe('demonstration invoices', () => {
  for (const [status, error] of Object.entries({ 400: 'Bad Request', ...statuses })) {
    test(`DEMO-${status} is answered ${status} in Billink's shape, not filed`, async () => {
      const { server, send } = await practice()
      for (let turn = 0; turn < 2; turn++) {
        const answer = await send(disputeCall({ ...exampleDispute, invoice: `DEMO-${status}` }))
        expect(answer).toMatchObject({ status: Number(status), json: { code: Number(status), message: error, error } })
        expect(answer.headers['retry-after']).toBe(status === '429' ? '2' : undefined)
      }
      expect(server.state.disputes).toEqual([])
    })
  }

  test('DEMO-500-ONCE goes wrong once', async () => {
    const { send } = await practice()
    const file = disputeCall({ ...exampleDispute, invoice: 'DEMO-500-ONCE' })
    expect([(await send(file)).status, (await send(file)).status]).toEqual([500, 200])
  })

  test('DEMO-RESET is filed, then the connection is reset', async () => {
    const { server, send } = await practice()
    await expect(send(disputeCall({ ...exampleDispute, invoice: 'DEMO-RESET' }))).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(server.state.disputes).toMatchObject([{ invoice: 'DEMO-RESET' }])
  })

  test('DEMO-SILENT is filed and never answered', async () => {
    const { server, send } = await practice()
    const outcome = vi.fn<(outcome: unknown) => void>()
    const pending = send(disputeCall({ ...exampleDispute, invoice: 'DEMO-SILENT' })).then(outcome, outcome)
    await vi.waitFor(() => expect(server.state.disputes).toHaveLength(1))
    await send(disputeCall(exampleDispute))
    expect(outcome).not.toHaveBeenCalled()
    await server.close()
    await pending
    expect(outcome).toHaveBeenCalledWith(expect.objectContaining({ code: 'ECONNRESET' }))
  })
})
