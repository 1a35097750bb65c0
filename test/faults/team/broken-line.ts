import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** How the way to the database fails. `up` is what a desk says, `down` what it is told. */
export type LineMood = 'well' | 'stalls' | 'stalls up' | 'stalls down' | 'resets up' | 'resets down'

/** A way to the database that can be broken in each direction, in the middle of a call, and that can lead to another one. */
export async function brokenLine(
  target: number,
): Promise<{ port: number; mood(next: LineMood): void; leadTo(target: number): void; cut(): void; close(): void }> {
  let now: LineMood = 'well'
  let end = target
  const pairs = new Set<[Socket, Socket]>()
  const server = createServer((desk) => {
    const database = connect(end, '127.0.0.1')
    const pair: [Socket, Socket] = [desk, database]
    pairs.add(pair)
    const over = () => {
      pairs.delete(pair)
      desk.destroy()
      database.destroy()
    }
    for (const socket of pair) socket.on('error', over).on('close', over)
    const pass = (to: Socket, direction: 'up' | 'down') => (part: Buffer) => {
      if (now === `resets ${direction}`) return over()
      // What is held back is lost for good, as behind a cable that was pulled.
      if (now === 'stalls' || now === `stalls ${direction}`) return
      to.write(part)
    }
    desk.on('data', pass(database, 'up'))
    database.on('data', pass(desk, 'down'))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => pairs.forEach(([desk]) => desk.destroy())
  return {
    port: (server.address() as AddressInfo).port,
    mood: (next) => (now = next),
    leadTo: (next) => (end = next),
    cut,
    close() {
      cut()
      server.close()
    },
  }
}
