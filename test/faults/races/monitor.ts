import type { SubmissionKind } from '#shared/domain/kinds.ts'

/** How an item stands, by what the monitor itself saw happen. */
type Standing = 'waiting' | 'under way' | 'unknown' | 'held' | 'sent' | 'rejected' | 'withdrawn' | 'closed'

interface Watched {
  id: string
  kind: SubmissionKind
  /** The note it speaks of; null for a dispute. */
  note: string | null
  account: string
  standing: Standing
  /** Not before this moment of the steady clock: its hold, or the time a vendor named. */
  notBefore: number
  /** The present try repeats an unknown outcome, and so does whatever becomes of it unsent. */
  repeating: boolean
  repeats: number
  unknownSince: number | null
}

/** What a try came to, in the vendor's or the network's words. */
export type Answer =
  | { is: 'accepts' | 'refuses' | 'refusesKey' | 'isSilent' | 'isUnreachable' | 'hasBadCertificate' }
  | { is: 'isBusy'; retryAfterMs: number }

const repeatWindowMs = 10 * 60_000
const mostRepeats = 3

/**
 * Holds the outbox to its rules (specs/decisions.md, "Send states") by what can be seen from outside: who filed and decided what,
 * what was transmitted, and what was answered. It shares no code with the outbox.
 */
export class Monitor {
  readonly violations: string[] = []
  tries = 0
  readonly #items: Watched[] = []
  readonly #steady: () => number
  readonly #connections: number

  constructor(steady: () => number, connections: number) {
    this.#steady = steady
    this.#connections = connections
  }

  #of(id: string): Watched {
    const item = this.#items.find((one) => one.id === id)
    if (!item) throw new Error(`nobody filed ${id}`)
    return item
  }
  #violated(item: Watched, rule: string) {
    this.violations.push(`${item.kind} ${item.note ?? ''} ${rule}`)
  }

  filed(item: Pick<Watched, 'id' | 'kind' | 'note' | 'account'>, holdMs: number): void {
    if (this.#items.some(({ id }) => id === item.id)) return
    this.#items.push({
      ...item,
      standing: 'waiting',
      notBefore: this.#steady() + holdMs,
      repeating: false,
      repeats: 0,
      unknownSince: null,
    })
  }

  /** A person said to send it now, or again. */
  told(id: string): void {
    const item = this.#of(id)
    item.notBefore = 0
    item.repeating = false
    if (item.standing === 'unknown') item.standing = 'waiting'
  }

  ended(id: string, standing: 'withdrawn' | 'closed' | 'sent'): void {
    this.#of(id).standing = standing
  }

  released(account: string): void {
    for (const item of this.#items) if (item.account === account && item.standing === 'held') item.standing = 'waiting'
  }

  transmitted(id: string): void {
    this.tries += 1
    const item = this.#of(id)
    const { note } = item
    const at = this.#items.indexOf(item)
    const ofNote = note === null ? [] : this.#items.filter((other) => other !== item && other.note === note)
    const repeats = item.standing === 'unknown' || (item.standing === 'waiting' && item.repeating)

    if (item.standing === 'under way') this.#violated(item, 'left twice at once')
    if (['sent', 'rejected', 'withdrawn', 'closed', 'held'].includes(item.standing))
      this.#violated(item, `left although it was ${item.standing}`)
    if (this.#steady() < item.notBefore) this.#violated(item, 'left too early')
    // Each account is for an origin of its own here, which has so many connections.
    const beside = this.#items.filter(({ standing, account }) => standing === 'under way' && account === item.account)
    if (beside.length >= this.#connections) this.#violated(item, 'left over a connection too many')
    if (this.#items.some((other) => other.account === item.account && other.standing === 'held'))
      this.#violated(item, 'left although its key was refused')
    if (ofNote.some(({ standing }) => standing === 'under way')) this.#violated(item, 'left beside another for its note')
    const isUnfinished = ({ standing, kind, repeating }: Watched) =>
      (standing === 'waiting' && !repeating) || standing === 'held' || (standing === 'unknown' && kind === 'note.create')
    if (ofNote.some((other) => this.#items.indexOf(other) < at && isUnfinished(other)))
      this.#violated(item, 'left before an earlier one for its note')

    if (repeats) {
      if (item.standing === 'unknown') item.repeats += 1
      if (item.kind === 'dispute.create' || item.kind === 'note.create') this.#violated(item, 'was repeated without a word')
      if (item.repeats > mostRepeats) this.#violated(item, `repeated itself ${item.repeats} times`)
      if (this.#steady() - (item.unknownSince ?? 0) >= repeatWindowMs) this.#violated(item, 'repeated itself after ten minutes')
      if (ofNote.some((other) => this.#items.indexOf(other) > at && other.standing !== 'withdrawn'))
        this.#violated(item, 'was sent again although a newer one took its place')
    }
    item.repeating = repeats
    item.standing = 'under way'
  }

  answered(id: string, answer: Answer): void {
    const item = this.#of(id)
    if (item.standing !== 'under way') this.#violated(item, 'was answered without being under way')
    switch (answer.is) {
      case 'accepts':
        item.standing = 'sent'
        return
      case 'refuses':
        item.standing = 'rejected'
        return
      case 'refusesKey':
        item.standing = 'held'
        item.repeating = false
        return
      case 'isSilent':
        item.standing = 'unknown'
        item.unknownSince ??= this.#steady()
        return
      case 'isBusy':
        item.standing = 'waiting'
        item.notBefore = this.#steady() + answer.retryAfterMs
        return
      case 'isUnreachable':
        item.standing = 'waiting'
        return
      case 'hasBadCertificate':
        // Nothing left by this try. Where an earlier one of a create may have arrived, that is as unknown as it was.
        item.standing = item.unknownSince !== null && item.kind.endsWith('.create') ? 'unknown' : 'waiting'
        item.notBefore = Number.POSITIVE_INFINITY
    }
  }

  /** The ledger's own words for it, held to what was seen. */
  compare(id: string, state: string | undefined): void {
    const item = this.#of(id)
    const fits: Record<Standing, readonly string[]> = {
      waiting: item.repeating ? ['queued', 'unknown'] : ['queued'],
      'under way': ['sending'],
      unknown: ['unknown', 'queued'],
      held: ['held'],
      sent: ['sent'],
      rejected: ['rejected'],
      withdrawn: ['withdrawn'],
      closed: ['closed'],
    }
    if (!fits[item.standing].includes(state ?? ''))
      this.#violated(item, `is ${state} in the ledger and ${item.standing} in truth`)
  }

  ids = (): string[] => this.#items.map(({ id }) => id)
}
