import { mkdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const readProc = (pid: number, file: 'cmdline' | 'stat'): string => {
  try {
    // Chromium joins its own arguments by spaces, where the kernel has them end in NUL.
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** Chromium's lock on a profile is a link named `SingletonLock` to `<host>-<process id>`. */
function lockOwner(profile: string): number | undefined {
  try {
    const pid = Number(readlinkSync(path.join(profile, 'SingletonLock')).split('-').at(-1))
    // A process id is given again, so the number alone proves nothing.
    return readProc(pid, 'cmdline').includes(`--user-data-dir=${profile} `) ? pid : undefined
  } catch {
    return undefined
  }
}

/** The command of the process that started this one; `stat` reads `pid (name) state parent …`, and a name may hold anything. */
const parentCommand = (pid: number): string =>
  readProc(Number(readProc(pid, 'stat').split(') ').at(-1)?.split(' ')[1] ?? 0), 'cmdline')

/**
 * Makes a profile ready for a new Chromium. After its main process was killed the old one may still be ending, and leaves
 * a lock that would make the new one hand over to nobody. A profile that a living stand-in uses is left alone.
 */
export async function claimProfile(profile: string, patienceMs = 5000): Promise<void> {
  mkdirSync(profile, { recursive: true })
  const deadline = Date.now() + patienceMs
  for (let owner = lockOwner(profile); owner !== undefined; owner = lockOwner(profile)) {
    if (parentCommand(owner).includes('electron-standin'))
      throw new Error(`Electron stand-in: another instance (Chromium process ${owner}) uses ${profile}`)
    if (Date.now() > deadline) process.kill(owner, 'SIGKILL')
    await sleep(25)
  }
  for (const name of ['SingletonLock', 'SingletonSocket', 'SingletonCookie', 'DevToolsActivePort'])
    rmSync(path.join(profile, name), { force: true })
}
