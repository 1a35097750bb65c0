import { describe, expect, test } from 'vitest'
import { readDisputeAnswer } from '#main/vendors/billink/requests.ts'
import { readNoteAnswer } from '#main/vendors/digiwallet/requests.ts'
import { cleanedVendor } from '#main/upstream/cleaned-vendor.ts'
import { parseJson } from '#main/upstream/json.ts'

const code = (value: string) => ({ id: 'outcome.vendorCode', values: { code: value } })
const billink = (text: string, status = 200) => readDisputeAnswer(parseJson(text), status)
const nothing = { says: 'nothing' }

describe('Billink', () => {
  test.each([
    ['{"id":77}', '77'],
    ['{"id":0}', '0'],
    ['{"id":"881"}', '881'],
    ['{"id":881.0}', '881'],
    ['{"id":"00881","message":"ok"}', '00881'],
    ['{"id":"881","error":{"code":101}}', '881'],
    ['{"id":12345678901234567890}', '12345678901234567890'],
    ['{"id":9007199254740993,"resolvedAt":null,"steps":"free text","client":[]}', '9007199254740993'],
    ['{"id":5,"error":"beside it","code":400,"status":"error"}', '5'],
  ])('%s is filed as %s', (text, number) => expect(billink(text)).toEqual({ says: 'success', number }))

  test.each([
    '{"id":""}',
    '{"id":" 77"}',
    '{"id":"+77"}',
    '{"id":"٧٧"}',
    '{"id":"77a"}',
    '{"id":null}',
    '{"id":1.5}',
    '{"id":-1}',
    '{"id":1e3}',
    '{"id":[1]}',
    '{"id":true}',
    '{}',
    '[]',
    'null',
    '7',
    '"7"',
  ])('%s is no success', (text) => expect(billink(text)).toEqual(nothing))

  test.each([
    ['{"code":12,"message":"Onbekend","error":"Bad Request"}', [{ text: 'Onbekend' }, { text: 'Bad Request' }, code('12')]],
    ['{"code":12}', [code('12')]],
    ['{"code":"E_7"}', [code('E_7')]],
    ['{"error":"Bad Request"}', [{ text: 'Bad Request' }]],
    ['{"status":"error","message":"Onbekend"}', [{ text: 'Onbekend' }]],
    ['{"error":{"message":"Onbekend"}}', [{ text: 'Onbekend' }]],
    ['{"error":{"invoice":["Te kort"],"x":{"y":"Te lang"}}}', [{ text: 'Te kort' }, { text: 'Te lang' }]],
    ['{"error":true,"message":"Fout"}', [{ text: 'Fout' }]],
    ['{"message":"Fout","error":"Fout"}', [{ text: 'Fout' }]],
    ['{"code":704,"description":"Unknown invoice number"}', [{ text: 'Unknown invoice number' }, code('704')]],
    ['{"error":{"code":704,"description":"Unknown invoice number"}}', [{ text: 'Unknown invoice number' }, code('704')]],
    [
      '{"error":{"message":"Fout","description":"Meer","detail":"Nog meer"}}',
      ['Fout', 'Meer', 'Nog meer'].map((text) => ({ text })),
    ],
    ['{"code":7,"errors":[{"code":8,"message":"Een"},{"detail":"Twee"}]}', [{ text: 'Een' }, { text: 'Twee' }, code('7')]],
    ['{"code":7,"details":["Een",{"reason":"Twee"}]}', [{ text: 'Een' }, { text: 'Twee' }, code('7')]],
    ['{"error":"invalid_request","error_description":"Te kort"}', [{ text: 'invalid_request' }, { text: 'Te kort' }]],
    ['{"code":7,"errorMessage":"Te kort"}', [{ text: 'Te kort' }, code('7')]],
    ['{"status":"error","title":"Fout","detail":"Te kort"}', [{ text: 'Fout' }, { text: 'Te kort' }].toReversed()],
  ])('%s refuses, at any status', (text, head) => {
    for (const status of [200, 400, 404, 422]) expect(billink(text, status)).toEqual({ says: 'error', head, fields: {} })
  })

  test.each([
    '{"message":"Geschil aangemaakt"}',
    '{"code":200,"message":"OK"}',
    '{"code":0}',
    '{"code":"201"}',
    '{"error":null,"message":"ok"}',
    '{"error":false}',
    '{"error":""}',
    '{"status":"ok"}',
  ])('%s neither confirms nor refuses in a 2xx: filing again could be a second dispute', (text) =>
    expect(billink(text)).toEqual(nothing),
  )

  test.each([
    ['{"error":{"code":101,"description":"Client not found"}}', [{ text: 'Client not found' }, code('101')]],
    ['{"error":{"code":"102","message":"Wrong ID"}}', [{ text: 'Wrong ID' }, code('102')]],
    ['{"code":102}', [code('102')]],
    ['{"message":"Client not found."}', [{ text: 'Client not found.' }]],
    ['{"error":"CLIENT NOT FOUND"}', [{ text: 'CLIENT NOT FOUND' }]],
    ['{"errors":["Client not found"]}', [{ text: 'Client not found' }]],
    ['{"error":{"description":"Error: client not found"}}', [{ text: 'Error: client not found' }]],
  ])('%s says that the credentials are not known', (text, head) => {
    for (const status of [200, 400, 404])
      expect(billink(text, status)).toEqual({ says: 'error', head, fields: {}, refusesKey: true })
  })

  test('a message alone is shown in a 4xx', () => {
    expect(billink('{"description":"Te groot"}', 413)).toEqual({ says: 'error', head: [{ text: 'Te groot' }], fields: {} })
    expect(billink('{"message":"Te groot"}', 413)).toEqual({ says: 'error', head: [{ text: 'Te groot' }], fields: {} })
    expect(billink('{"x":1}', 413)).toEqual(nothing)
  })
})

describe('DigiWallet', () => {
  const read = (action: 'create' | 'update' | 'delete', text: string, status = 200) =>
    readNoteAnswer(action)(parseJson(text), status)

  test.each([
    '{"status":0,"message":"ok","saleNoteID":12345}',
    '{"status":"0","saleNoteID":"12345"}',
    '{"saleNoteID":12345,"status":0,"errors":{"text":["beside it"]}}',
  ])('%s confirms a create and an update, at any status', (text) => {
    for (const action of ['create', 'update'] as const)
      for (const status of [200, 201, 400, 500]) expect(read(action, text, status)).toEqual({ says: 'success', number: '12345' })
  })

  test('a number of any length stays as it was written', () => {
    expect(read('create', '{"status":0,"saleNoteID":12345678901234567890}')).toEqual({
      says: 'success',
      number: '12345678901234567890',
    })
    expect(read('create', '{"status":0,"saleNoteID":"00123"}')).toEqual({ says: 'success', number: '00123' })
  })

  test('a delete needs no number and takes one', () => {
    expect(read('delete', '{"status":0}')).toEqual({ says: 'success', number: null })
    expect(read('delete', '{"status":0,"saleNoteID":7}')).toEqual({ says: 'success', number: '7' })
  })

  test.each([
    '{"status":0}',
    '{"status":0,"saleNoteID":null}',
    '{"status":0,"saleNoteID":""}',
    '{"status":0,"saleNoteID":[]}',
    '{"status":0,"saleNoteID":1.5}',
    '{"saleNoteID":1}',
    '{"status":false,"saleNoteID":1}',
    '{"status":true,"saleNoteID":1}',
    '{"status":true,"message":"Failed","errors":{"text":["Te lang"]}}',
    '{"status":null,"saleNoteID":1}',
    '{"status":"","saleNoteID":1}',
    '{"status":"ok","saleNoteID":1}',
    '{"status":[],"saleNoteID":1}',
    '{"status":2,"saleNoteID":1}',
    '[0]',
    '0',
  ])('%s does not confirm a create', (text) => expect(read('create', text)).toEqual(nothing))

  test('the documented error, field by field, at any status', () => {
    const text =
      '{"status":1,"message":"Validation failed","errors":{"saleID":["Sale not found."],"text":["Text cannot be blank."]}}'
    for (const status of [200, 400, 404, 500])
      expect(read('create', text, status)).toEqual({
        says: 'error',
        head: [{ text: 'Validation failed' }],
        fields: { saleID: [{ text: 'Sale not found.' }], text: [{ text: 'Text cannot be blank.' }] },
      })
  })

  test.each([
    ['{"status":"1","errors":{"text":"Te lang"}}', [], { text: [{ text: 'Te lang' }] }],
    ['{"status":1,"errors":["Een","Twee"]}', [{ text: 'Een' }, { text: 'Twee' }], {}],
    ['{"status":1,"errors":"Een"}', [{ text: 'Een' }], {}],
    ['{"status":1,"errors":{"text":{"max":"Te lang"},"leeg":[],"x":[" "]}}', [], { text: [{ text: 'Te lang' }] }],
    ['{"status":1}', [], {}],
    ['{"status":1,"description":"Een","error":{"detail":"Twee"}}', [{ text: 'Een' }, { text: 'Twee' }], {}],
  ])('%s is an error too', (text, head, fields) => expect(read('update', text)).toEqual({ says: 'error', head, fields }))

  test('without a status: shown in a 4xx, and no refusal in a 2xx', () => {
    const text = '{"errors":{"text":["Te lang"]},"message":"Fout"}'
    expect(read('update', text, 422)).toEqual({
      says: 'error',
      head: [{ text: 'Fout' }],
      fields: { text: [{ text: 'Te lang' }] },
    })
    expect(read('update', text, 200)).toEqual(nothing)
  })

  test('what a vendor says is bounded', () => {
    const errors = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`veld${at}`, 'x'.repeat(5_000)]))
    const message = Array.from({ length: 500 }, (_, at) => `m${at}`)
    const said = cleanedVendor(read('create', JSON.stringify({ status: 1, errors, message }), 400), 'sleutel')
    if (said.says !== 'error') throw new Error('no error')
    expect(Object.keys(said.fields).length).toBe(50)
    expect(said.head.length).toBe(50)
    expect(JSON.stringify(said).length).toBeLessThan(150_000)
  })
})
