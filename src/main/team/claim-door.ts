/**
 * While a desk tells the team what is under way nothing new may begin: the list would not have it, and a database that was put back
 * would let a colleague send the same.
 */
export class ClaimDoor {
  #shut = 0
  readonly #underWay = new Set<Promise<unknown>>()

  get isOpen(): boolean {
    return this.#shut === 0
  }

  /** Claims that another thread makes, until it has answered. Only while the door is open. */
  async through<T>(claims: () => Promise<T>): Promise<T> {
    const answer = claims()
    this.#underWay.add(answer)
    try {
      return await answer
    } finally {
      this.#underWay.delete(answer)
    }
  }

  async whileShut<T>(work: () => Promise<T>): Promise<T> {
    this.#shut += 1
    try {
      await Promise.allSettled(this.#underWay)
      return await work()
    } finally {
      this.#shut -= 1
    }
  }
}
