import { existsSync } from 'node:fs'
import type { NotificationConstructorOptions } from 'electron'
import { manifest } from './context.ts'
import { Bus, socketOf } from './dbus.ts'
import { strictEmitter } from './unsupported.ts'

const service = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
} as const

/** Electron's `Notification` on Linux: over D-Bus, to whatever service shows notifications there. */
export class Notification extends strictEmitter('Notification') {
  title: string
  body: string

  constructor({ title = '', body = '' }: NotificationConstructorOptions = {}) {
    super()
    this.title = title
    this.body = body
  }

  static isSupported(): boolean {
    const socket = socketOf(process.env.DBUS_SESSION_BUS_ADDRESS)
    return socket !== undefined && (socket.startsWith('\0') || existsSync(socket))
  }

  show(): void {
    this.tell().catch((error: unknown) => this.emit('failed', {}, error instanceof Error ? error.message : String(error)))
  }

  private async tell(): Promise<void> {
    const bus = await Bus.connect(process.env.DBUS_SESSION_BUS_ADDRESS)
    bus.unref()
    await bus.follow(service.interface)
    const name = manifest.productName ?? manifest.name
    const asked = bus.call({
      ...service,
      member: 'Notify',
      signature: 'susssasa{sv}i',
      body: [name, 0, '', this.title, this.body, ['default', 'View'], [], -1],
    })
    // Heard from the start: the service may tell of a click in the same breath as its answer.
    const heard: [number, string][] = []
    let id = 0
    const follow = (about: number, member: string) => {
      if (about !== id) return
      if (member === 'ActionInvoked') this.emit('click', {})
      if (member !== 'NotificationClosed') return
      this.emit('close', {})
      bus.end()
    }
    bus.on('signal', ({ interface: from, member, body }) => {
      if (from !== service.interface) return
      if (id === 0) heard.push([Number(body[0]), member])
      else follow(Number(body[0]), member)
    })
    const [given] = await asked.catch((error: unknown) => {
      bus.end()
      throw error
    })
    id = Number(given)
    this.emit('show', {})
    for (const [about, member] of heard) follow(about, member)
  }
}
