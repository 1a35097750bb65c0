import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createTestAuthority } from './certificates.ts'
import { freePort } from './postgres.ts'
import type { TeamServer } from './team-server.ts'

const program = '/usr/sbin/pgbouncer'

/** Why nothing can stand between desks and their database; undefined where it can. */
export const withoutPgbouncer = (): string | undefined =>
  existsSync(program) ? undefined : 'needs pgbouncer, as Debian packs it'

export interface Pooler {
  port: number
  /** The authority that signed its certificate, for `localhost`. */
  ca: string
  close(): void
}

const isListening = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

/** A pooler in transaction mode before a team's database: TLS from desks to it, and SCRAM for each clerk from end to end. */
export async function startPgbouncer({ cluster, boss }: TeamServer, poolSize = 20): Promise<Pooler> {
  // Who runs the cluster: neither program runs as root.
  const { uid, gid } = statSync(path.join(cluster.folder, 'data'))
  const folder = mkdtempSync(path.join(os.tmpdir(), 'balie-pgbouncer-'))
  const own = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text, { mode: 0o600 })
    if (process.getuid?.() === 0) chownSync(path.join(folder, name), uid, gid)
  }
  if (process.getuid?.() === 0) chownSync(folder, uid, gid)
  const authority = await createTestAuthority()
  const { key, cert } = await authority.issue(['localhost'])
  const port = await freePort()
  const logins = await boss.query(`SELECT rolname, rolpassword FROM pg_authid WHERE rolcanlogin AND rolpassword IS NOT NULL`)
  own('users', logins.map(({ rolname, rolpassword }) => `"${String(rolname)}" "${String(rolpassword)}"\n`).join(''))
  own('key.pem', key)
  own('cert.pem', cert)
  own(
    'pgbouncer.ini',
    `[databases]
balie = host=127.0.0.1 port=${cluster.port} dbname=balie
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
pool_mode = transaction
default_pool_size = ${poolSize}
auth_type = scram-sha-256
auth_file = ${path.join(folder, 'users')}
client_tls_sslmode = require
client_tls_key_file = ${path.join(folder, 'key.pem')}
client_tls_cert_file = ${path.join(folder, 'cert.pem')}
server_login_retry = 1
`,
  )
  const child = spawn(program, ['-q', path.join(folder, 'pgbouncer.ini')], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(process.getuid?.() === 0 && { uid, gid }),
  })
  let words = ''
  child.stderr.on('data', (part: Buffer) => (words = (words + String(part)).slice(-2_000)))
  const ended = once(child, 'exit').then(() => true)
  while (!(await isListening(port)))
    if (await Promise.race([ended, sleep(20).then(() => false)])) throw new Error(`pgbouncer did not start: ${words}`)
  return {
    port,
    ca: authority.cert,
    close() {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
