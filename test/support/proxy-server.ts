import { once } from 'node:events'
import net, { type AddressInfo, type Socket } from 'node:net'
import tls from 'node:tls'

export interface TestProxy {
  /** `127.0.0.1:port` */
  address: string
  port: number
  /** What each tunnel was asked for, as `host:port`, in order. */
  asked: string[]
  connections: number
  /** The `Proxy-Authorization` of each tunnel that was asked for, in order; null where there was none. */
  passwords: (string | null)[]
  close(): Promise<void>
}

type Serve = (
  socket: Socket,
  proxy: { asked: string[]; passwords: (string | null)[]; open(target: string, ready: () => Buffer): void },
) => void

async function listen(serve: Serve, to: number, secure?: { key: string; cert: string }): Promise<TestProxy> {
  const asked: string[] = []
  const passwords: (string | null)[] = []
  const sockets = new Set<Socket>()
  const proxy = { connections: 0 }
  const accept = (socket: Socket) => {
    proxy.connections += 1
    socket.on('error', () => socket.destroy())
    serve(socket, {
      asked,
      passwords,
      open(target, ready) {
        asked.push(target)
        const onward = net.connect(to, '127.0.0.1', () => {
          socket.write(ready())
          socket.pipe(onward).pipe(socket)
        })
        sockets.add(onward)
        onward.on('error', () => socket.destroy()).on('close', () => socket.destroy())
        socket.on('close', () => onward.destroy())
      },
    })
  }
  const server = secure ? tls.createServer(secure, accept) : net.createServer(accept)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    address: `${secure ? 'localhost' : '127.0.0.1'}:${port}`,
    port,
    asked,
    passwords,
    get connections() {
      return proxy.connections
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}

/**
 * An HTTP proxy whose tunnels all lead to one local port, whatever name was asked for. `answer` replaces the tunnel by an answer of its own;
 * `null` by silence, `'reset'` by a reset. With a `password`, only who sends `name:password` by Basic passes; all others get a 407 that
 * offers what `schemes` says.
 */
export const createHttpProxy = (
  to: number,
  options: {
    answer?: string | null
    secure?: { key: string; cert: string }
    password?: string
    schemes?: string
  } = {},
) =>
  listen(
    (socket, { asked, passwords, open }) => {
      socket.once('data', (data) => {
        const target = /^CONNECT (\S+) HTTP\/1\.1\r\n/.exec(data.toString('latin1'))?.[1] ?? ''
        const sent = /^proxy-authorization: (.*)$/im.exec(data.toString('latin1'))?.[1]?.trim() ?? null
        passwords.push(sent)
        const { answer, password, schemes = 'Basic realm="Kantoor"' } = options
        if (password !== undefined && sent !== `Basic ${Buffer.from(password).toString('base64')}`) {
          asked.push(target)
          socket.end(`HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: ${schemes}\r\nContent-Length: 0\r\n\r\n`)
          return
        }
        if (answer === undefined) return open(target, () => Buffer.from('HTTP/1.1 200 Connection established\r\n\r\n'))
        asked.push(target)
        if (answer === 'reset') socket.resetAndDestroy()
        else if (answer !== null) socket.end(answer)
      })
    },
    to,
    options.secure,
  )

/** A SOCKS 5 proxy that takes names and gives this reply (0 is success). It lets pass whoever comes, or answers what they offer with this. */
export const createSocksProxy = (to: number, reply = 0, method = 0) =>
  listen((socket, { asked, open }) => {
    const answer = Buffer.from([5, reply, 0, 1, 127, 0, 0, 1, 0, 0])
    socket.once('data', () => {
      socket.write(Buffer.from([5, method]))
      if (method !== 0) return
      socket.once('data', (request) => {
        const length = request[4] ?? 0
        const target = `${request.subarray(5, 5 + length).toString('latin1')}:${request.readUInt16BE(5 + length)}`
        if (reply === 0) return open(target, () => answer)
        asked.push(target)
        socket.end(answer)
      })
    })
  }, to)
