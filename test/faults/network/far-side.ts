import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { createTestAuthority, type Identity, type TestAuthority } from '#test/support/certificates.ts'
import { answering, rawAnswer } from '#test/support/hostile-server.ts'
import { createRawRecorder, type Behaviour, type RawRecorder } from '#test/support/raw-recorder.ts'
import type { Fault, Stage } from './faults.ts'
import type { Operation } from './operations.ts'

/** Who vouches for the servers of a run; `others` is an authority that nobody trusts. */
export interface Authorities {
  trusted: TestAuthority
  good: Identity
  bad: Record<Extract<Stage, { kind: 'certificate' }>['of'], Identity>
}

const day = 24 * 60 * 60_000

export async function createAuthorities(): Promise<Authorities> {
  const [trusted, others] = await Promise.all([createTestAuthority(), createTestAuthority('Somebody else')])
  const at = (days: number) => new Date(Date.now() + days * day)
  return {
    trusted,
    good: await trusted.issue(['localhost']),
    bad: {
      'another name': await trusted.issue(['api.elsewhere.test']),
      'the past': await trusted.issue(['localhost'], { from: at(-2), until: at(-1) }),
      'the future': await trusted.issue(['localhost'], { from: at(1), until: at(2) }),
      'an unknown authority': await others.issue(['localhost']),
    },
  }
}

/** The other end of the line: at fault first, then mended, with everything that reached it. */
export interface FarSide {
  origin: string
  /** Requests that arrived whole, while at fault and since it was mended. */
  arrived(): { atFault: number; mended: number }
  /** Requests that came to another host, with whatever was in them. */
  strayed(): number
  /** From here on everything is as it should be. */
  mend(): Promise<void>
  close(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

const whole = (server: RawRecorder | null) => server?.requests.filter(({ complete }) => complete).length ?? 0

export async function createFarSide({ stage }: Fault, operation: Operation, { good, bad }: Authorities): Promise<FarSide> {
  const well: Behaviour = answering(rawAnswer(200, operation.success))
  const elsewhere = await createRawRecorder(well)
  const secure = stage.kind === 'certificate' ? bad[stage.of] : null
  const needsTls = secure !== null || (stage.kind === 'server' && stage.secure === true)
  const scheme = needsTls ? 'https://localhost' : 'http://127.0.0.1'
  const behaviour = stage.kind === 'server' ? stage.behaviour(operation, elsewhere.origin) : well
  const listens = stage.kind === 'server' || stage.kind === 'certificate'
  let faulty: RawRecorder | null = listens ? await createRawRecorder(behaviour, secure ?? undefined) : null
  const port = faulty?.port ?? (await freePort())
  let arrivedAtFault = 0
  let mended: RawRecorder | null = null
  return {
    origin: stage.kind === 'no such name' ? 'https://api.balie-test.invalid' : `${scheme}:${port}`,
    arrived: () => ({ atFault: arrivedAtFault + whole(faulty), mended: whole(mended) }),
    strayed: () => elsewhere.requests.length,
    async mend() {
      arrivedAtFault = whole(faulty)
      await faulty?.close()
      faulty = null
      mended = await createRawRecorder(well, needsTls ? good : undefined, port)
    },
    async close() {
      await Promise.all([faulty?.close(), mended?.close(), elsewhere.close()])
    },
  }
}
