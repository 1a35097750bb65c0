import type { Bridge } from '../../../src/renderer/lib/bridge.ts'
import { channelOf, type Result } from '#shared/ipc/procedure.ts'
import { handlers, onFakeEvent, Refusal } from './fake-handlers.ts'

const calls = new Map(
  Object.entries(handlers).flatMap(([group, members]) =>
    Object.entries(members).map(([name, handler]) => [channelOf(group, name), handler as (input: unknown) => unknown] as const),
  ),
)

async function invoke(channel: string, input: unknown): Promise<Result<unknown>> {
  const handler = calls.get(channel)
  if (!handler) throw new Error(`No such call: ${channel}`)
  try {
    return { ok: true, value: structuredClone(await handler(structuredClone(input))) }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure }
    throw error
  }
}

const balie: Bridge = {
  invoke,
  on: onFakeEvent,
  registerFile: async (file) => ({ ok: true, value: { token: file.name, name: file.name, bytes: file.size } }),
}
Object.defineProperty(window, 'balie', { value: balie })
