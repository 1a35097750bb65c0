import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'

/** Who has a ledger open, as its lock says. */
export interface Holder {
  session: string
  /** The computer's own id, and its name for a person. */
  host: string
  boot: string
  pid: number
  /** When the process started, in the system's own count; empty where that can't be told. */
  started: string
  heartbeat: number
}

/** This computer and this process, and whether another of its processes still runs. */
export interface Host {
  readonly self: Pick<Holder, 'host' | 'boot' | 'pid' | 'started'>
  isAlive(holder: Holder, now: number): boolean
}

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return ''
  }
}

/** Fields 3, 20 and 22 of `stat`, counted behind the name, which may hold anything (proc_pid_stat(5)). */
function processOf(pid: number | 'self'): { started: string; hasEnded: boolean } {
  const text = textOf(`/proc/${pid}/stat`)
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const [state, threads] = [fields[0] ?? '', Number(fields[17])]
  // A process that was killed keeps its number until its parent asks how it ended, and some parents never do. Its first thread
  // alone may be gone while another still writes.
  return { started: fields[19] ?? '', hasEnded: /^[ZX]/.test(state) && threads <= 1 }
}

/** Names change with the network; this stays with the computer, or with the person's folder on it. */
function machineId(stateFolder: string): string {
  const system = textOf('/etc/machine-id')
  if (system !== '') return system
  const file = path.join(stateFolder, 'machine')
  const known = textOf(file)
  if (known !== '') return known
  const made = randomUUID()
  mkdirSync(stateFolder, { recursive: true, mode: 0o700 })
  writeFileSync(file, made, { mode: 0o600 })
  return made
}

/** A process whose start is not known counts as alive only while its heartbeat is this fresh: its number may be another's now. */
const freshMs = 60_000

const runs = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const separator = ' '
/** The computer's name, as a person knows it. */
export const hostNameOf = ({ host }: Pick<Holder, 'host'>): string => host.slice(host.indexOf(separator) + 1)
/** Whether the holder is of this computer. */
export const isSameHost = (one: Pick<Holder, 'host'>, other: Pick<Holder, 'host'>): boolean =>
  one.host.split(separator)[0] === other.host.split(separator)[0]

/** The computer that this process runs on. */
export function systemHost(stateFolder: string): Host {
  const boot = textOf('/proc/sys/kernel/random/boot_id')
  const host = `${machineId(stateFolder)}${separator}${hostname()}`
  return {
    self: { host, boot, pid: process.pid, started: processOf('self').started },
    isAlive(holder, now) {
      if (holder.boot !== '' && boot !== '' && holder.boot !== boot) return false
      if (!runs(holder.pid)) return false
      const { started, hasEnded } = processOf(holder.pid)
      if (hasEnded) return false
      if (holder.started !== '') return started === holder.started
      return Math.abs(now - holder.heartbeat) < freshMs
    },
  }
}
