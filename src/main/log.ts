import log from 'electron-log/node.js'
import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { KnownSecrets } from './redaction/known-secrets.ts'
import { asOneEntry, withoutPersonalText } from './redaction/log-text.ts'

export interface Logger {
  info(message: string): void
  error(message: string, error: unknown): void
  /** The last lines, as they stand on disk: already without what is nobody's business. */
  tail(): Promise<string>
}

/** Enough to see what led to a trouble, and fit for a mail. */
const tailLines = 200
const tailBytes = 64 * 1024

/** SECURITY: this person's alone, whatever the umask. A log that can't be written keeps nobody from working. */
function keepToOneself(folder: string, file: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
    if (existsSync(file)) chmodSync(file, 0o600)
  } catch {
    // What follows says why the folder can't be used.
  }
}

/** SECURITY: redaction happens at the sink, so that no caller can forget it. Errors go by name and message, never as objects. */
export function openLog(folder: string, secrets: Pick<KnownSecrets, 'without'>): Logger {
  const logger = log.create({ logId: 'balie' })
  const file = path.join(folder, 'balie.log')
  logger.transports.file.resolvePathFn = () => file
  keepToOneself(folder, file)
  logger.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  logger.transports.file.maxSize = 5 * 1024 * 1024
  logger.transports.console.level = 'warn'
  const write = (level: 'info' | 'error', text: string) => logger[level](asOneEntry(withoutPersonalText(secrets.without(text))))
  return {
    info: (message) => write('info', message),
    error: (message, error) =>
      write('error', `${message}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    async tail() {
      const text = await readFile(file, 'utf8').catch(() => '')
      return text.slice(-tailBytes).split('\n').slice(-tailLines).join('\n')
    },
  }
}
