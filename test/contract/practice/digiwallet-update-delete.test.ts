import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { updatePath } from '#shared/vendors/digiwallet/note-text.ts'
import { practice } from './practice-fixture.ts'
import { bearer, exampleNote } from './raw-request.ts'

const failed = (errors: Record<string, string[]>) => ({ json: { status: 1, message: 'Validation failed', errors } })
const patch = (path: string) => ({ method: 'PATCH', path: `/sale-note/${path}`, headers: bearer })
const remove = (path: string) => ({ method: 'DELETE', path: `/sale-note/${path}`, headers: bearer })
const note = '12345/12345678/IDE'

describe('a note is updated by its path', () => {
  for (const [name, path] of Object.entries({ 'with /<test>': `${note}/new%20text/0`, 'without it': `${note}/new%20text` })) {
    test(`${name}: 200 with the documented bytes`, async () => {
      const { server, create, send } = await practice()
      await create(exampleNote)
      const answer = await send(patch(path))
      expect(answer.status).toBe(200)
      expect(answer.text).toBe('{"status":0,"message":"SaleNote successfully updated","saleNoteID":12345}')
      expect(server.state.notes).toEqual([{ saleNoteID: 12345, ...exampleNote, text: 'new text', test: false }])
    })
  }

  for (const [segment, text] of Object.entries({
    'a%2Fb': 'a/b',
    'a%2fb%2F1': 'a/b/1',
    'a+b': 'a+b',
    'a%2Bb': 'a+b',
    'a%2520b': 'a%20b',
    '%2e%2e': '..',
    '..': '..',
    '.': '.',
    'a%5Cb': 'a\\b',
    'a%23b%3Fc%26d': 'a#b?c&d',
    'a%0Ab': 'a\nb',
    '%C3%A9%E2%82%AC%F0%9F%98%80': 'é€😀',
    'Final%20Invoice%20Number%20%2312345': 'Final Invoice Number #12345',
  })) {
    test(`the segment ${segment} is split first and decoded once: ${JSON.stringify(text)}`, async () => {
      const { server, create, send } = await practice()
      await create(exampleNote)
      expect((await send(patch(`${note}/${segment}/0`))).status).toBe(200)
      expect(server.state.notes[0]?.text).toBe(text)
    })
  }

  test('whatever a well-formed text holds, it arrives as it was encoded', async () => {
    const { server, create, send } = await practice()
    await create(exampleNote)
    const text = fc
      .string({ unit: 'binary', minLength: 1, maxLength: 200 })
      .filter((value) => value.isWellFormed() && value.trim() !== '')
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const path = updatePath({ ...exampleNote, text: value, test: false })
        expect((await send({ method: 'PATCH', path, headers: bearer })).status).toBe(200)
        expect(server.state.notes[0]?.text).toBe(value)
      }),
      { numRuns: 300 },
    )
  })

  test('a query and a body are not read', async () => {
    const { server, create, send } = await practice()
    await create(exampleNote)
    const answer = await send({ ...patch(`${note}/x/0?test=1&text=query`), body: 'text=body' })
    expect(answer.status).toBe(200)
    expect(server.state.notes.map(({ text, test: isTest }) => [text, isTest])).toEqual([['x', false]])
  })

  test('a blank text, an unknown sale: the documented errors', async () => {
    const { server, create, send } = await practice()
    await create(exampleNote)
    expect(await send(patch(`${note}//0`))).toMatchObject({ status: 400, ...failed({ text: ['Text cannot be blank.'] }) })
    expect(await send(patch(`${note}/%20`))).toMatchObject({ status: 400, ...failed({ text: ['Text cannot be blank.'] }) })
    expect((await send(patch('12345/99/IDE/%20/0'))).text).toBe(
      '{"status":1,"message":"Validation failed","errors":{"saleID":["Sale not found."],"text":["Text cannot be blank."]}}',
    )
    expect(server.state.notes[0]?.text).toBe(exampleNote.text)
  })

  test('each parameter is checked as in a create, and a segment that is not UTF-8 is invalid', async () => {
    const { create, send } = await practice()
    await create(exampleNote)
    for (const [path, errors] of [
      ['x/12345678/IDE/t/0', { outletID: ['OutletID must be an integer.'] }],
      ['12345/x/IDE/t/0', { saleID: ['SaleID must be an integer.'] }],
      ['12345/12345678/ide/t/0', { paymentMethodCode: ['PaymentMethodCode is invalid.'] }],
      [`${note}/t/2`, { test: ['Test must be either "1" or "0".'] }],
      [`${note}/%FF/0`, { text: ['Text is invalid.'] }],
      [`${note}/%ED%A0%80/0`, { text: ['Text is invalid.'] }],
      [`${note}/100%/0`, { text: ['Text is invalid.'] }],
      ['12345/12345678//t/0', { paymentMethodCode: ['PaymentMethodCode cannot be blank.'] }],
    ] as const) {
      expect(await send(patch(path)), path).toMatchObject({ status: 400, json: { errors } })
    }
  })

  test('a known sale without a note: our reading, "Sale note not found."', async () => {
    const { server, send } = await practice()
    expect(await send(patch(`${note}/x/0`))).toMatchObject({ status: 400, ...failed({ saleID: ['Sale note not found.'] }) })
    expect(server.state.notes).toEqual([])
  })

  test('of several notes of one sale, the newest', async () => {
    const { server, create, send } = await practice()
    await create({ ...exampleNote, text: 'first' })
    await create({ ...exampleNote, text: 'second' })
    expect((await send(patch(`${note}/changed/0`))).json).toMatchObject({ saleNoteID: 12346 })
    expect(server.state.notes.map(({ text }) => text)).toEqual(['first', 'changed'])
  })
})

describe('a note is deleted by its path', () => {
  for (const [name, path] of Object.entries({
    'with /<test>': `${note}/0`,
    'without it': note,
    'with an empty one': `${note}/`,
  })) {
    test(`${name}: 200 with the documented bytes, without a saleNoteID`, async () => {
      const { server, create, send } = await practice()
      await create(exampleNote)
      const answer = await send(remove(path))
      expect(answer.status).toBe(200)
      expect(answer.text).toBe('{"status":0,"message":"SaleNote successfully deleted"}')
      expect(server.state.notes).toEqual([])
    })
  }

  test('an unknown sale, and a note that is gone: the documented error, whose status a switch moves', async () => {
    for (const notFoundStatus of [400, 404] as const) {
      const { create, send } = await practice({ notFoundStatus })
      await create(exampleNote)
      await send(remove(`${note}/0`))
      for (const path of [`${note}/0`, '12345/99/IDE/0', '12345/99/IDE']) {
        const answer = await send(remove(path))
        expect(answer.status).toBe(notFoundStatus)
        expect(answer.text).toBe('{"status":1,"message":"Validation failed","errors":{"saleID":["Sale not found."]}}')
      }
    }
  })

  test('each parameter is checked', async () => {
    const { send } = await practice()
    expect(await send(remove(`${note}/text`))).toMatchObject({
      status: 400,
      ...failed({ test: ['Test must be either "1" or "0".'] }),
    })
    expect(await send(remove('x/y/z'))).toMatchObject({
      status: 400,
      ...failed({
        outletID: ['OutletID must be an integer.'],
        paymentMethodCode: ['PaymentMethodCode is invalid.'],
        saleID: ['SaleID must be an integer.'],
      }),
    })
  })

  test('what the document calls query string parameters is in the path: a query alone deletes nothing', async () => {
    const { server, create, send } = await practice()
    await create(exampleNote)
    const path = '/sale-note?outletID=12345&saleID=12345678&paymentMethodCode=IDE'
    expect((await send({ method: 'DELETE', path, headers: bearer })).status).toBe(405)
    expect(server.state.notes).toHaveLength(1)
  })
})

describe('the test administration', () => {
  test('test notes are kept apart: an update or delete with test=1 never touches a real note, nor the other way round', async () => {
    const { server, create, send } = await practice()
    await create({ ...exampleNote, text: 'real' })
    expect(await send(patch(`${note}/x/1`))).toMatchObject({ status: 400, ...failed({ saleID: ['Sale note not found.'] }) })
    expect(await send(remove(`${note}/1`))).toMatchObject({ status: 400, ...failed({ saleID: ['Sale not found.'] }) })
    await create({ ...exampleNote, text: 'test', test: '1' })
    await send(patch(`${note}/test%20changed/1`))
    const texts = () => server.state.notes.map((each) => [each.text, each.test])
    expect(texts()).toEqual([
      ['real', false],
      ['test changed', true],
    ])
    await send(remove(`${note}/0`))
    expect(texts()).toEqual([['test changed', true]])
  })

  test('a test note needs no sale, and can still be referred to', async () => {
    const { server, create, send } = await practice()
    expect((await create({ ...exampleNote, outletID: '1', saleID: '2', test: '1' })).status).toBe(201)
    expect((await send(patch('1/2/IDE/changed/1'))).status).toBe(200)
    expect(server.state.notes[0]?.text).toBe('changed')
    expect((await send(remove('1/2/IDE/1'))).status).toBe(200)
  })

  test('test is off when it is not given', async () => {
    const { server, create } = await practice()
    await create(exampleNote)
    expect(server.state.notes[0]?.test).toBe(false)
  })

  test('an outlet in test mode forces test to 1 and its answers do not say so', async () => {
    const { server, create, send } = await practice({ testModeOutlets: new Set(['777']) })
    const sale = { ...exampleNote, outletID: '777', saleID: '2', test: '0' }
    expect((await create(sale)).text).toBe('{"status":0,"message":"SaleNote successfully created","saleNoteID":12345}')
    expect(server.state.notes[0]?.test).toBe(true)
    expect((await send(patch('777/2/IDE/x/0'))).text).toBe(
      '{"status":0,"message":"SaleNote successfully updated","saleNoteID":12345}',
    )
    expect((await send(remove('777/2/IDE'))).text).toBe('{"status":0,"message":"SaleNote successfully deleted"}')
    expect(server.state.notes).toEqual([])
  })
})
