import { describe, expect, test } from 'vitest'
import { disputeAnswerAttributes } from '#shared/vendors/billink/dispute.ts'
import { practiceBillinkId } from '#main/vendors/billink/practice/credentials.ts'
import { disputeCall, exampleDispute } from './dispute-call.ts'
import { practice } from './practice-fixture.ts'

const refused = (message: string) => ({ status: 400, json: { code: 400, message, error: 'Bad Request' } })

describe('a dispute is filed', () => {
  test('the 200 has the fifteen attributes of the document, in its order and with its types', async () => {
    const { send } = await practice({ now: () => new Date('2026-03-04T05:06:07.089Z') })
    const answer = await send(disputeCall(exampleDispute))
    expect(answer.status).toBe(200)
    expect(Object.keys(answer.json as object)).toEqual([...disputeAnswerAttributes])
    expect(answer.json).toMatchObject({
      category: exampleDispute.category,
      client: expect.objectContaining({ name: expect.any(String) }),
      createdAt: { date: '2026-03-04 05:06:07.089000', timezone_type: 3, timezone: 'UTC' },
      currentStep: expect.any(Object),
      customer: { name: exampleDispute.customerName, email: exampleDispute.customerEmail },
      disputeContent: [{ message: exampleDispute.message, invoice: exampleDispute.invoice, locale: 'nl', file: null }],
      emails: expect.any(Array),
      freshDeskTicket: expect.any(Object),
      id: 1001,
      notificationMode: expect.any(String),
      owner: expect.any(Object),
      resolved: false,
      resolvedAt: null,
      status: 'open',
      steps: expect.any(Array),
    })
  })

  test('with everything as it was sent, each with an ID of its own, and nothing that tells the billinkId', async () => {
    const { server, send } = await practice()
    const dispute = {
      ...exampleDispute,
      message: 'Regel 1\n"Regel 2" \\ é€😀',
      category: 'Zelf bedacht',
      locale: 'fy',
      invoice: 'F/2026 #1',
    }
    const answers = [await send(disputeCall(dispute)), await send(disputeCall(dispute))]
    expect(answers.map(({ json }) => (json as { id: number }).id)).toEqual([1001, 1002])
    const { billinkId: _, billinkUsername: __, ...kept } = dispute
    expect(server.state.disputes).toMatchObject([{ id: 1001, ...kept, file: null }, { id: 1002 }])
    expect(JSON.stringify([server.state, answers])).not.toContain(practiceBillinkId)
  })

  test('at `POST /`, as documented, and at the dispute URL', async () => {
    const { server, send } = await practice()
    expect((await send({ ...disputeCall(exampleDispute), path: '/' })).status).toBe(200)
    const { billinkId: billinkID, ...others } = exampleDispute
    expect((await send(disputeCall({ billinkID, ...others }))).status, 'as Billink’s other calls spell it').toBe(200)
    expect(server.disputeUrl).toBe(`${server.origin}/billink/`)
    expect((await send({ ...disputeCall(exampleDispute), path: new URL(server.disputeUrl).pathname })).status).toBe(200)
  })
})

describe('a dispute is refused with 400: code, message, error', () => {
  for (const name of Object.keys(exampleDispute)) {
    test(`${name} is required`, async () => {
      const { server, send } = await practice()
      const { [name]: _, ...others } = exampleDispute as Record<string, string>
      expect(await send(disputeCall(others))).toMatchObject(refused(`${name} is required`))
      expect((await send(disputeCall({ ...others, [name]: ' ' }))).json).toMatchObject({
        message: expect.stringContaining(`${name} is required`),
      })
      expect(await send(disputeCall({ ...others, [name]: 1 }))).toMatchObject(refused(`${name} must be a string`))
      expect(server.state.disputes).toEqual([])
    })
  }

  test('all that is wrong is said at once', async () => {
    const { send } = await practice()
    const { category: _, invoice: __, ...others } = exampleDispute
    expect(await send(disputeCall({ ...others, customerEmail: 'not an address' }))).toMatchObject(
      refused('category is required; customerEmail must be an email address; invoice is required'),
    )
  })

  for (const [name, credentials] of Object.entries({
    'a wrong billinkId': { billinkId: 'wrong' },
    'a wrong billinkUsername': { billinkUsername: 'wrong' },
  })) {
    test(`${name}: the documented 400, or 401 and 403 by a switch`, async () => {
      const call = disputeCall({ ...exampleDispute, ...credentials })
      const message = 'billinkId or billinkUsername is not known'
      const { send, server } = await practice()
      expect(await send(call)).toMatchObject(refused(message))
      expect(server.state.disputes).toEqual([])
      for (const [status, error] of [
        [401, 'Unauthorized'],
        [403, 'Forbidden'],
      ] as const) {
        const switched = await practice({ billinkUnauthorizedStatus: status })
        expect(await switched.send(call)).toMatchObject({ status, json: { code: status, message, error } })
      }
    })
  }

  for (const [body, message] of [
    ['', 'Body is not valid JSON.'],
    ['{"billinkId":', 'Body is not valid JSON.'],
    ['[]', 'Body is not a JSON object.'],
    ['null', 'Body is not a JSON object.'],
    ['{"file":"aGk=', 'Body is not valid JSON.'],
    ['{"file":"aGk="} x', 'Body is not valid JSON.'],
  ] as const) {
    test(`the body ${body || '(empty)'}`, async () => {
      const { send } = await practice()
      expect(await send(disputeCall(body))).toMatchObject(refused(message))
    })
  }

  for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
    test(`Content-Type "${type}"`, async () => {
      const { send } = await practice()
      const call = disputeCall(exampleDispute)
      expect(await send({ ...call, headers: { 'Content-Type': type } })).toMatchObject(
        refused('Content-Type must be application/json'),
      )
    })
  }
})

describe('other methods', () => {
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
    test(`${method} is answered 405`, async () => {
      const { send } = await practice()
      const answer = await send({ method, path: '/' })
      expect(answer).toMatchObject({ status: 405, headers: { allow: 'POST' } })
      expect(answer.json).toEqual({ code: 405, message: 'Method Not Allowed', error: 'Method Not Allowed' })
    })
  }
})
