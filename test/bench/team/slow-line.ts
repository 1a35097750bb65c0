import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A way to a port on which each direction takes so long, as over a distance. Nothing overtakes what was said before. */
export async function slowLine(target: number, eachWayMs: number): Promise<{ port: number; close(): void }> {
  const sockets = new Set<Socket>()
  const pass = (from: Socket, to: Socket) =>
    from.on('data', (part: Buffer) => {
      setTimeout(() => to.writable && to.write(part), eachWayMs)
    })
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1')
    for (const socket of [near, far]) {
      socket.setNoDelay(true)
      sockets.add(socket)
      socket.on('error', () => socket.destroy()).on('close', () => [near, far].forEach((one) => one.destroy()))
    }
    pass(near, far)
    pass(far, near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      sockets.forEach((socket) => socket.destroy())
      server.close()
    },
  }
}
