import { keyringIn, type Keyring } from './keyring.ts'
import { temporaryFolder } from './temporary-folder.ts'

export type { Session } from './keyring.ts'

/** A keyring of its own for the running test, gone with it. */
export const keyringHome = async (): Promise<Keyring> => keyringIn(await temporaryFolder())
