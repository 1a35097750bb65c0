import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { addAccount } from '#main/team/server/clerks.ts'
import { dispute, outcome, teamClerk } from '#test/support/team-clerk.ts'
import { addressOf, passwordOf, startTeamServer } from '#test/support/team-server.ts'
import { startChild } from '../harness/children.ts'
import { playVendor, succeeds } from '../harness/vendor.ts'
import type { TeamEnd, TeamOrders } from './desk-child.ts'

/** How often a vendor got the same thing, and how the desk that slept has it in the end. */
export interface Asleep {
  arrived: number
  state: string
}

/**
 * A computer falls asleep between the team's word and the first byte, for longer than a colleague has to wait; she sends it, and then it wakes
 * up. `checked`: as Balie is; else without looking at the clocks, to see that this is what keeps it from going twice.
 */
export async function asleepPastTheLease(how: 'checked' | 'unchecked'): Promise<Asleep> {
  const server = await startTeamServer(['anna', 'bob'])
  const vendor = await playVendor({ react: () => succeeds(5) })
  const folder = mkdtempSync(path.join(tmpdir(), 'balie-asleep-'))
  const { origin } = new URL(vendor.urls.notes)
  const common = { name: 'Storingen', settings: {}, keepDays: 730, counts: false }
  const shared = (await addAccount(server.boss, { vendor: 'billink', origin, identity: 'winkel', ...common }))!
  await server.boss.query(`UPDATE team.release SET lease = '2 s', silence = '3 s'`)
  const { promise: stopped, resolve: stop } = Promise.withResolvers<number>()
  const { promise: ended, resolve: end } = Promise.withResolvers<TeamEnd>()
  const orders: TeamOrders = {
    folder,
    urls: vendor.urls,
    link: addressOf(server.cluster, 'anna'),
    password: passwordOf('anna'),
    keys: [1],
    stops: how,
  }
  const child = startChild(path.join(import.meta.dirname, 'desk-child.ts'), orders, (event) => {
    if (typeof event === 'object' && event !== null && 'stopped' in event) stop(Number(event.stopped))
    else end(event as TeamEnd)
  })
  const bob = await teamClerk(server, 'bob')
  try {
    const gone = child.ended.then(({ stderr }) => Promise.reject(new Error(`The desk ended too early: ${stderr.slice(-500)}`)))
    const pid = await Promise.race([stopped, gone])
    const his = dispute('K-1', { account: shared, seen: 1 })
    while ((await bob.verdict(his)) !== 'go') await sleep(200)
    // He sends it, and tells; the vendor's count has it by this line.
    let arrived = 1
    await bob.store.publish(bob.by, [outcome(his, 'sent', 1, '1')], 1)
    process.kill(pid, 'SIGCONT')
    const { items } = await Promise.race([ended, gone])
    arrived += vendor.arrivals.length
    return { arrived, state: items[0]?.state ?? 'none' }
  } finally {
    child.kill()
    await bob.close()
    await vendor.close()
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
