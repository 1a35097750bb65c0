import type { CustomScheme } from 'electron'
import { lifecycle } from './lifecycle.ts'
import { schemes, type SchemeHandler } from './schemes.ts'
import { strictModule } from './unsupported.ts'

/** Electron's `protocol`: schemes of the app's own. They always have the privileges of a standard, secure scheme with fetch. */
export const protocol = strictModule('protocol', {
  registerSchemesAsPrivileged(list: CustomScheme[]): void {
    if (lifecycle.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    for (const { scheme } of list) schemes.privileged.add(scheme)
  },

  handle(scheme: string, handler: SchemeHandler): void {
    if (['http', 'https', 'file'].includes(scheme))
      throw new Error(`Electron stand-in: protocol.handle('${scheme}') is not supported`)
    if (schemes.handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`)
    schemes.handlers.set(scheme, handler)
  },

  unhandle(scheme: string): void {
    if (!schemes.handlers.delete(scheme)) throw new Error(`Failed to unregister protocol: ${scheme}`)
  },

  isProtocolHandled: (scheme: string): boolean => schemes.handlers.has(scheme) || ['http', 'https', 'file'].includes(scheme),
})
