import type { TeamLink } from '../storage/team-records.ts'
import { teamCalls } from './calls.ts'
import { ClaimDoor } from './claim-door.ts'
import { TeamFailure } from './failures.ts'
import { gate, type Gate } from './gate.ts'
import { Leases } from './lease.ts'
import { Line } from './line.ts'
import type { Connection, Patience, TeamAddress } from './postgres.ts'
import { Publisher, type PublisherDeps } from './publisher.ts'
import { retention } from './retention.ts'
import type { TeamStore } from './store.ts'

/** How a connection is made; tests play one. */
export type Connect = (address: TeamAddress, password: string, patience: Patience) => Promise<Connection>

export interface SessionDeps extends Pick<
  PublisherDeps,
  'records' | 'clock' | 'random' | 'label' | 'version' | 'onStanding' | 'onMember' | 'onNews' | 'onDecided' | 'log'
> {
  link: TeamLink
  password(): Promise<string | null>
  connect: Connect
}

const patience: Patience = { connectMs: 4_000, callMs: 4_000 }
/** How long an item waits for a word before it waits for the team. */
const deadlineMs = 6_000

/** A desk in its team, for as long as it is linked to one: two connections, what it was let go, and its life there. */
export interface Session {
  store: TeamStore
  gate: Gate
  door: ClaimDoor
  leases: Leases
  publisher: Publisher
  close(): Promise<void>
}

export function openSession(deps: SessionDeps): Session {
  const { link, connect, records, clock, random } = deps
  const open = async (): Promise<Connection> => {
    const password = await deps.password()
    if (password === null) throw new TeamFailure('password', null)
    return await connect(link, password, patience)
  }
  // What is read never waits for what decides over a send.
  const writing = new Line({
    connect: open,
    clock,
    random,
    deadlineMs,
    mayGoOn: () => publisher.mayGoOn(),
    // At once, and not with the next pulse: a server that starts again waits for nobody who is back.
    onBreak: () => publisher.broke(),
  })
  const reading = new Line({ connect: open, clock, random, deadlineMs: patience.callMs })
  const store = teamCalls(
    (sql, values) => writing.ask(sql, values),
    (sql, values) => reading.ask(sql, values),
  )
  const leases = new Leases(clock)
  const door = new ClaimDoor()
  const publisher = new Publisher({ ...deps, store, leases, door })
  const sweeping = retention({ store, clock, log: deps.log, isOnline: () => publisher.standing.state === 'online' })
  return {
    store,
    leases,
    door,
    publisher,
    gate: gate({ store, records, leases, door, publisher, clock }),
    async close() {
      sweeping.stop()
      await publisher.stop()
      await Promise.all([writing.close(), reading.close()])
    },
  }
}
