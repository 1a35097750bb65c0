import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'
import { systemHost, type Holder } from '#main/storage/ledger-identity/host.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const started: ChildProcess[] = []
afterEach(() => started.splice(0).forEach((child) => child.kill('SIGKILL')))

describe('whether a process that holds a ledger still runs', () => {
  const startOf = (pid: number): string => {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  }

  it.skipIf(!existsSync('/proc/self/stat'))('counts as ended what was killed, though its parent has not noticed', async () => {
    // The shell becomes a program that never asks what became of the child it was given.
    const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] })
    started.push(parent)
    const [said] = (await once(parent.stdout, 'data')) as [Buffer]
    const host = systemHost(await temporaryFolder())
    const pid = Number(String(said).trim())
    const holder: Holder = { ...host.self, session: 'any', pid, started: startOf(pid), heartbeat: Date.now() }
    expect(host.isAlive(holder, Date.now())).toBe(true)
    process.kill(holder.pid, 'SIGKILL')
    await expect.poll(() => execFileSync('ps', ['-o', 'stat=', '-p', String(holder.pid)], { encoding: 'utf8' })).toMatch(/^Z/)
    expect(host.isAlive(holder, Date.now())).toBe(false)
  })
})
