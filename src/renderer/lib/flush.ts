import { useEffect } from 'react'
import { client } from './client.ts'
import { useEvent } from './events.ts'

/** Stores what is typed; false when it could not. */
type Flusher = () => Promise<boolean>
const flushers = new Set<Flusher>()

/** Joins those who hold something typed that is not yet stored; answers with the way out. */
export function registerFlusher(flusher: Flusher): () => void {
  flushers.add(flusher)
  return () => void flushers.delete(flusher)
}

/** Hands over everything typed; true when all of it is stored. A failure of one keeps none of the others from trying. */
export async function flushAll(): Promise<boolean> {
  const results = await Promise.allSettled([...flushers].map((flush) => flush()))
  return results.every((result) => result.status === 'fulfilled' && result.value)
}

/** Before the window closes, main asks for what is typed. It gets the word that it has all of it only when it has. */
export function useFlushOnClose(): void {
  useEvent('app.flush', () => {
    void flushAll().then((isStored) => (isStored ? client.app.flushed(undefined) : null))
  })
  useEffect(() => void client.app.listening(undefined), [])
}
