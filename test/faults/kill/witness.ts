import { existsSync } from 'node:fs'
import path from 'node:path'
import type { LedgerCopy } from '../harness/ledger-copy.ts'
import { isProcessed, type Arrival } from '../harness/vendor.ts'
import { connections, type ClerkEvent } from './events.ts'

interface KnownDraft {
  marker: string
  /** A save that was begun and not acknowledged: either text may be there. */
  begun: string | null
  fileSha256: string | null
  filing: boolean
}

/** What is wrong, by kind, with the words for whoever looks into it. */
export interface Finding {
  kind: 'lost' | 'twice' | 'unknown' | 'damaged' | 'numbers' | 'other'
  text: string
}

/** Remembers what was acknowledged and holds the ledger and the vendor to it. It knows nothing of how the desk works. */
export class Witness {
  readonly drafts = new Map<string, KnownDraft>()
  /** Filed items by their id. */
  readonly items = new Map<string, { marker: string; draft: string }>()
  readonly findings: Finding[] = []
  /** The file each marker was filed with. */
  readonly #files = new Map<string, string | null>()
  #cancelling = new Set<string>()
  #attaching = new Set<string>()
  #opened: number | null = null
  acknowledged = 0
  mostUnknown = 0

  #find(kind: Finding['kind'], text: string) {
    this.findings.push({ kind, text })
  }

  hear(event: ClerkEvent): void {
    switch (event.type) {
      case 'opened':
        if (this.#opened !== null && event.unknown > this.#opened)
          this.#find('unknown', `${event.unknown} unknown after recovery, ${this.#opened} expected`)
        return
      case 'saving':
        return void (this.#draft(event.draft).begun = event.marker)
      case 'saved':
        this.acknowledged += 1
        return void this.drafts.set(event.draft, {
          marker: event.marker,
          begun: null,
          fileSha256: event.fileSha256,
          filing: false,
        })
      case 'attaching':
        return void this.#attaching.add(event.draft)
      case 'attached':
        this.acknowledged += 1
        this.#attaching.delete(event.draft)
        return void (this.#draft(event.draft).fileSha256 = event.fileSha256)
      case 'filing':
        this.#draft(event.draft).filing = true
        return void this.#files.set(event.marker, this.#draft(event.draft).fileSha256)
      case 'filed':
        this.acknowledged += 1
        this.drafts.delete(event.draft)
        return void this.items.set(event.item, { marker: event.marker, draft: event.draft })
      case 'cancelling':
        return void this.#cancelling.add(event.item)
      case 'cancelled':
        this.acknowledged += 1
        this.#cancelling.delete(event.item)
        this.items.delete(event.item)
        return void this.drafts.set(event.draft, {
          marker: event.marker,
          begun: null,
          fileSha256: event.fileSha256,
          filing: false,
        })
      case 'trouble':
        return this.#find('other', event.text)
      case 'ready':
      case 'finished':
    }
  }

  #draft(id: string): KnownDraft {
    const known = this.drafts.get(id) ?? { marker: '', begun: null, fileSha256: null, filing: false }
    this.drafts.set(id, known)
    return known
  }

  /** After a kill: everything acknowledged is in the ledger, whole, and what was being done is done or not done. */
  examine(ledger: LedgerCopy, folder: string): void {
    if (ledger.integrity !== 'ok') this.#find('damaged', ledger.integrity)
    const drafts = new Map(ledger.drafts.map((draft) => [draft.id, draft]))
    const items = new Map(ledger.items.map((item) => [item.id, item]))
    const sending = ledger.items.filter(({ state }) => state === 'sending').length
    this.mostUnknown = Math.max(this.mostUnknown, sending)
    if (sending > connections) this.#find('unknown', `${sending} under way`)
    this.#opened = sending + ledger.items.filter(({ state }) => state === 'unknown').length

    for (const [id, known] of this.drafts) {
      const row = drafts.get(id)
      const filed = ledger.items.find(({ draftId }) => draftId === id)
      if (row && filed) this.#find('other', `draft ${known.marker} is both draft and item`)
      if (!row && filed && known.filing) {
        this.drafts.delete(id)
        this.items.set(filed.id, { marker: filed.marker, draft: id })
      } else if (!row) this.#find('lost', `draft ${known.marker}`)
      else if (row.marker !== known.marker && row.marker !== known.begun)
        this.#find('lost', `text of draft ${known.marker}: ${row.marker}`)
      else if (known.fileSha256 !== row.fileSha256 && !this.#attaching.has(id)) this.#find('lost', `file of draft ${row.marker}`)
    }
    for (const [id, known] of this.items) {
      const row = items.get(id)
      if (!row) this.#find('lost', `item ${known.marker}`)
      else if (row.state === 'withdrawn' && this.#cancelling.has(id)) {
        this.items.delete(id)
        if (!drafts.has(known.draft)) this.#find('lost', `draft of the cancelled ${known.marker}`)
      } else if (row.state === 'withdrawn') this.#find('lost', `item ${known.marker} was withdrawn by nobody`)
    }
    // What was done and not yet acknowledged is as true as the rest from here on.
    for (const { id, marker, fileSha256, attachmentId } of ledger.drafts) {
      this.drafts.set(id, { marker, begun: null, fileSha256, filing: false })
      if (attachmentId !== null && !existsSync(path.join(folder, 'attachments', `${attachmentId}.sealed`)))
        this.#find('lost', `the vault's file of draft ${marker}`)
    }
    this.#cancelling.clear()
    this.#attaching.clear()
  }

  /** Nothing arrived more often than a person said, nor with another file, nor after what was filed later for its note. */
  count(ledger: LedgerCopy, arrivals: readonly Arrival[]): void {
    const rows = Map.groupBy(ledger.items, ({ marker }) => marker)
    for (const [marker, came] of Map.groupBy(arrivals, (arrival) => arrival.marker)) {
      const left = (rows.get(marker) ?? []).filter(({ state }) => state !== 'withdrawn')
      const words = left.reduce((sum, item) => sum + 1 + item.sendAgain, 0)
      // An update or delete of unknown outcome may repeat itself three times.
      const allowed = came.some(({ method }) => method === 'POST') ? words : words * 4
      const asked = came.filter(({ reaction }) => reaction.answer !== 401 && reaction.answer !== 429).length
      if (asked > allowed) this.#find('twice', `${marker}: ${asked} arrived, a person asked for ${allowed}`)
      const file = this.#files.get(marker) ?? null
      for (const arrival of came)
        if (arrival.method === 'POST' && arrival.sale === null && arrival.fileSha256 !== file)
          this.#find('other', `${marker} arrived with another file`)
    }
    this.#examineOrder(ledger, arrivals)
  }

  /** Once everything is finished: what was to arrive did. */
  close(ledger: LedgerCopy, arrivals: readonly Arrival[]): void {
    this.count(ledger, arrivals)
    for (const [id, { marker }] of this.items) {
      const row = ledger.items.find((item) => item.id === id)
      const came = arrivals.filter((arrival) => arrival.marker === marker)
      if (!row) this.#find('lost', `item ${marker}`)
      else if (row.state === 'sent' && !row.confirmedByPerson && !came.some(isProcessed))
        this.#find('lost', `item ${marker} counts as sent and never arrived`)
      else if (row.state === 'rejected' && !came.some(({ reaction }) => reaction.answer === 400))
        this.#find('other', `item ${marker} counts as rejected by nobody`)
      else if (!['sent', 'rejected', 'closed'].includes(row.state)) this.#find('other', `item ${marker} ended as ${row.state}`)
    }
  }

  /** Per note, nothing arrives after what was filed later. Content that was refused may have been filed a second time. */
  #examineOrder(ledger: LedgerCopy, arrivals: readonly Arrival[]) {
    const places = Map.groupBy(ledger.items.keys(), (at) => ledger.items[at]!.marker)
    for (const [sale, came] of Map.groupBy(arrivals, (arrival) => arrival.sale)) {
      if (sale === null) continue
      let newest = -1
      for (const { marker } of came) {
        const place = places.get(marker)?.find((at) => at >= newest)
        if (place === undefined) {
          const story = came.map((one) => `${one.method} ${one.marker} ${one.reaction.answer}`).join(', ')
          this.#find('other', `${marker} arrived after a later item for its note: ${story}`)
        }
        newest = Math.max(newest, place ?? newest)
      }
    }
  }
}
