import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createWire } from '#tools/electron-standin/in-page/wire.ts'

const wire = createWire()
const across = <T>(value: T): T => wire.parse(wire.stringify(value)) as T

describe('structured clone as text', () => {
  test('carries any plain value as structuredClone does', () => {
    const plain = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: false,
      withBoxedValues: true,
      withNullPrototype: true,
      withUnicodeString: true,
    } as fc.ObjectConstraints)
    fc.assert(
      fc.property(plain, (value) => {
        expect(across(value)).toStrictEqual(structuredClone(value))
      }),
      { numRuns: 2000 },
    )
  })

  test('keeps cycles and shared references', () => {
    const shared = { name: 'shared' }
    const value: Record<string, unknown> = { first: shared, second: [shared], map: new Map<unknown, unknown>([[shared, shared]]) }
    value.self = value
    const copy = across(value)
    expect(copy.self).toBe(copy)
    expect((copy.second as unknown[])[0]).toBe(copy.first)
    expect([...(copy.map as Map<unknown, unknown>)][0]).toEqual([copy.first, copy.first])
  })

  test('keeps the kind, message and cause of errors', () => {
    const copy = across(new RangeError('too far', { cause: { code: 1 } }))
    expect(copy).toBeInstanceOf(RangeError)
    expect(copy).toMatchObject({ message: 'too far', cause: { code: 1 } })
    class Own extends Error {}
    expect(Object.getPrototypeOf(across(new Own('mine')))).toBe(Error.prototype)
  })

  test('sends only the part of a buffer that a view shows', () => {
    const part = new Uint8Array([1, 2, 3, 4]).subarray(1, 3)
    expect(across(part)).toEqual(new Uint8Array([2, 3]))
    expect(across(Buffer.from('hé'))).toStrictEqual(new Uint8Array([104, 195, 169]))
    expect(across(new DataView(new Uint8Array([9]).buffer)).getUint8(0)).toBe(9)
  })

  test.each([
    ['a function', () => {}],
    ['a symbol', Symbol('s')],
    ['a promise', Promise.resolve()],
    ['a weak map', new WeakMap()],
    ['a thing of the platform', new Blob(['x'])],
    ['a function deep inside', { list: [{ call() {} }] }],
  ])('refuses %s', (_name, value) => {
    expect(() => wire.stringify(value)).toThrow('An object could not be cloned')
  })

  test('does not let a key reach the prototype', () => {
    const copy = across(JSON.parse('{"__proto__":{"polluted":true}}') as object)
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype)
    expect(Object.keys(copy)).toEqual(['__proto__'])
  })
})
