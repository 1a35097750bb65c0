import type { Origins, Place, PlaceWait, Probe, Sign } from '../../submissions/origins.ts'

/**
 * What a lane knows of its vendor, which it shares with all else that sends there: what one connection learns holds for the
 * others, and one item finds out for all whether a wait is over.
 */
export class Pace {
  readonly #origins: Origins
  readonly #place: Place
  readonly #ignore: () => void
  /** Taken for the row that is being claimed. */
  #probe: Probe | null = null

  constructor(origins: Origins, place: Place, onRoom: () => void) {
    this.#origins = origins
    this.#place = place
    this.#ignore = origins.onRoom(onRoom)
  }

  get wait(): PlaceWait | null {
    return this.#origins.waitOf(this.#place)
  }

  get room(): 'open' | 'one' | 'none' {
    return this.#probe ? 'none' : this.#origins.room(this.#place)
  }

  /** Rows are about to be claimed. Where only one may go, nothing else finds out meanwhile. */
  claiming(): void {
    if (this.room === 'one') this.#probe = this.#origins.begin(this.#place)
  }

  /** They are claimed, or there were none. */
  claimed(): void {
    const unused = this.#probe
    this.#probe = null
    if (unused) this.#origins.end(unused, { says: 'nothing' })
  }

  /** A row leaves. */
  begin(): Probe {
    const probe = this.#probe ?? this.#origins.begin(this.#place)
    this.#probe = null
    return probe
  }

  end(probe: Probe, sign: Sign): void {
    this.#origins.end(probe, sign)
  }

  /** Hears no more of what goes on elsewhere. */
  close(): void {
    this.#ignore()
  }
}
