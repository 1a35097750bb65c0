import { registerHooks } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { weaknesses } from './weaknesses.ts'

const sources = path.resolve(import.meta.dirname, '../../../src')

/** From here on our modules are loaded without what keeps attacks out; nothing in the app itself can be switched off. */
export function weaken(): void {
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      const name = url.startsWith('file:') ? path.relative(sources, fileURLToPath(url)).replaceAll('\\', '/') : ''
      const taken = weaknesses[name]
      if (!taken || loaded.source === undefined) return loaded
      const source = taken.reduce(
        (text, [from, to]) => {
          if (!text.includes(from)) throw new Error(`${name} does not say ${from}: what weakens it has to be written anew`)
          return text.replace(from, () => to)
        },
        Buffer.from(loaded.source as Uint8Array).toString(),
      )
      return { ...loaded, source }
    },
  })
}
