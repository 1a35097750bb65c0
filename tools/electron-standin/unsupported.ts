import { EventEmitter } from 'node:events'

/** Says that the stand-in lacks something, so that nobody takes silence for success. */
export class UnsupportedError extends Error {
  override name = 'UnsupportedError'
  constructor(what: string) {
    super(`Electron stand-in: ${what} is not supported`)
  }
}

/** Names that JavaScript itself, Node and test runners look up on any object to see what it is. */
const probes = new Set(['then', 'toJSON', 'inspect', 'nodeType', 'asymmetricMatch', 'dock'])

/** A prototype behind an object's own: what is in neither throws, instead of being undefined. */
const refusing = (name: string, base: object): object =>
  new Proxy(base, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || probes.has(key)) return Reflect.get(target, key, receiver)
      throw new UnsupportedError(`${name}.${key}`)
    },
    getPrototypeOf: () => base,
  })

/** A base class for Electron's emitters: a member that the class does not have throws an UnsupportedError. */
export function strictEmitter(name: string): new () => EventEmitter {
  class Strict extends EventEmitter {}
  Object.setPrototypeOf(Strict.prototype, refusing(name, EventEmitter.prototype))
  return Strict
}

/** A module of Electron with these members; any other throws an UnsupportedError. */
export const strictModule = <T extends object>(name: string, members: T): T =>
  Object.setPrototypeOf(members, refusing(name, Object.prototype)) as T

/** A module or class that the stand-in lacks altogether: it can be imported, and throws once it is used. */
export const unsupportedModule = (name: string): object => {
  const refuse = (): never => {
    throw new UnsupportedError(name)
  }
  return new Proxy(function Unsupported() {}, {
    get: (target, key) =>
      typeof key === 'symbol' || key === 'prototype' || probes.has(key) ? Reflect.get(target, key) : refuse(),
    apply: refuse,
    construct: refuse,
  })
}
