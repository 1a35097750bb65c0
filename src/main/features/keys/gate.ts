import type { Gate } from '#shared/domain/unlock.ts'
import type { contract } from '#shared/ipc/contract.ts'
import type { GroupHandlers } from '#shared/ipc/procedure.ts'
import { invalidAt } from '../../ipc/failure.ts'
import type { KeySafe } from '../../storage/keys/safe.ts'

export interface GateDeps {
  safe: Pick<KeySafe, 'look' | 'byCode' | 'byPassphrase'>
  changed(gate: Gate): void
  quit(): void
}

/** What holds the start up where what lies here cannot be read, until a person opens it. */
export function createGate({ safe, changed, quit }: GateDeps) {
  let gate: Gate = { state: 'opening' }
  let wake: () => void = () => undefined
  let isLeft = false
  /** SECURITY: one try at a time, so that a page cannot have a hundred passphrases derived beside each other. */
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work)
    turn = next.catch(() => undefined)
    return next
  }
  const set = (next: Gate): Gate => {
    gate = next
    changed(gate)
    return gate
  }
  const look = async (): Promise<Gate> => set(await safe.look())

  const handlers: GroupHandlers<(typeof contract)['unlock']> = {
    state: () => gate,
    byCode: ({ code }) =>
      inTurn(async () => {
        const answer = await safe.byCode(code)
        if (typeof answer === 'object') throw invalidAt('code', { id: 'keys.code.void', values: { at: Date.parse(answer.void) } })
        if (answer !== 'open') throw invalidAt('code', { id: `keys.code.${answer}` })
        await look()
        wake()
        return {}
      }),
    byPassphrase: ({ passphrase }) =>
      inTurn(async () => {
        const answer = await safe.byPassphrase(passphrase)
        if (answer !== 'open') throw invalidAt('passphrase', { id: `keys.passphrase.${answer}` })
        await look()
        wake()
        return {}
      }),
    again: () =>
      inTurn(async () => {
        const now = await look()
        wake()
        return now
      }),
    startEmpty() {
      set({ state: 'opening' })
      isLeft = true
      wake()
      return {}
    },
    quit() {
      quit()
      return {}
    },
  }
  return {
    handlers,
    /** Whether the start waits for a person: whoever closes the window then has nothing to be asked about. */
    isHolding: () => gate.state === 'locked',
    /** Something else comes in the place of what is here: the start goes on with that. */
    leave(): void {
      isLeft = true
      wake()
    },
    /** Resolves once what is here can be read, or is to be replaced. */
    async pass(): Promise<void> {
      isLeft = false
      const mustWait = async () => !isLeft && (await look()).state !== 'open'
      while (await mustWait()) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}
export type KeyGate = ReturnType<typeof createGate>
