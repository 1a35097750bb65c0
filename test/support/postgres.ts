import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The newest PostgreSQL of this machine, where Debian puts it; null where there is none. */
export function postgresPrograms(): string | null {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).filter((name) => Number(name) >= 15) : []
  const newest = versions.toSorted((a, b) => Number(b) - Number(a))[0]
  const folder = newest ? path.join(root, newest, 'bin') : null
  return folder && existsSync(path.join(folder, 'initdb')) ? folder : null
}

/** Why tests of a team are skipped; undefined where they can run. */
export const withoutPostgres = (): string | undefined =>
  process.platform === 'linux' && postgresPrograms() ? undefined : 'needs PostgreSQL 15 or newer, as Debian packs it'

/** PostgreSQL refuses root: as root it runs as whoever Debian made for it. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => /^(postgres|nobody):/.test(one))
  const [, , uid, gid] = (line ?? '').split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

export interface Cluster {
  port: number
  folder: string
  /** The superuser's. */
  boss: { user: string; password: string }
  start(): Promise<void>
  stop(mode?: 'fast' | 'immediate' | 'smart'): Promise<void>
  /** The postmaster and all that it started, as a power cut would. */
  kill(): void
  /** A copy of the whole cluster as it is on disk now, as a backup would be. */
  backup(to: string): Promise<void>
  /** A second one that follows this one by itself, asynchronously, and can take over. */
  standby(): Promise<Standby>
  /** Puts a copy in the place of what is there; the cluster has to be stopped. */
  putBack(from: string): void
  remove(): Promise<void>
}

export interface Standby {
  port: number
  /** From now on it hears nothing any more, as over a line that is slower than what is written. */
  fallBehind(): Promise<void>
  /** The first one is gone: this one answers from now on. */
  takeOver(): Promise<void>
  stop(): void
}

export interface ClusterOptions {
  /** Appended to postgresql.conf. */
  settings?: Record<string, string>
  /** Lines of pg_hba.conf; SCRAM on loopback without. */
  hba?: string[]
  /** Files for the data folder, such as certificates. */
  files?: Record<string, string>
}

/** A cluster of its own in a scratch folder, on a port of loopback, run by someone unprivileged. Its settings about the disk are honest. */
export async function startCluster({ settings = {}, hba, files = {} }: ClusterOptions = {}): Promise<Cluster> {
  const programs = postgresPrograms()
  if (!programs) throw new Error(withoutPostgres())
  const who = unprivileged()
  const folder = mkdtempSync(path.join(os.tmpdir(), 'balie-postgres-'))
  const data = path.join(folder, 'data')
  const own = (file: string) => who && chownSync(file, who.uid, who.gid)
  chmodSync(folder, 0o755)
  own(folder)
  const boss = { user: 'boss', password: `boss-${process.pid}` }
  const passwordFile = path.join(folder, 'pw')
  writeFileSync(passwordFile, `${boss.password}\n`, { mode: 0o600 })
  own(passwordFile)
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', HOME: folder }
  const program = (name: string, ...args: string[]) => run(path.join(programs, name), args, { cwd: folder, env, ...who })
  /** A base backup of what runs now. */
  const copyTo = (to: string, ...more: string[]) => {
    const from = `host=127.0.0.1 port=${port} user=${boss.user} password=${boss.password}`
    return program('pg_basebackup', '-D', to, '-d', from, '-X', 'stream', '-c', 'fast', '--no-sync', ...more)
  }
  await program(
    'initdb',
    '-D',
    data,
    '-U',
    boss.user,
    '--pwfile',
    passwordFile,
    '--auth',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale',
    'C.UTF-8',
    '--no-sync',
    '--no-instructions',
  )
  const port = await freePort()
  const lines = {
    port: String(port),
    listen_addresses: `'127.0.0.1'`,
    unix_socket_directories: `''`,
    max_connections: '120',
    shared_buffers: `'32MB'`,
    fsync: 'on',
    synchronous_commit: 'on',
    password_encryption: `'scram-sha-256'`,
    log_min_messages: 'fatal',
    ...settings,
  }
  const write = (name: string, text: string) => {
    const file = path.join(data, name)
    writeFileSync(file, text, { mode: 0o600 })
    own(file)
  }
  const conf = path.join(data, 'postgresql.conf')
  write(
    'postgresql.conf',
    `${readFileSync(conf, 'utf8')}\n${Object.entries(lines)
      .map(([name, value]) => `${name} = ${value}`)
      .join('\n')}\n`,
  )
  write('pg_hba.conf', `${(hba ?? ['host all all 127.0.0.1/32 scram-sha-256']).join('\n')}\n`)
  for (const [name, text] of Object.entries(files)) write(name, text)

  let server: ChildProcess | null = null
  const isReady = () =>
    program('pg_isready', '-q', '-h', '127.0.0.1', '-p', String(port)).then(
      () => true,
      () => false,
    )
  const pids = (): number[] => {
    const postmaster = Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
    const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], { encoding: 'utf8' })
      .split('\n')
      .map(Number)
      .filter(Boolean)
    return [postmaster, ...children]
  }
  const ended = () => {
    const exiting = server
    return exiting && exiting.exitCode === null && exiting.signalCode === null
      ? new Promise<void>((resolve) => exiting.once('exit', () => resolve()))
      : Promise.resolve()
  }
  const cluster: Cluster = {
    port,
    folder,
    boss,
    async start() {
      rmSync(path.join(data, 'postmaster.pid'), { force: true })
      const started = spawn(path.join(programs, 'postgres'), ['-D', data], {
        cwd: folder,
        env,
        stdio: ['ignore', 'ignore', 'pipe'],
        ...who,
      })
      server = started
      let words = ''
      started.stderr.on('data', (part: Buffer) => (words = (words + String(part)).slice(-2000)))
      while (!(await isReady())) {
        if (started.exitCode !== null || started.signalCode !== null) throw new Error(`PostgreSQL did not start: ${words}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    async stop(mode = 'fast') {
      const done = ended()
      server?.kill(({ fast: 'SIGINT', immediate: 'SIGQUIT', smart: 'SIGTERM' } as const)[mode])
      await done
    },
    kill() {
      for (const pid of pids()) {
        try {
          process.kill(pid, 'SIGKILL')
        } catch {
          // It ended by itself meanwhile.
        }
      }
    },
    async backup(to) {
      await copyTo(to)
    },
    async standby() {
      const copy = path.join(folder, 'standby')
      await copyTo(copy, '--write-recovery-conf')
      const second = await freePort()
      const file = path.join(copy, 'postgresql.auto.conf')
      // The last line that names a setting counts.
      const set = (line: string) => appendFileSync(file, `${line}\n`)
      set(`port = ${second}`)
      const follower = spawn(path.join(programs, 'postgres'), ['-D', copy], { cwd: folder, env, stdio: 'ignore', ...who })
      while (
        !(await program('pg_isready', '-q', '-h', '127.0.0.1', '-p', String(second)).then(
          () => true,
          () => false,
        ))
      ) {
        if (follower.exitCode !== null || follower.signalCode !== null) throw new Error('The second PostgreSQL did not start')
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      return {
        port: second,
        async fallBehind() {
          set(`primary_conninfo = ''`)
          await program('pg_ctl', 'reload', '-D', copy)
        },
        async takeOver() {
          await program('pg_ctl', 'promote', '-w', '-D', copy)
        },
        stop: () => void follower.kill('SIGQUIT'),
      }
    },
    putBack(from) {
      rmSync(data, { recursive: true, force: true })
      execFileSync('cp', ['-a', from, data])
    },
    async remove() {
      await cluster.stop('immediate').catch(() => undefined)
      rmSync(folder, { recursive: true, force: true })
    },
  }
  mkdirSync(path.join(folder, 'backups'))
  own(path.join(folder, 'backups'))
  try {
    await cluster.start()
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  return cluster
}
