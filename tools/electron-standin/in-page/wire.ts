/** A value as text, with the types that Electron's structured clone carries over IPC. */
export interface Wire {
  stringify(value: unknown): string
  parse(text: string): unknown
}

/**
 * CDP carries text only, so this is the structured clone algorithm over JSON: what can't be cloned throws as it does in
 * Electron, cycles and shared references survive. It is self-contained because its source is also evaluated in the page.
 */
export function createWire(): Wire {
  type Encoded = string | number | boolean | null | [tag: string, ...payload: unknown[]]
  const errorTypes: Record<string, ErrorConstructor> = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError }
  const views: Record<string, new (buffer: ArrayBuffer) => ArrayBufferView> = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  }
  const viewName = (view: ArrayBufferView) => Object.prototype.toString.call(view).slice(8, -1)
  const refuse = (value: unknown): never => {
    throw new Error(`An object could not be cloned: ${typeof value === 'function' ? 'a function' : String(value)}`)
  }

  const hidden = (error: Error, key: string, value: unknown) =>
    Object.defineProperty(error, key, { value, writable: true, configurable: true })

  // Browsers have the conversion built in; Node 24 does not.
  const toBase64 = (bytes: Uint8Array & { toBase64?(): string }): string => {
    if (bytes.toBase64) return bytes.toBase64()
    let text = ''
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    return btoa(text)
  }
  const fromBase64 = (base64: string): ArrayBuffer => {
    const text = atob(base64)
    const bytes = new Uint8Array(text.length)
    for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
    return bytes.buffer
  }

  const encodePrimitive = (value: unknown): Encoded => {
    if (value === undefined) return ['undefined']
    if (typeof value === 'bigint') return ['bigint', String(value)]
    if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
      return ['number', Object.is(value, -0) ? '-0' : String(value)]
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
    return refuse(value)
  }

  const encodeObject = (value: object, inner: (value: unknown) => Encoded): Encoded => {
    const entries = () => Object.keys(value).map((key) => [key, inner((value as Record<string, unknown>)[key])])
    if (Array.isArray(value)) return ['array', ...Array.from(value, inner)]
    if (value instanceof Date) return ['date', encodePrimitive(value.getTime())]
    if (value instanceof RegExp) return ['regexp', value.source, value.flags]
    if (value instanceof Map) return ['map', ...[...value].map(([key, item]) => [inner(key), inner(item)])]
    if (value instanceof Set) return ['set', ...[...value].map(inner)]
    if (value instanceof ArrayBuffer) return ['buffer', toBase64(new Uint8Array(value))]
    if (ArrayBuffer.isView(value))
      return ['view', viewName(value), toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))]
    if (value instanceof Error) {
      const cause = 'cause' in value ? [inner(value.cause)] : []
      return ['error', value.name in errorTypes ? value.name : 'Error', value.message, value.stack ?? '', ...cause]
    }
    if (value instanceof Promise || value instanceof WeakMap || value instanceof WeakSet) return refuse(value)
    const tag = Object.prototype.toString.call(value)
    if (['Boolean', 'Number', 'String', 'BigInt'].some((name) => tag === `[object ${name}]`))
      return ['boxed', inner((value as { valueOf(): unknown }).valueOf())]
    // Things of the platform (a Blob, a window, a DOM node) have their own tag; only those made by scripts are cloned by their fields.
    if (tag !== '[object Object]' && Object.hasOwn(globalThis, tag.slice(8, -1))) return refuse(value)
    return ['object', ...entries()]
  }

  const encode = (root: unknown): Encoded => {
    const seen = new Map<object, number>()
    const inner = (value: unknown): Encoded => {
      if (typeof value !== 'object' || value === null) return encodePrimitive(value)
      const index = seen.get(value)
      if (index !== undefined) return ['seen', index]
      seen.set(value, seen.size)
      return encodeObject(value, inner)
    }
    return inner(root)
  }

  const decode = (root: Encoded): unknown => {
    const seen: unknown[] = []
    const keep = <T>(value: T): T => {
      seen.push(value)
      return value
    }
    const decoders: Record<string, (payload: never) => unknown> = {
      undefined: () => undefined,
      bigint: ([digits]: [string]) => BigInt(digits),
      number: ([text]: [string]) => Number(text),
      seen: ([index]: [number]) => seen[index],
      date: ([time]: [Encoded]) => keep(new Date(inner(time) as number)),
      regexp: ([source, flags]: [string, string]) => keep(new RegExp(source, flags)),
      buffer: ([base64]: [string]) => keep(fromBase64(base64)),
      view: ([name, base64]: [string, string]) => keep(new (views[name] ?? Uint8Array)(fromBase64(base64))),
      boxed: ([primitive]: [Encoded]) => keep(Object(inner(primitive))),
      array(items: Encoded[]) {
        const array = keep<unknown[]>([])
        for (const item of items) array.push(inner(item))
        return array
      },
      map(entries: [Encoded, Encoded][]) {
        const map = keep(new Map<unknown, unknown>())
        for (const [key, item] of entries) map.set(inner(key), inner(item))
        return map
      },
      set(items: Encoded[]) {
        const set = keep(new Set<unknown>())
        for (const item of items) set.add(inner(item))
        return set
      },
      error([name, message, stack, ...cause]: [string, string, string, ...Encoded[]]) {
        const error = keep(new (errorTypes[name] ?? Error)(message))
        hidden(error, 'stack', stack)
        for (const value of cause) hidden(error, 'cause', inner(value))
        return error
      },
      object(entries: [string, Encoded][]) {
        const object = keep({})
        for (const [key, item] of entries)
          Object.defineProperty(object, key, { value: inner(item), enumerable: true, writable: true, configurable: true })
        return object
      },
    }
    const inner = (encoded: Encoded): unknown => {
      if (!Array.isArray(encoded)) return encoded
      const [tag, ...payload] = encoded
      return decoders[tag]?.(payload as never)
    }
    return inner(root)
  }

  return { stringify: (value) => JSON.stringify(encode(value)), parse: (text) => decode(JSON.parse(text) as Encoded) }
}
