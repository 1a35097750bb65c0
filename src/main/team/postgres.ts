import { constants } from 'node:crypto'
import { isIP } from 'node:net'
import type { Client, ClientConfig } from 'pg'
import { TeamFailure, troubleOf } from './failures.ts'

/** Where a team's database is, and who asks. */
export interface TeamAddress {
  host: string
  port: number
  database: string
  user: string
  /** The certificate of the authority that signed the server's, where this computer does not know it. */
  ca: string | null
}

export type Row = Record<string, unknown>

/** One connection. What it throws is the client's own error: whoever asks knows what it means to them. */
export interface Connection {
  query(sql: string, values?: readonly unknown[]): Promise<Row[]>
  /** Says goodbye; never waits for a server that does not answer. */
  close(): Promise<void>
  /** At once, without a word: nobody knows what the server still does for it. */
  drop(): void
  readonly isOpen: boolean
  /** Hears once that it ended, whoever ended it. */
  onEnd(listener: () => void): void
  /** How it is protected, for the administrator. */
  readonly isEncrypted: boolean
}

/** How long connecting and one call may take. */
export interface Patience {
  connectMs: number
  callMs: number
}

/** It stays on this computer, where nobody listens in between. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** What of the client's insides is used: it has no word for which ways of signing in are good enough. */
interface Insides {
  stream: { destroy(): void; encrypted?: boolean }
  once(event: 'authenticationSASL', listener: () => void): void
}

/** SECURITY: said here, because `--tls-min-v1.0` and `--tls-cipher-list` in someone's NODE_OPTIONS would lower them. */
const strength = { minVersion: 'TLSv1.2', ciphers: constants.defaultCoreCipherList } as const

/**
 * Connects to a team's database. THE only importer of `pg`, and only when a team is used: an app without one never loads it.
 *
 * SECURITY: over TLS whose certificate is checked against its name (`verify-full`), but for this computer itself; and with SCRAM alone,
 * which proves that the server knows the password's verifier and gives nobody the password. A server that wants it in clear, as MD5
 * or not at all is refused. Statements have no names, so that a pooler in transaction mode can stand in between.
 * @see https://www.postgresql.org/docs/15/libpq-ssl.html
 */
export async function connect(address: TeamAddress, password: string, { connectMs, callMs }: Patience): Promise<Connection> {
  const { default: pg } = await import('pg')
  const isHere = isLoopback(address.host)
  let usedScram = false
  const config: ClientConfig & { enableChannelBinding: boolean } = {
    host: address.host,
    port: address.port,
    database: address.database,
    user: address.user,
    password() {
      if (!usedScram) throw new TeamFailure('not-scram', null)
      return password
    },
    ssl:
      isHere && address.ca === null
        ? false
        : { rejectUnauthorized: true, ...strength, ...(address.ca !== null && { ca: address.ca }) },
    enableChannelBinding: true,
    connectionTimeoutMillis: connectMs,
    query_timeout: callMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    application_name: 'balie',
  }
  const client = new pg.Client(config)
  const insides = (client as unknown as { connection: Insides }).connection
  insides.once('authenticationSASL', () => (usedScram = true))
  let isOpen = true
  const drop = () => {
    isOpen = false
    insides.stream.destroy()
  }
  // What breaks between two calls is found by the next one.
  client.on('error', drop)
  client.on('end', () => (isOpen = false))
  try {
    await client.connect()
  } catch (error) {
    drop()
    throw error instanceof TeamFailure ? error : new TeamFailure(troubleOf(error), error)
  }
  if (!usedScram) {
    drop()
    throw new TeamFailure('not-scram', null)
  }
  return connection(client, insides, drop, () => isOpen)
}

function connection(client: Client, insides: Insides, drop: () => void, isOpen: () => boolean): Connection {
  return {
    query: async (sql, values) => (await client.query<Row>(sql, values ? [...values] : undefined)).rows,
    async close() {
      if (!isOpen()) return
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, 500)))
      await Promise.race([client.end().catch(() => undefined), late])
      clearTimeout(timer)
      drop()
    },
    drop,
    onEnd: (listener) => void client.once('end', listener),
    get isOpen() {
      return isOpen()
    },
    isEncrypted: insides.stream.encrypted === true,
  }
}
