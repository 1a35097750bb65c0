import { readFile, writeFile } from 'node:fs/promises'

/** What is kept in the naive client's one file. */
interface Stored {
  drafts: Record<string, string>
  queue: { marker: string }[]
}

export type NaiveMoment = 'sending' | 'answered' | 'removed' | 'writing'

export interface NaiveOptions {
  file: string
  url: string
  /** Called at the moments that have a counterpart in the desk. */
  at?: (moment: NaiveMoment, content?: string) => void
}

/**
 * The yardstick: what one writes in an afternoon. A JSON file of drafts and a queue, `fetch`, and what failed is tried again.
 * Nothing about it is made worse than it would be; it is only not made for crashes, doubt or two clicks.
 */
export function naiveClient({ file, url, at = () => undefined }: NaiveOptions) {
  let stored: Stored = { drafts: {}, queue: [] }
  /** One write after the other, as anyone would see to. */
  let turn = Promise.resolve()
  const store = (): Promise<void> => {
    const write = async () => {
      const content = JSON.stringify(stored)
      at('writing', content)
      await writeFile(file, content)
    }
    const next = turn.then(write)
    turn = next.catch(() => undefined)
    return next
  }
  return {
    /** Starts with what the file says; a file that can't be read is a fresh start. */
    async open(): Promise<void> {
      stored = await readFile(file, 'utf8')
        .then((text) => JSON.parse(text) as Stored)
        .catch(() => ({ drafts: {}, queue: [] }))
    },
    drafts: () => stored.drafts,
    queued: () => stored.queue.map(({ marker }) => marker),
    async save(id: string, marker: string): Promise<void> {
      stored.drafts[id] = marker
      await store()
    },
    async submit(id: string): Promise<void> {
      const marker = stored.drafts[id]
      if (marker === undefined) return
      stored.queue.push({ marker })
      delete stored.drafts[id]
      await store()
    },
    /** Sends the first of the queue; whether there was one and it is done with. */
    async sendNext(): Promise<boolean> {
      const [item] = stored.queue
      if (!item) return false
      try {
        at('sending')
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ invoice: item.marker }),
        })
        await response.text()
        at('answered')
        // The vendor's trouble is tried again; anything else is an answer.
        if (response.status >= 500 || response.status === 429) return false
      } catch {
        return false
      }
      stored.queue = stored.queue.filter((other) => other !== item)
      await store()
      at('removed')
      return true
    },
  }
}
