import log from 'electron-log/node.js'
import path from 'node:path'
import { kindNames } from '#shared/domain/kinds.ts'
import { sharedVendorOf } from '#shared/vendors/index.ts'

const secretNames = kindNames.flatMap((kind) => sharedVendorOf(kind).secretNames ?? [])
const inBody = new RegExp(`("(?:${['file', 'secret', 'apiKey', ...secretNames].join('|')})"\\s*:\\s*")[^"]*`, 'gi')

/** What must never reach a log: keys, base64 and a PATCH's path (it carries the note's text). */
export function redact(text: string): string {
  return text
    .replace(/(Bearer\s+)\S+/gi, '$1[redacted]')
    .replace(inBody, '$1[redacted]')
    .replace(/(\/sale-note\/)\S+/g, '$1[redacted]')
    .replace(/[A-Za-z0-9+/]{200,}={0,2}/g, '[base64 redacted]')
}

export interface Logger {
  info(message: string): void
  error(message: string, error: unknown): void
}

/** SECURITY: redaction happens at the sink, so that no caller can forget it. Errors go by name and message, never as objects. */
export function openLog(folder: string): Logger {
  const logger = log.create({ logId: 'balie' })
  logger.transports.file.resolvePathFn = () => path.join(folder, 'balie.log')
  logger.transports.file.maxSize = 5 * 1024 * 1024
  logger.transports.console.level = 'warn'
  const write = (level: 'info' | 'error', text: string) => logger[level](redact(text))
  return {
    info: (message) => write('info', message),
    error: (message, error) =>
      write('error', `${message}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  }
}
