import { describe, expect, test } from 'vitest'
import { outletSchema } from '#shared/vendors/digiwallet/settings.ts'
import { paymentMethods } from '#shared/vendors/digiwallet/sale-note-fields.ts'
import { exampleOutlets, exampleSales } from '#main/vendors/digiwallet/practice/example-sales.ts'
import { practice } from './practice-fixture.ts'
import { bearer } from './raw-request.ts'

describe('the example sales', () => {
  test('a note can be made, changed and deleted on every one of them, without test', async () => {
    const { create, send } = await practice()
    for (const { outletID, saleID, paymentMethodCode, label } of exampleSales) {
      const path = `/sale-note/${outletID}/${saleID}/${paymentMethodCode}`
      expect((await create({ outletID, saleID, paymentMethodCode, text: 'Factuur 1', test: '0' })).status, label).toBe(201)
      expect((await send({ method: 'PATCH', path: `${path}/x/0`, headers: bearer })).status, label).toBe(200)
      expect((await send({ method: 'DELETE', path: `${path}/0`, headers: bearer })).status, label).toBe(200)
    }
  })

  test('are at least twelve, each once, with every payment method and every outlet', () => {
    expect(exampleSales.length).toBeGreaterThanOrEqual(12)
    expect(new Set(exampleSales.map((sale) => `${sale.outletID}/${sale.saleID}`)).size).toBe(exampleSales.length)
    expect(new Set(exampleSales.map((sale) => sale.paymentMethodCode))).toEqual(new Set(paymentMethods.map(({ code }) => code)))
    expect(new Set(exampleSales.map((sale) => sale.outletID))).toEqual(new Set(exampleOutlets.map(({ id }) => id)))
  })

  test('belong to outlets that an account can hold as they are', () => {
    for (const outlet of exampleOutlets) expect(outletSchema.parse(outlet)).toEqual(outlet)
  })

  test('of the outlet in test mode get test notes, whatever was asked', async () => {
    const { server, create } = await practice()
    const outlet = exampleOutlets.find((each) => each.testMode)
    const sale = exampleSales.find((each) => each.outletID === outlet?.id)
    expect((await create({ outletID: '', saleID: '', paymentMethodCode: '', ...sale, text: 'x', test: '0' })).status).toBe(201)
    expect(server.state.notes.map((note) => note.test)).toEqual([true])
  })

  test('other sales, and notes of an earlier run, can be given', async () => {
    const sale = { outletID: '1', saleID: '2', paymentMethodCode: 'AFP' as const }
    const { server, create, send } = await practice({ sales: [sale], notes: [{ ...sale, test: false, text: 'earlier' }] })
    expect((await create({ ...sale, text: 'x' })).status).toBe(201)
    expect((await create({ outletID: '12345', saleID: '12345678', paymentMethodCode: 'IDE', text: 'x' })).status).toBe(400)
    expect((await send({ method: 'DELETE', path: '/sale-note/1/2/AFP/0', headers: bearer })).status).toBe(200)
    expect(server.state.notes.map((note) => note.text)).toEqual(['earlier'])
  })
  test('a note that only the app remembers is updated and deleted, the one of an outlet in test mode as well', async () => {
    const sales = exampleSales.filter(({ outletID }) => outletID !== '12346')
    const { send } = await practice({ earlier: ({ test: isTest }) => (isTest ? [] : [{ text: 'earlier', saleNoteID: 7 }]) })
    for (const { outletID, saleID, paymentMethodCode } of [sales[0], sales.at(-1)].flatMap((sale) => sale ?? [])) {
      const path = `/sale-note/${outletID}/${saleID}/${paymentMethodCode}`
      const updated = await send({ method: 'PATCH', path: `${path}/later/0`, headers: bearer })
      expect([updated.status, updated.json]).toMatchObject([200, { saleNoteID: 7 }])
      expect((await send({ method: 'DELETE', path: `${path}/0`, headers: bearer })).status).toBe(200)
      expect((await send({ method: 'DELETE', path: `${path}/0`, headers: bearer })).status).toBe(400)
    }
  })
})
