import { strictModule } from './unsupported.ts'

/** Electron's `safeStorage`: there is none, and it says so; to encrypt throws. */
export const safeStorage = strictModule('safeStorage', { isEncryptionAvailable: () => false })
