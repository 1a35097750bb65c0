import { HelloFirst, isAnswer, isCollision, saysHelloFirst, TeamFailure, troubleOf } from './failures.ts'
import type { Connection, Row } from './postgres.ts'
import type { Clock } from '../submissions/clock.ts'

export interface LineDeps {
  connect(): Promise<Connection>
  clock: Clock
  random(): number
  /** How long a call is tried, over new connections where one breaks. */
  deadlineMs: number
  /** There is a new connection: whether the call may use it, or its desk has to say hello first. */
  mayGoOn?(): boolean
  /** The connection broke, perhaps while nobody asked anything. */
  onBreak?(): void
}

/**
 * One connection, made when it is needed and anew when it broke; one call after the other. A call whose answer was lost is put again:
 * each may be repeated, and asking again is how one finds out.
 */
export class Line {
  readonly #deps: LineDeps
  #connection: Connection | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #closed = false

  constructor(deps: LineDeps) {
    this.#deps = deps
  }

  /** The rows, or a `TeamFailure`: at the deadline nobody knows whether it was done. */
  ask(sql: string, values: readonly unknown[]): Promise<Row[]> {
    const answer = this.#turn.then(() => this.#ask(sql, values))
    this.#turn = answer.catch(() => undefined)
    return answer
  }

  /** What is under way is broken off. */
  async close(): Promise<void> {
    this.#closed = true
    const connection = this.#connection
    this.#connection = null
    await connection?.close()
  }

  async #ask(sql: string, values: readonly unknown[]): Promise<Row[]> {
    const { clock, random, deadlineMs } = this.#deps
    const end = clock.steady() + deadlineMs
    for (let tries = 0; ; tries += 1) {
      if (this.#closed) throw new TeamFailure('unreachable', null, tries > 0)
      try {
        if (!this.#connection?.isOpen) {
          const connection = await this.#deps.connect()
          this.#connection = connection
          connection.onEnd(() => {
            if (this.#connection === connection && !this.#closed) this.#deps.onBreak?.()
          })
          if (this.#deps.mayGoOn?.() === false) throw new HelloFirst()
        }
        return await this.#connection.query(sql, values)
      } catch (error) {
        if (error instanceof HelloFirst || saysHelloFirst(error)) throw new HelloFirst()
        if (error instanceof TeamFailure && error.isLasting) throw error
        if (isAnswer(error) && !isCollision(error)) throw new TeamFailure(troubleOf(error), error)
        // SECURITY: a connection of which nobody knows where it stands is never used again: the answer to one call is not that to another.
        if (!isAnswer(error)) this.#drop()
        if (clock.steady() >= end) throw error instanceof TeamFailure ? error : new TeamFailure(troubleOf(error), error, true)
        await new Promise<void>((resolve) => clock.after(Math.min(50 * 2 ** tries, 500) * (0.5 + random() / 2), resolve))
      }
    }
  }

  #drop(): void {
    this.#connection?.drop()
    this.#connection = null
  }
}
