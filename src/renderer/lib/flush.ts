import { client } from './client.ts'
import { useEvent } from './events.ts'

type Flusher = () => Promise<unknown>
const flushers = new Set<Flusher>()

/** Joins those who hold something typed that is not yet stored; answers with the way out. */
export function registerFlusher(flusher: Flusher): () => void {
  flushers.add(flusher)
  return () => void flushers.delete(flusher)
}

/** Hands over everything typed. A failure of one keeps none of the others from trying. */
export const flushAll = () => Promise.allSettled([...flushers].map((flush) => flush()))

/** Before the window closes, main asks for what is typed and waits for the word that it has it. */
export function useFlushOnClose(): void {
  useEvent('app.flush', () => void flushAll().then(() => client.app.flushed(undefined)))
}
