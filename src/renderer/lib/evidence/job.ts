import type { Message } from '#shared/domain/message.ts'
import type { FaultId } from '../../evidence-worker/fault.ts'
import type { Answered, CallName, Calls } from '../../evidence-worker/protocol.ts'
import { FailureError } from '../client.ts'
import { workerScript } from './worker-script.ts'

/** Why a file cannot be shown or put together; the screens have a sentence for each. */
export class EvidenceFaultError extends Error {
  readonly fault: FaultId
  readonly values: Readonly<Record<string, string | number>>
  /** What main said, where it is not about the file. */
  readonly said: Message | null

  constructor(fault: FaultId, values: Readonly<Record<string, string | number>> = {}, said: Message | null = null) {
    super(fault)
    this.name = 'EvidenceFaultError'
    this.fault = fault
    this.values = values
    this.said = said
  }
}

/** Whatever was thrown on the way to what is shown or made. A call that main refused says nothing of the file: its own reason stands. */
export function faultOf(error: unknown): EvidenceFaultError {
  if (error instanceof EvidenceFaultError) return error
  return error instanceof FailureError
    ? new EvidenceFaultError('lost', {}, error.failure.message)
    : new EvidenceFaultError('damaged')
}

export interface Progress {
  done: number
  of: number
  step: number
}

/** SECURITY: a file can keep a decoder busy for ever; so long without a sign of life and its worker is ended. */
const silenceMs = 60_000
/**
 * Decoders are large, and photos larger: no more of them at once than a small computer carries. As many as a dispute keeps open
 * together, since one that is shown gives no room back: a mail, the pages of a file, the page beside the form, and a dialog over it.
 */
const maxAtOnce = 4

let running = 0
const waiting: (() => void)[] = []
const free = () => {
  const next = waiting.shift()
  if (next) next()
  else running -= 1
}
/** Resolves when there is room; the room is given back by `free`. */
async function room(): Promise<void> {
  if (running < maxAtOnce) running += 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
}

/** One job with a worker of its own, which dies with it. */
export interface EvidenceJob {
  call<Name extends CallName>(
    name: Name,
    input: Calls[Name]['input'],
    onProgress?: (part: Progress) => void,
  ): Promise<Calls[Name]['value']>
  end(): void
}

export function startJob(): EvidenceJob {
  let worker: Worker | null = null
  let isOver = false
  let last = 0
  const calls = new Map<number, { settle: (answered: Answered) => void; fail: (error: EvidenceFaultError) => void }>()

  const end = (fault?: EvidenceFaultError) => {
    if (isOver) return
    isOver = true
    for (const { fail } of calls.values()) fail(fault ?? new EvidenceFaultError('lost'))
    calls.clear()
    if (worker) {
      worker.terminate()
      free()
    }
  }
  const started = room().then(() => {
    if (isOver) {
      free()
      throw new EvidenceFaultError('lost')
    }
    const made = new Worker(workerScript(), { type: 'module' })
    made.addEventListener('message', ({ data }: MessageEvent<Answered>) => calls.get(data.id)?.settle(data))
    // A decoder that ran out of memory takes its worker along; the page goes on.
    made.addEventListener('error', () => end(new EvidenceFaultError('damaged')))
    worker = made
    return made
  })
  started.catch(() => undefined)

  return {
    async call(name, input, onProgress) {
      const target = await started
      if (isOver) throw new EvidenceFaultError('lost')
      const id = (last += 1)
      return new Promise((resolve, reject) => {
        const tooLong = () => end(new EvidenceFaultError('tooLong'))
        let timer = setTimeout(tooLong, silenceMs)
        const over = () => {
          clearTimeout(timer)
          calls.delete(id)
        }
        calls.set(id, {
          settle(answered) {
            if ('progress' in answered) {
              clearTimeout(timer)
              timer = setTimeout(tooLong, silenceMs)
              onProgress?.(answered.progress)
              return
            }
            over()
            if (answered.ok) resolve(answered.value as Calls[typeof name]['value'])
            else reject(new EvidenceFaultError(answered.fault, answered.values))
          },
          fail(error) {
            over()
            reject(error)
          },
        })
        target.postMessage({ id, name, input })
      })
    },
    end: () => end(),
  }
}
