import { gzipSync } from 'node:zlib'
import type { Socket } from 'node:net'
import type { Behaviour } from './raw-recorder.ts'

/** An answer in bytes. `Content-Length` is added unless it is given or left out on purpose (`null`). */
export function rawAnswer(
  status: number | string,
  body: string | Uint8Array = '',
  headers: Readonly<Record<string, string | number | null>> = {},
): Buffer {
  const bytes = Buffer.from(body)
  const all = { 'Content-Type': 'application/json', 'Content-Length': bytes.length, ...headers }
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : `${name}: ${value}\r\n`))
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Because\r\n${lines.join('')}\r\n`, 'latin1'), bytes])
}

/** Answers every request with the same bytes and keeps the connection. */
export const answering = (bytes: Buffer): Behaviour => ({ onRequest: (socket) => void socket.write(bytes) })

/** Answers one after the other; the last one is repeated. */
export function answeringInTurn(...answers: Buffer[]): Behaviour {
  let next = 0
  return {
    onRequest(socket) {
      socket.write(answers[Math.min(next, answers.length - 1)] ?? Buffer.alloc(0))
      next += 1
    },
  }
}

const json = (value: unknown) => JSON.stringify(value)
const endingWith = (bytes: Buffer): Behaviour => ({ onRequest: (socket) => void socket.end(bytes) })

/** Writes, and resets once the bytes have left. */
const thenReset = (socket: Socket, bytes: Buffer) => void socket.write(bytes, () => socket.resetAndDestroy())

/** Sends a little at a time for as long as anyone listens. */
function drip(socket: Socket, first: Buffer, piece: Buffer, everyMs: number) {
  socket.write(first)
  const timer = setInterval(() => socket.write(piece), everyMs)
  socket.on('close', () => clearInterval(timer))
}

/** `success` is what the endpoint asked takes for success, so that only the fault keeps it from being one. */
export type Hostile = (success: string) => Behaviour

/** What a server, or whatever stands before it, may do wrong, by name. */
export const hostile = {
  // The connection.
  'closes before the request': () => ({ onConnect: (socket) => void socket.destroy() }),
  'never reads': () => ({ reads: false, onConnect: (socket) => void socket.pause() }),
  'never answers': () => ({}),
  'resets after the head': () => ({ onHead: (socket) => void socket.resetAndDestroy() }),
  'resets after the request': () => ({ onRequest: (socket) => void socket.resetAndDestroy() }),
  'closes after the request': () => ({ onRequest: (socket) => void socket.end() }),
  'resets within the answer’s head': () => ({ onRequest: (socket) => thenReset(socket, Buffer.from('HTTP/1.1 200 O')) }),
  'resets after the answer’s head': (success) => ({
    onRequest: (socket) => thenReset(socket, rawAnswer(200, '', { 'Content-Length': Buffer.byteLength(success) })),
  }),
  'resets within the answer’s body': (success) => ({
    onRequest: (socket) =>
      thenReset(socket, rawAnswer(200, success.slice(0, -1), { 'Content-Length': Buffer.byteLength(success) })),
  }),
  'closes within the answer’s body': (success) =>
    endingWith(rawAnswer(200, success.slice(0, -1), { 'Content-Length': Buffer.byteLength(success) })),
  'half-closes and never answers': () => ({ onHead: (socket) => void socket.end() }),

  // The pace.
  'stalls within the answer’s body': (success) => answering(rawAnswer(200, success, { 'Content-Length': 10_000 })),
  'drips the head': () => ({
    onRequest: (socket) => drip(socket, Buffer.from('HTTP/1.1 200 OK\r\n'), Buffer.from('X: y\r\n'), 20),
  }),
  'drips the body': (success) => ({
    onRequest: (socket) => drip(socket, rawAnswer(200, success, { 'Content-Length': 10_000 }), Buffer.from(' '), 20),
  }),

  // The framing.
  'announces more than comes': (success) =>
    endingWith(rawAnswer(200, success, { 'Content-Length': Buffer.byteLength(success) + 5 })),
  'announces less than comes': (success) =>
    answering(rawAnswer(200, success, { 'Content-Length': Buffer.byteLength(success) - 5 })),
  'announces two lengths': (success) =>
    answering(
      Buffer.from(`HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: ${Buffer.byteLength(success)}\r\n\r\n${success}`),
    ),
  'breaks its chunks': () => answering(Buffer.from('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n')),
  'speaks another protocol': () => answering(Buffer.from('220 mail.example ESMTP\r\n')),
  'sends an endless head': () => answering(Buffer.from(`HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(70_000)}\r\n\r\n`)),
  'upgrades unasked': () =>
    answering(Buffer.from('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: chat\r\n\r\n')),
  'says continue unasked': (success) =>
    answering(Buffer.concat([Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'), rawAnswer(200, success)])),

  // The content.
  'is empty': () => answering(rawAnswer(200)),
  'has no content': () => answering(rawAnswer(204, '', { 'Content-Length': null })),
  'is an HTML page': () => answering(rawAnswer(200, '<!doctype html><title>Welkom</title>', { 'Content-Type': 'text/html' })),
  'is garbage': () => answering(rawAnswer(200, '{"status":0,"id":1')),
  'is followed by garbage': (success) => answering(rawAnswer(200, `${success} trailing`)),
  'is compressed': (success) => answering(rawAnswer(200, gzipSync(success), { 'Content-Encoding': 'gzip' })),
  'is a gzip bomb': () => answering(rawAnswer(200, gzipSync(Buffer.alloc(64 * 1024 * 1024)), { 'Content-Encoding': 'gzip' })),
  'is not UTF-8': (success) =>
    answering(
      rawAnswer(200, Buffer.concat([Buffer.from(`${success.slice(0, -1)},"x":"`), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])),
    ),
  'announces a gigabyte': () => answering(rawAnswer(200, '{', { 'Content-Length': 1024 ** 3 })),
  'sends a gigabyte': () => ({ onRequest: (socket) => sendWithoutEnd(socket) }),
  'nests without end': () => answering(rawAnswer(200, `${'['.repeat(20_000)}${']'.repeat(20_000)}`)),
  'hides success in a prototype': () => answering(rawAnswer(200, '{"__proto__":{"id":1,"status":0,"saleNoteID":1}}')),
  'is a list': (success) => answering(rawAnswer(200, `[${success}]`)),
  'says that all went well': () => answering(rawAnswer(200, json({ message: 'OK', code: 200 }))),
} satisfies Record<string, Hostile>

/** A body that only ends when the reader hangs up. */
function sendWithoutEnd(socket: Socket) {
  const piece = Buffer.alloc(64 * 1024, ' ')
  const more = () => {
    while (!socket.destroyed && socket.write(piece));
  }
  socket.on('drain', more)
  socket.write(rawAnswer(200, '', { 'Content-Length': null }))
  more()
}
