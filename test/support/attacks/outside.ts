import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createTcpServer, type AddressInfo } from 'node:net'

/** The world outside the app, which remembers who came, by the name of an attack. */
export interface Outside {
  /** The address under which this attack counts. */
  of(name: string): string
  /** Ports of TURN servers, which tell nobody what they heard but that they heard it. */
  turn: { tcp: number; udp: number }
  came: ReadonlySet<string>
  forget(name: string): void
  close(): Promise<void>
}

const portOf = (address: AddressInfo | string | null) => (address as AddressInfo).port

/** The attacks that leave by WebRTC, by the transport they use; each is tried alone. */
export const overTurn = { tcp: 'turn/tcp', udp: 'turn/udp' } as const

export async function openOutside(): Promise<Outside> {
  const came = new Set<string>()
  const server = createServer((request, response) => {
    came.add(decodeURIComponent((request.url ?? '/').slice(1).split('?')[0] ?? ''))
    response.setHeader('Access-Control-Allow-Origin', '*').end('')
  })
  server.on('upgrade', (request, socket) => {
    came.add(decodeURIComponent((request.url ?? '/').slice(1)))
    socket.destroy()
  })
  const tcp = createTcpServer((socket) => {
    came.add(overTurn.tcp)
    socket.on('error', () => undefined)
  })
  const udp = createSocket('udp4')
  udp.on('message', () => came.add(overTurn.udp))
  server.listen(0, '127.0.0.1')
  tcp.listen(0, '127.0.0.1')
  udp.bind(0, '127.0.0.1')
  await Promise.all([once(server, 'listening'), once(tcp, 'listening'), once(udp, 'listening')])
  const { port } = server.address() as AddressInfo
  return {
    of: (name) => `http://127.0.0.1:${port}/${encodeURIComponent(name)}`,
    turn: { tcp: portOf(tcp.address()), udp: udp.address().port },
    came,
    forget: (name) => void came.delete(name),
    async close() {
      server.closeAllConnections()
      server.close()
      tcp.close()
      udp.close()
    },
  }
}
