import { EventEmitter, once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Reader, typesOf, Writer } from './dbus-wire.ts'

/** Kinds of messages, as D-Bus numbers them. */
const kinds = { call: 1, answer: 2, error: 3, signal: 4 } as const

export interface Message {
  kind: keyof typeof kinds
  serial: number
  path: string
  interface: string
  member: string
  error: string
  replyTo: number
  destination: string
  sender: string
  signature: string
  body: unknown[]
}

type Outgoing = Partial<Omit<Message, 'serial' | 'sender'>> & Pick<Message, 'kind'>

const fields: readonly (readonly [code: number, name: keyof Message, type: string])[] = [
  [1, 'path', 'o'],
  [2, 'interface', 's'],
  [3, 'member', 's'],
  [4, 'error', 's'],
  [5, 'replyTo', 'u'],
  [6, 'destination', 's'],
  [7, 'sender', 's'],
  [8, 'signature', 'g'],
]

function encode(message: Outgoing, serial: number): Buffer {
  const { signature = '', body = [] } = message
  const content = new Writer()
  for (const [index, type] of typesOf(signature).entries()) content.put(type, body[index])
  const head = new Writer()
  for (const byte of ['l'.charCodeAt(0), kinds[message.kind], 0, 1]) head.put('y', byte)
  head.put('u', content.length)
  head.put('u', serial)
  const given = fields.filter(([, name]) => message[name as keyof Outgoing])
  head.put(
    'a(yv)',
    given.map(([code, name, type]) => [code, { type, value: message[name as keyof Outgoing] }]),
  )
  head.align(8)
  return Buffer.concat([head.done(), content.done()])
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The first whole message of what has come, and its length; null where more has to come first. */
function decode(bytes: Buffer): { message: Message; length: number } | null {
  if (bytes.length < 16) return null
  const headLength = Math.ceil((16 + bytes.readUInt32LE(12)) / 8) * 8
  const length = headLength + bytes.readUInt32LE(4)
  if (bytes.length < length) return null
  const named = new Map((new Reader(bytes, 12).take('a(yv)') as [number, unknown][]).map(([code, value]) => [code, value]))
  const text = (code: number) => textOf(named.get(code))
  const signature = text(8)
  const body = new Reader(bytes.subarray(headLength, length))
  const kind = (Object.keys(kinds) as Message['kind'][]).find((name) => kinds[name] === bytes[1]) ?? 'signal'
  const message: Message = {
    kind,
    serial: bytes.readUInt32LE(8),
    path: text(1),
    interface: text(2),
    member: text(3),
    error: text(4),
    replyTo: Number(named.get(5) ?? 0),
    destination: text(6),
    sender: text(7),
    signature,
    body: typesOf(signature).map((type) => body.take(type)),
  }
  return { message, length }
}

/** Where a bus listens, of `unix:path=…` or `unix:abstract=…`; undefined where there is none that we can reach. */
export function socketOf(address: string | undefined): string | undefined {
  const [, kind, name] = /unix:(path|abstract)=([^,;]+)/.exec(address ?? '') ?? []
  if (name === undefined) return undefined
  return kind === 'abstract' ? `\0${decodeURIComponent(name)}` : decodeURIComponent(name)
}

const bus = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus' } as const

/** A connection to a bus: enough to show notifications, and to be the service that shows them. */
export class Bus extends EventEmitter<{ signal: [Message]; call: [Message]; close: [] }> {
  private readonly socket: Socket
  private readonly waiting = new Map<number, (message: Message) => void>()
  private serial = 0
  private rest = Buffer.alloc(0)

  private constructor(socket: Socket) {
    super()
    this.socket = socket
  }

  static async connect(address: string | undefined): Promise<Bus> {
    const path = socketOf(address)
    if (path === undefined) throw new Error('There is no D-Bus to connect to')
    const socket = connect(path)
    await once(socket, 'connect')
    socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(process.getuid?.() ?? 0)).toString('hex')}\r\n`)
    const [answer] = (await once(socket, 'data')) as [Buffer]
    if (!String(answer).startsWith('OK')) throw new Error(`D-Bus refused: ${String(answer)}`)
    socket.write('BEGIN\r\n')
    const made = new Bus(socket)
    socket.on('data', (bytes) => made.receive(bytes))
    socket.on('close', () => made.emit('close'))
    socket.on('error', () => socket.destroy())
    await made.call({ ...bus, member: 'Hello' })
    return made
  }

  async call(message: Omit<Outgoing, 'kind'>): Promise<unknown[]> {
    const serial = this.send({ ...message, kind: 'call' })
    const answer = await new Promise<Message>((resolve) => this.waiting.set(serial, resolve))
    if (answer.kind === 'error') throw new Error(`${answer.error}: ${textOf(answer.body[0])}`)
    return answer.body
  }

  /** Signals of this interface come in from now on. */
  async follow(name: string): Promise<void> {
    await this.call({ ...bus, member: 'AddMatch', signature: 's', body: [`type='signal',interface='${name}'`] })
  }

  /** Others reach this connection by that name. */
  async own(name: string): Promise<void> {
    await this.call({ ...bus, member: 'RequestName', signature: 'su', body: [name, 4] })
  }

  send(message: Outgoing): number {
    this.serial += 1
    this.socket.write(encode(message, this.serial))
    return this.serial
  }

  /** Keeps no process alive. */
  unref(): void {
    this.socket.unref()
  }

  end(): void {
    this.socket.destroy()
  }

  private receive(bytes: Buffer): void {
    this.rest = Buffer.concat([this.rest, bytes])
    for (let next = decode(this.rest); next; next = decode(this.rest)) {
      this.rest = this.rest.subarray(next.length)
      const { message } = next
      if (message.kind === 'signal') this.emit('signal', message)
      else if (message.kind === 'call') this.emit('call', message)
      else {
        this.waiting.get(message.replyTo)?.(message)
        this.waiting.delete(message.replyTo)
      }
    }
  }
}
