import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { invitationText } from '#main/team/invitation.ts'
import { addAccount } from '#main/team/server/clerks.ts'
import { practiceBillinkUsername } from '#main/vendors/billink/practice/credentials.ts'
import { withoutPostgres } from '#test/support/postgres.ts'
import { teamClerk } from '#test/support/team-clerk.ts'
import { addressOf, passwordOf, startTeamServer } from '#test/support/team-server.ts'
import { hasDisplay } from '#tools/setup/display.mjs'
import { build, setUp } from '#tools/setup/set-up.mjs'
import { leaveExamples } from './example-items.ts'

const print = (text: string) => void process.stdout.write(`${text}\n`)
/** The third is not there: she left items and a draft. */
const clerks = ['anna', 'bob', 'eva'] as const

/** Opens the app for a clerk, in a folder of their own: each is another computer to the team. */
function openWindow(shell: { kind: string; path: string }, folder: string): ChildProcess {
  // SECURITY: Chromium refuses its sandbox to root; only then, and only when run from the sources, it goes without.
  const asRoot = shell.kind === 'electron' && process.platform === 'linux' && process.getuid?.() === 0
  return spawn(shell.path, ['.', ...(asRoot ? ['--no-sandbox'] : []), `--user-data-dir=${folder}`], { stdio: 'ignore' })
}

/**
 * A team to try out: a PostgreSQL of its own in a scratch folder, on loopback alone, with a practice account, three clerks and what one
 * of them left. All of it is gone when it ends.
 */
export async function practiseTogether(): Promise<void> {
  const why = withoutPostgres()
  if (why) {
    print(`A team to practise with ${why}.`)
    process.exitCode = 1
    return
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-practice-team-'))
  const server = await startTeamServer([])
  const windows: ChildProcess[] = []
  const ended = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.resolve())
  try {
    const account = { settings: {}, keepDays: 730, counts: false, origin: 'practice' }
    await addAccount(server.boss, { ...account, vendor: 'billink', identity: practiceBillinkUsername, name: 'Oefenwinkel' })
    await addAccount(server.boss, { ...account, vendor: 'digiwallet', identity: '', name: 'Oefenwinkel' })
    for (const clerk of clerks) await server.add(clerk)
    await leaveExamples(await teamClerk(server, 'eva'))
    print('A team to practise with runs, on this computer alone. Press Ctrl+C to end it; nothing of it stays.\n')
    for (const clerk of clerks.slice(0, 2)) {
      const invitation = path.join(folder, `${clerk}.balie-team`)
      writeFileSync(invitation, invitationText(addressOf(server.cluster, clerk)), { mode: 0o600 })
      print(`${clerk}\n  invitation  ${invitation}\n  password    ${passwordOf(clerk)}`)
    }
    print(`
In each window: Settings, Team, open the invitation, type the password, and link your practice account to the team's. Then file the same
invoice in both; look at History, The team's, where eva left one of which nobody knows what came of it; and take over the draft that she left
under Colleagues' at the disputes.\n`)
    if (hasDisplay()) {
      const { shell } = await setUp({ forTests: false })
      await build()
      for (const clerk of clerks.slice(0, 2)) {
        const own = path.join(folder, clerk)
        mkdirSync(own)
        windows.push(openWindow(shell, own))
      }
      void Promise.all(windows.map((window) => new Promise((resolve) => window.once('exit', resolve)))).then(() =>
        ended.resolve(),
      )
    } else print('There is no display here: open two windows yourself, with npm start -- --user-data-dir=FOLDER for each.')
    await ended.promise
  } finally {
    for (const window of windows) window.kill()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
