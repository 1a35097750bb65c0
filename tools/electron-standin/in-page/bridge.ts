/** One end of the line between a page and its preload world. */
export interface Bridge {
  /** Calls the other end's `serve` handler of that name, at once; what can't cross throws. */
  ask(name: string, payload: unknown): unknown
  /** Answers the other end's `ask`. */
  serve(name: string, handler: (payload: unknown) => unknown): void
}

/**
 * Two worlds of one page share its DOM and no objects, so they talk through synchronous DOM events under a name nobody
 * knows. The browser itself clones what an event carries; functions, promises and errors, which it can't carry as
 * Electron's contextBridge does, cross as marks. Self-contained: its source is evaluated in both worlds.
 */
export function createBridge(secret: string, here: 'page' | 'preload'): Bridge {
  type Anything = (...args: unknown[]) => unknown
  type Mark = { [key: string]: 'function' | 'promise' | 'error' } & { id: number; message: string }
  type Reply = { value: unknown } | { thrown: unknown }
  const there = here === 'page' ? 'preload' : 'page'
  // Taken before any script of the page runs, so that a page that replaces them does not listen in.
  const dispatch = document.dispatchEvent.bind(document)
  const listen = document.addEventListener.bind(document)
  const Event = CustomEvent
  const readDetail = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail')?.get ?? (() => undefined)
  const cannotClone = 'An object could not be cloned.'

  const functions = new Map<number, Anything>()
  const known = new WeakMap<Anything, number>()
  const settling = new Map<number, { resolve: (value: unknown) => void; reject: (error: unknown) => void }>()
  let lastId = 0

  const mark = (kind: 'function' | 'promise' | 'error', rest: object) => ({ [secret]: kind, ...rest })
  const messageOf = (error: unknown) => String(error instanceof Error ? error.message : error)

  const packFunction = (value: Anything) => {
    const id = known.get(value) ?? ++lastId
    known.set(value, id)
    functions.set(id, value)
    return mark('function', { id })
  }
  const packPromise = (promise: Promise<unknown>) => {
    const id = ++lastId
    const settle = (outcome: object) => bridge.ask('settle', { id, ...outcome })
    promise
      .then((value) => settle({ value }))
      .catch((error: unknown) => settle({ failure: error instanceof Error ? error : new Error(messageOf(error)) }))
      .catch(() => settle({ failure: new Error(cannotClone) }))
    return mark('promise', { id })
  }
  const pack = (root: unknown): unknown => {
    const seen = new Map<object, unknown>()
    const inner = (value: unknown): unknown => {
      if (typeof value === 'symbol') throw new Error(cannotClone)
      if (typeof value === 'function') return packFunction(value as Anything)
      if (typeof value !== 'object' || value === null) return value
      if (value instanceof Promise) return packPromise(value)
      if (value instanceof Error) return mark('error', { message: value.message })
      const plain = Object.prototype.toString.call(value) === '[object Object]'
      if (!plain && !Array.isArray(value)) return value
      if (seen.has(value)) return seen.get(value)
      const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {}
      seen.set(value, copy)
      for (const [key, item] of Object.entries(value)) (copy as Record<string, unknown>)[key] = inner(item)
      return copy
    }
    return inner(root)
  }

  const unmark = (value: Mark): unknown => {
    if (value[secret] === 'error') return new Error(value.message)
    const { id } = value
    if (value[secret] === 'promise') return new Promise((resolve, reject) => settling.set(id, { resolve, reject }))
    return (...args: unknown[]) => bridge.ask('call', { id, args })
  }
  const unpack = (root: unknown): unknown => {
    const seen = new Set<object>()
    const inner = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null || seen.has(value)) return value
      if (Object.hasOwn(value, secret)) return unmark(value as Mark)
      seen.add(value)
      const plain = Object.prototype.toString.call(value) === '[object Object]'
      if (!plain && !Array.isArray(value)) return value
      for (const [key, item] of Object.entries(value)) (value as Record<string, unknown>)[key] = inner(item)
      return value
    }
    return inner(root)
  }

  const emit = (to: string, name: string, detail: unknown) => dispatch(new Event(`${secret}-${to}-${name}`, { detail }))
  const on = (name: string, listener: (detail: unknown) => void) =>
    listen(`${secret}-${here}-${name}`, (event) => listener(Reflect.apply(readDetail, event, [])))

  // The browser hands over null where it can't clone, without a word: then nothing has been asked, or answered.
  let reply: Reply | undefined
  on('reply', (detail) => (reply = (detail as Reply | null) ?? { thrown: new Error(cannotClone) }))
  const bridge: Bridge = {
    ask(name, payload) {
      reply = undefined
      emit(there, name, { payload: pack(payload) })
      const answer = reply as Reply | undefined
      reply = undefined
      if (!answer) throw new Error(cannotClone)
      if ('thrown' in answer) throw unpack(answer.thrown)
      return unpack(answer.value)
    },
    serve(name, handler) {
      on(name, (detail) => {
        if (detail === null) return
        let answer: Reply
        try {
          answer = { value: pack(handler(unpack((detail as { payload: unknown }).payload))) }
        } catch (error) {
          answer = { thrown: pack(error instanceof Error ? error : new Error(messageOf(error))) }
        }
        emit(there, 'reply', answer)
      })
    },
  }
  bridge.serve('call', (payload) => {
    const { id, args } = payload as { id: number; args: unknown[] }
    return functions.get(id)?.(...args)
  })
  bridge.serve('settle', (payload) => {
    const { id, value, failure } = payload as { id: number; value?: unknown; failure?: Error }
    const promise = settling.get(id)
    settling.delete(id)
    if (failure) promise?.reject(failure)
    else promise?.resolve(value)
  })
  return bridge
}
