import { expect, onTestFinished, test } from 'vitest'
import { openDesk } from '#main/desk.ts'
import { TeamFailure } from '#main/team/failures.ts'
import { faultPorts } from '#test/faults/harness/ports.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

/** A desk whose organisation lets teams be on these servers, and where it went to. */
async function deskWith(teamHosts: string[] | undefined) {
  const reached: string[] = []
  const desk = await openDesk({
    ...faultPorts({ folder: await temporaryFolder(), holdSeconds: 0 }),
    policy: teamHosts === undefined ? {} : { teamHosts },
    connectTeam: ({ host }) => {
      reached.push(host)
      return Promise.reject(new TeamFailure('no-tls', null))
    },
  })
  onTestFinished(() => desk.close())
  const connect = async (host: string) => {
    try {
      await desk.handlers.team.connect({ host, port: 5432, database: 'balie', user: 'anna', ca: null, password: 'wachtwoord' })
      return null
    } catch (error) {
      return (error as { failure: unknown }).failure
    }
  }
  return { connect, reached }
}

test.for([
  [['example.nl'], 'DB.example.nl', true],
  [['db.example.nl'], 'db.example.nl', true],
  [undefined, 'db.elders.nl', true],
  [['db.example.nl'], 'db.elders.nl', false],
  [['example.nl'], 'kwaadexample.nl', false],
  [[], 'db.example.nl', false],
] as const)('where the organisation allows %j, a team on %s is reached: %j', async ([allowed, host, isReached]) => {
  const { connect, reached } = await deskWith(allowed && [...allowed])
  const message = { id: isReached ? 'team.trouble.no-tls' : 'team.trouble.not-allowed' }
  expect(await connect(host)).toMatchObject(isReached ? { message } : { message, fields: { host: [message] } })
  expect(reached).toEqual(isReached ? [host] : [])
})
