import net, { type AddressInfo, type Socket } from 'node:net'
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads'

/**
 * A server in a thread of its own that answers the first request and then hangs up on the idle connection, so that a test can
 * hold its own thread still until the hang-up lies unread in the socket: the moment in which a client might send twice.
 */
export interface ClosingServer {
  origin: string
  /** Hangs up and holds this thread until that has happened. */
  hangUpUnseen(how: 'closes' | 'resets'): void
  /** Requests by method with the connection each came over. */
  requests(): Promise<{ connection: number; method: string }[]>
  close(): Promise<number>
}

export async function createClosingServer(answer: string): Promise<ClosingServer> {
  const flag = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(new URL(import.meta.url), { workerData: { answer, flag } })
  const next = <T>() => new Promise<T>((resolve) => worker.once('message', resolve))
  const port = await next<number>()
  return {
    origin: `http://127.0.0.1:${port}`,
    hangUpUnseen(how) {
      worker.postMessage(how)
      Atomics.wait(flag, 0, 0)
    },
    async requests() {
      worker.postMessage('requests')
      return next()
    },
    close: () => worker.terminate(),
  }
}

function serve({ answer, flag }: { answer: string; flag: Int32Array }) {
  const requests: { connection: number; method: string }[] = []
  const sockets: Socket[] = []
  const server = net.createServer((socket) => {
    const connection = sockets.push(socket) - 1
    socket.on('error', () => undefined)
    let text = ''
    socket.on('data', (data) => {
      text += data.toString('latin1')
      const head = /^(\w+) [^]*?\r\n\r\n/.exec(text)
      const length = Number(/content-length: (\d+)/.exec(head?.[0] ?? '')?.[1] ?? 0)
      if (!head || text.length < head[0].length + length) return
      text = ''
      requests.push({ connection, method: head[1] ?? '' })
      socket.write(answer)
    })
  })
  server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port))
  parentPort?.on('message', (message: 'closes' | 'resets' | 'requests') => {
    if (message === 'requests') return parentPort?.postMessage(requests)
    const socket = sockets[0]
    socket?.once('close', () => {
      Atomics.store(flag, 0, 1)
      Atomics.notify(flag, 0)
    })
    return message === 'resets' ? socket?.resetAndDestroy() : socket?.destroy()
  })
}

if (!isMainThread && workerData?.flag) serve(workerData)
