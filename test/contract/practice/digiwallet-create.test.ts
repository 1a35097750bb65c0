import { describe, expect, test } from 'vitest'
import { paymentMethods } from '#shared/vendors/digiwallet/sale-note-fields.ts'
import { practice } from './practice-fixture.ts'
import { bearer, createByForm, exampleNote } from './raw-request.ts'

const failed = (errors: Record<string, string[]>) => JSON.stringify({ status: 1, message: 'Validation failed', errors })

describe('a note is created', () => {
  test("with the document's example, answered 201 with the documented bytes", async () => {
    const { server, create } = await practice()
    const answer = await create({ ...exampleNote, test: '0' })
    expect(answer.status).toBe(201)
    expect(answer.text).toBe('{"status":0,"message":"SaleNote successfully created","saleNoteID":12345}')
    expect(server.state.notes).toEqual([{ saleNoteID: 12345, ...exampleNote, test: false }])
  })

  test('each with an integer ID of its own', async () => {
    const { server, create } = await practice()
    await create(exampleNote)
    await create({ ...exampleNote, saleID: '12345679' })
    expect(server.state.notes.map((note) => note.saleNoteID)).toEqual([12345, 12346])
  })

  test('from a form, byte for byte: +, %, &, line breaks, Unicode', async () => {
    const { server, create } = await practice()
    const text = ' 100 % + tax & more = <b>"é€😀"</b>\r\nsecond line\ttab /\\ .. '
    expect((await create({ ...exampleNote, text })).status).toBe(201)
    expect(server.state.notes[0]?.text).toBe(text)
  })

  test('from JSON, with identifiers as text or numbers', async () => {
    const { server, send } = await practice()
    const headers = { ...bearer, 'Content-Type': 'application/json; charset=utf-8' }
    const text = 'Regel 1\nRegel 2 "é€😀"'
    const asText = { ...exampleNote, text, test: '0' }
    const asNumbers = { ...exampleNote, outletID: 12345, saleID: 12345678, text, test: 1 }
    for (const fields of [asText, asNumbers]) {
      expect((await send({ method: 'POST', path: '/sale-note', headers, body: JSON.stringify(fields) })).status).toBe(201)
    }
    expect(server.state.notes.map((note) => [note.text, note.test])).toEqual([
      [text, false],
      [text, true],
    ])
  })

  test('on a sale whose number begins with zeros, and only by that number', async () => {
    const { create } = await practice()
    const sale = { outletID: '12346', paymentMethodCode: 'IDE', text: 'x' }
    expect((await create({ ...sale, saleID: '00020265' })).status).toBe(201)
    expect((await create({ ...sale, saleID: '20265' })).text).toBe(failed({ saleID: ['Sale not found.'] }))
  })

  test('with the last of a parameter given twice, as PHP reads forms', async () => {
    const { server, send } = await practice()
    const twice = createByForm(exampleNote)
    await send({ ...twice, body: `${String(twice.body)}&text=last` })
    expect(server.state.notes[0]?.text).toBe('last')
  })
})

describe('required parameters', () => {
  test('the documented example: an unknown sale and a blank text, together, in that order', async () => {
    const { create } = await practice()
    const answer = await create({ ...exampleNote, saleID: '99', text: '' })
    expect(answer.status).toBe(400)
    expect(answer.text).toBe(
      '{"status":1,"message":"Validation failed","errors":{"saleID":["Sale not found."],"text":["Text cannot be blank."]}}',
    )
  })

  const sentences = {
    outletID: 'OutletID cannot be blank.',
    paymentMethodCode: 'PaymentMethodCode cannot be blank.',
    saleID: 'SaleID cannot be blank.',
    text: 'Text cannot be blank.',
  }
  for (const [name, sentence] of Object.entries(sentences)) {
    test(`${name} absent, empty or blank: "${sentence}"`, async () => {
      const { server, create } = await practice()
      const { [name]: _, ...others } = { ...exampleNote } as Record<string, string>
      for (const fields of [others, { ...others, [name]: '' }, { ...others, [name]: ' \n ' }]) {
        expect(await create(fields)).toMatchObject({ status: 400, text: failed({ [name]: [sentence] }) })
      }
      expect(server.state.notes).toEqual([])
    })
  }

  test('nothing at all: every one of them, in document order', async () => {
    const { create } = await practice()
    const answer = await create({})
    expect(answer.text).toBe(failed(Object.fromEntries(Object.entries(sentences).map(([name, text]) => [name, [text]]))))
  })

  for (const value of ['12a', '1.5', '-1', '1e3', '٣', ' 12345', '0x1']) {
    test(`"${value}" is no number of an outlet or a sale`, async () => {
      const { create } = await practice()
      expect((await create({ ...exampleNote, outletID: value, test: '1' })).json).toMatchObject({
        errors: { outletID: ['OutletID must be an integer.'] },
      })
      expect((await create({ ...exampleNote, saleID: value, test: '1' })).json).toMatchObject({
        errors: { saleID: ['SaleID must be an integer.'] },
      })
    })
  }

  test('the eight documented payment methods are accepted, with test', async () => {
    const { server, create } = await practice()
    for (const { code } of paymentMethods) {
      expect((await create({ ...exampleNote, paymentMethodCode: code, test: '1' })).status).toBe(201)
    }
    expect(server.state.notes.map((note) => note.paymentMethodCode)).toEqual([
      'AFP',
      'MRC',
      'BWI',
      'CRC',
      'DRD',
      'IDE',
      'PSC',
      'SOF',
    ])
  })

  for (const code of ['XXX', 'ide', 'DEB', 'WAL', 'IDEAL', 'IDE ']) {
    test(`"${code}" is no documented payment method`, async () => {
      const { create } = await practice()
      expect((await create({ ...exampleNote, paymentMethodCode: code })).text).toBe(
        failed({ paymentMethodCode: ['PaymentMethodCode is invalid.'] }),
      )
    })
  }

  for (const value of ['2', 'true', 'yes', '01']) {
    test(`test="${value}" is neither "1" nor "0"`, async () => {
      const { create } = await practice()
      expect((await create({ ...exampleNote, test: value })).text).toBe(failed({ test: ['Test must be either "1" or "0".'] }))
    })
  }
})

describe('bodies that cannot be read', () => {
  const post = (type: string | null, body: string | Buffer) => ({
    method: 'POST',
    path: '/sale-note',
    headers: { ...bearer, ...(type === null ? {} : { 'Content-Type': type }) },
    body,
  })
  const cases = {
    'JSON that is not': [post('application/json', '{"outletID":'), 'Body is not valid JSON.'],
    'JSON that is no object': [post('application/json', '["x"]'), 'Body is not a JSON object.'],
    'bytes that are not UTF-8': [post('application/json', Buffer.from([0x7b, 0xff, 0x7d])), 'Body is not valid UTF-8.'],
    'another type': [
      post('text/plain', 'outletID=12345'),
      'Content-Type must be application/x-www-form-urlencoded or application/json.',
    ],
    'no type': [post(null, 'outletID=12345'), 'Content-Type must be application/x-www-form-urlencoded or application/json.'],
  } as const
  for (const [name, [request, message]] of Object.entries(cases)) {
    test(`${name}: 400 and a sentence`, async () => {
      const { send } = await practice()
      expect(await send(request)).toMatchObject({ status: 400, json: { status: 1, message } })
    })
  }

  test('a JSON parameter that is an object is invalid, and prototype keys change nothing', async () => {
    const { send } = await practice()
    const body = '{"outletID":"12345","saleID":"12345678","paymentMethodCode":"IDE","text":{"a":1},"__proto__":{"test":"1"}}'
    expect((await send(post('application/json', body))).text).toBe(failed({ text: ['Text is invalid.'] }))
  })
})

describe('a second create for the same outlet, sale, method and test', () => {
  test('is accepted by default', async () => {
    const { server, create } = await practice()
    await create(exampleNote)
    expect((await create({ ...exampleNote, text: 'second' })).status).toBe(201)
    expect(server.state.notes).toHaveLength(2)
  })

  test('is refused by the switch, as a validation error; another sale, or the test side, is not', async () => {
    const { server, create } = await practice({ refuseSecondCreate: true })
    await create(exampleNote)
    expect(await create({ ...exampleNote, text: 'second' })).toMatchObject({
      status: 400,
      text: failed({ saleID: ['Sale already has a note.'] }),
    })
    expect((await create({ ...exampleNote, test: '1' })).status).toBe(201)
    expect((await create({ ...exampleNote, saleID: '12345679' })).status).toBe(201)
    expect(server.state.notes.map((note) => note.text)).not.toContain('second')
  })
})

describe('"Sale not found."', () => {
  for (const [name, other] of Object.entries({
    'an unknown number': { saleID: '87654321' },
    'the number of another outlet': { outletID: '12346' },
    'another method than the sale was paid by': { paymentMethodCode: 'MRC' },
  })) {
    test(`for ${name}, unless test is 1`, async () => {
      const { create } = await practice()
      expect(await create({ ...exampleNote, ...other })).toMatchObject({
        status: 400,
        text: failed({ saleID: ['Sale not found.'] }),
      })
      expect((await create({ ...exampleNote, ...other, test: '0' })).status).toBe(400)
      expect((await create({ ...exampleNote, ...other, test: '1' })).status).toBe(201)
    })
  }

  for (const status of [200, 400, 404] as const) {
    test(`may be carried by HTTP ${status}, by a switch; other validation errors stay 400`, async () => {
      const { create } = await practice({ notFoundStatus: status })
      expect(await create({ ...exampleNote, saleID: '1' })).toMatchObject({
        status,
        text: failed({ saleID: ['Sale not found.'] }),
      })
      expect((await create({ ...exampleNote, saleID: '1', text: '' })).status).toBe(400)
      expect((await create({ ...exampleNote, text: '' })).status).toBe(400)
    })
  }
})
