import fc from 'fast-check'
import * as z from 'zod'

/** A JSON schema as far as the contract's inputs need it. */
interface Shape {
  type?: string
  properties?: Record<string, Shape>
  required?: string[]
  additionalProperties?: Shape | boolean
  propertyNames?: Shape
  items?: Shape
  enum?: unknown[]
  const?: unknown
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
  maxLength?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  $ref?: string
  $defs?: Record<string, Shape>
}

/** What breaks a program that trusts its input. */
const nastyTexts = [
  ...Array.of('', ' ', '\0', '\ud800', '\u202e', '__proto__', 'constructor', '../../etc/passwd', 'C:\\Windows\\win.ini', '%s%n'),
  ...Array.of("'; DROP TABLE drafts; --", '${7*7}', '<img src=x onerror=1>', 'https://kwaad.example/', 'http://127.0.0.1:1/'),
  ...Array.of('file:///etc/passwd', 'javascript:1', '9'.repeat(400), 'é'.repeat(20_000)),
]
const nastyNumbers = [0, -1, 1e308, Number.NaN, Infinity, -0, 2 ** 53, 10n]
const nastyObjects = [
  ...Array.of<unknown>([], {}, [[[[[]]]]], new Map([[1, 2]]), new Set([1]), new Date(Number.NaN), /x/g, new Uint8Array(8)),
  ...Array.of<unknown>(new Error('x'), JSON.parse('{"__proto__":{"isAdmin":true}}'), { toString: null }, { length: 1e9 }),
]
const nasty: readonly unknown[] = [undefined, null, true, ...nastyTexts, ...nastyNumbers, ...nastyObjects, Object.create(null)]
const anything = fc.oneof(
  fc.constantFrom(...nasty),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, maxDepth: 2 }),
)

const text = (known: readonly string[], { maxLength = 1_000 }: Shape): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...known) },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: Math.min(maxLength, 40) }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('a'.repeat(maxLength), 'a'.repeat(maxLength + 1), ...nastyTexts),
    },
  )

/** Values of the schema's shape, with ids that exist, and now and then anything at all in place of a part. */
function shaped(shape: Shape, known: readonly string[], defs: Record<string, Shape>, depth = 0): fc.Arbitrary<unknown> {
  const part = (next: Shape) =>
    fc.oneof({ weight: 30, arbitrary: shaped(next, known, defs, depth + 1) }, { weight: 1, arbitrary: anything })
  const { enum: values, anyOf, oneOf, allOf, properties, items, required = [] } = shape
  if (depth > 6) return anything
  if (shape.$ref) return shaped(defs[shape.$ref.replace('#/$defs/', '')] ?? {}, known, defs, depth + 1)
  if ('const' in shape) return fc.constant(shape.const)
  if (values) return fc.constantFrom(...values)
  const choices = anyOf ?? oneOf
  if (choices) return fc.oneof(...choices.map((one) => shaped(one, known, defs, depth + 1)))
  if (allOf) return fc.tuple(...allOf.map(part)).map((parts) => Object.assign({}, ...parts) as unknown)
  switch (shape.type) {
    case 'object': {
      const fields = Object.fromEntries(Object.entries(properties ?? {}).map(([name, next]) => [name, part(next)]))
      const more = typeof shape.additionalProperties === 'object' ? shape.additionalProperties : null
      const whole = fc.record(fields, { requiredKeys: required.filter((name) => name in fields) })
      if (!more) return whole
      const keys = (shape.propertyNames?.enum as string[] | undefined) ?? ['a', 'b', '__proto__', 'constructor']
      return fc.dictionary(fc.constantFrom(...keys), part(more), { maxKeys: 4 })
    }
    case 'array':
      return fc.array(part(items ?? {}), { maxLength: Math.min(shape.maxItems ?? 4, 4) })
    case 'string':
      return text(known, shape)
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer(), fc.constantFrom(shape.minimum ?? 0, shape.maximum ?? 1))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return anything
  }
}

/** What a page that was taken over might send to a procedure: mostly of its own shape, for what is not reaches no handler. */
export function hostileInputs(schema: z.ZodType, known: readonly string[]): fc.Arbitrary<unknown> {
  const shape = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Shape
  return fc.oneof({ weight: 8, arbitrary: shaped(shape, known, shape.$defs ?? {}) }, { weight: 1, arbitrary: anything })
}
