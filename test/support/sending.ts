import { decideOutcome } from '#main/vendors/index.ts'
import { createTransmitter, type TransmitterOptions } from '#main/vendors/transmitter.ts'
import type { Evidence, Order, Outcome } from '#main/upstream/types.ts'
import type { SubmissionKind } from '#shared/domain/kinds.ts'
import { kindOfPayload } from '#shared/vendors/index.ts'
import type { Progress } from '#shared/domain/submission.ts'
import { createRawRecorder, type Behaviour } from './raw-recorder.ts'

export const kindOf = ({ payload }: Order): SubmissionKind => kindOfPayload(payload)

/** A transmitter that knows no proxy, with the limits a test can wait for. */
export const transmitterFor = (options: Partial<TransmitterOptions> = {}) =>
  createTransmitter({
    resolveProxy: () => Promise.resolve('DIRECT'),
    freshCertificates: () => Promise.reject(new Error('nothing was installed since')),
    ...options,
  })

export interface Sent {
  evidence: Evidence
  outcome: Outcome
  /** The steps the watcher was told, in their order. */
  steps: Progress[]
}

/** Sends one order and decides, as the outbox does. */
export async function send(
  transmitter: ReturnType<typeof createTransmitter>,
  order: Order,
  signal: AbortSignal = new AbortController().signal,
): Promise<Sent> {
  const steps: Progress[] = []
  const evidence = await transmitter.transmit(order, { signal, onProgress: (step) => steps.push(step) })
  return { evidence, outcome: decideOutcome(evidence, kindOf(order)), steps }
}

/** A server that behaves like this and a transmitter to reach it, both gone when the test is over. */
export async function staged(
  onTestFinished: (clean: () => Promise<void>) => void,
  behaviour: Behaviour,
  { secure, ...options }: Partial<TransmitterOptions> & { secure?: { key: string; cert: string } } = {},
) {
  const server = await createRawRecorder(behaviour, secure)
  const transmitter = transmitterFor(options)
  onTestFinished(async () => {
    await transmitter.close()
    await server.close()
  })
  return { server, transmitter }
}
