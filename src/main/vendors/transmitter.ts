import { createTransmitterFor, type TransmitterOptions } from '../upstream/transmitter.ts'
import { callerOf } from './index.ts'

export type { TransmitterOptions }

/** The app's one way to the vendors. */
export const createTransmitter = (options: TransmitterOptions): ReturnType<typeof createTransmitterFor> =>
  createTransmitterFor(callerOf, options)
