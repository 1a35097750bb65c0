import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { withoutPostgres } from '#test/support/postgres.ts'
import { puttingBack } from './cases/put-back.ts'
import { sending } from './cases/sending.ts'
import { sharing } from './cases/sharing.ts'
import { openTeamCase, type TeamCase } from './cases/team-case.ts'

const why = withoutPostgres()
let team: TeamCase
beforeAll(async () => {
  if (!why) team = await openTeamCase()
})
afterEach(() => team?.clear())
afterAll(() => team?.server.close())

/** What a story asks of its team is asked when it is told. */
const later = new Proxy({} as TeamCase, {
  get:
    (_, name: keyof TeamCase) =>
    (...given: never[]) =>
      (team[name] as (...all: never[]) => unknown)(...given),
})

describe.each(Object.entries({ sending, puttingBack, sharing }))('%s', (_, stories) => {
  for (const name of Object.keys(stories(later)))
    test(name, async (context) => {
      context.skip(why !== undefined, why)
      expect.hasAssertions()
      await stories(team)[name]!()
    })
})
