import type { BulkKind } from '#shared/domain/kinds.ts'
import { bulkDesk, type BulkDeskUnderTest } from './bulk-desk.ts'
import { addressOf, passwordOf, type TeamServer } from './team-server.ts'

/** Time goes by and the network answers until this is so. */
export async function untilSo(
  { clock }: Pick<BulkDeskUnderTest, 'clock'>,
  what: () => boolean | Promise<boolean>,
): Promise<void> {
  while (!(await what())) {
    await clock.pass(100)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

/** The whole desk of a clerk who joined, with an own account of this kind linked to the team's. */
export async function joinWhole(server: TeamServer, clerk: string, kind: BulkKind, shared: number): Promise<BulkDeskUnderTest> {
  const desk = await bulkDesk()
  const accountId = await desk.account(kind)
  const { team } = desk.handlers
  await team.connect({ ...addressOf(server.cluster, clerk), password: passwordOf(clerk) })
  await untilSo(desk, async () => (await team.get(undefined)).state === 'online')
  await team.share({ shared, accountId })
  return desk
}
