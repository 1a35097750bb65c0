import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { NotificationConstructorOptions } from 'electron'
import { manifest } from './context.ts'
import { strictEmitter, UnsupportedError } from './unsupported.ts'

const program = () =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'notify-send'))
    .find((file) => existsSync(file))

/** Electron's `Notification`, through notify-send where it is installed. */
export class Notification extends strictEmitter('Notification') {
  title: string
  body: string

  constructor({ title = '', body = '' }: NotificationConstructorOptions = {}) {
    super()
    this.title = title
    this.body = body
  }

  static isSupported(): boolean {
    return program() !== undefined
  }

  show(): void {
    const command = program()
    if (command === undefined) throw new UnsupportedError('Notification without notify-send')
    const args = [
      `--app-name=${manifest.productName ?? manifest.name}`,
      '--wait',
      '--action=default=Open',
      '--',
      this.title,
      this.body,
    ]
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] })
    child.unref()
    child.once('spawn', () => this.emit('show', {}))
    child.once('error', (error) => this.emit('failed', {}, error.message))
    child.stdout.setEncoding('utf8').on('data', (text: string) => text.trim() === 'default' && this.emit('click', {}))
    child.once('close', () => this.emit('close', {}))
  }
}
