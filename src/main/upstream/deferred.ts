import type { Transmitter } from './types.ts'

type Closable = Transmitter & { close(): Promise<void> }

/** The HTTP client is a good part of main's code and is not needed to show a window: it is loaded at the first send. */
export function deferredTransmitter(load: () => Promise<Closable>): Closable {
  let loading: Promise<Closable> | null = null
  return {
    async transmit(order, watch) {
      loading ??= load()
      return (await loading).transmit(order, watch)
    },
    async close() {
      await (await loading)?.close()
    },
  }
}
