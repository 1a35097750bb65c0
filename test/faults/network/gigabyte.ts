import path from 'node:path'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { answering, rawAnswer } from '#test/support/hostile-server.ts'
import { createRawRecorder, type Behaviour } from '#test/support/raw-recorder.ts'
import { inFolder, startChild } from '../harness/children.ts'
import type { GigabyteOrders } from './gigabyte-child.ts'
import type { Operation } from './operations.ts'

const gigabyte = 1024 ** 3
const piece = Buffer.alloc(64 * 1024, ' ')
const script = path.join(import.meta.dirname, 'gigabyte-child.ts')

function* gigabyteBefore(success: string): Generator<Buffer> {
  for (let sent = 0; sent < gigabyte; sent += piece.length) yield piece
  yield Buffer.from(success)
}

/** A success that begins with a gigabyte of white space, which JSON allows. */
async function sendGigabyte(socket: Socket, success: string, announced: boolean): Promise<void> {
  const length = announced ? gigabyte + Buffer.byteLength(success) : null
  socket.write(rawAnswer(200, '', { 'Content-Length': length, ...(announced ? {} : { Connection: 'close' }) }))
  await pipeline(Readable.from(gigabyteBefore(success)), socket)
}

/** What a gigabyte of answer came to. */
export interface Gigabyte {
  state: string
  addedMegabytes: number
}

/** Has a process of its own meet it, so that its memory is measured and nobody else's. */
export async function meetGigabyte(
  client: GigabyteOrders['client'],
  operation: Operation,
  announced: boolean,
): Promise<Gigabyte> {
  const behaviour: Behaviour = {
    onRequest(socket) {
      sendGigabyte(socket, operation.success, announced).catch(() => undefined)
    },
  }
  const calm = await createRawRecorder(answering(rawAnswer(200, operation.success)))
  const large = await createRawRecorder(behaviour)
  try {
    return await inFolder(async (folder) => {
      let found: Gigabyte = { state: 'nothing was said', addedMegabytes: Number.NaN }
      const orders: GigabyteOrders = { client, operation: operation.name, folder, calm: calm.origin, large: large.origin }
      const child = startChild(script, orders, (event) => (found = event as Gigabyte))
      const timer = setTimeout(child.kill, 120_000)
      await child.ended
      clearTimeout(timer)
      return found
    })
  } finally {
    await Promise.all([calm.close(), large.close()])
  }
}
