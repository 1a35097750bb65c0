import type { Asking } from './asked.ts'
import type { Channels, Transmitter } from './types.ts'

type Closable = Transmitter & Channels & Asking & { close(): Promise<void> }

/** The HTTP client is a good part of main's code and is not needed to show a window: it is loaded at the first send. */
export function lazyTransmitter(load: () => Promise<Closable>): Closable {
  let loading: Promise<Closable> | null = null
  return {
    async transmit(order, watch) {
      loading ??= load()
      return (await loading).transmit(order, watch)
    },
    async ask(call, secret, signal) {
      loading ??= load()
      return (await loading).ask(call, secret, signal)
    },
    channel(destination, secret, signal) {
      loading ??= load()
      const channel = loading.then((transmitter) => transmitter.channel(destination, secret, signal))
      // Its failure is told by each send.
      channel.catch(() => undefined)
      return { send: async (payload, read) => (await channel).send(payload, read) }
    },
    async close() {
      await (await loading)?.close()
    },
  }
}
