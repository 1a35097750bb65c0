import { useQueryClient } from '@tanstack/react-query'
import { flushAll } from '../../lib/flush.ts'
import { reportProblem } from '../../lib/problem.ts'

/** What is done to several drafts or items, one after the other: what fails is said, and the others are done all the same. */
export function useEach(onDone: () => void) {
  const queries = useQueryClient()
  return async <T>(ids: readonly string[], act: (id: string) => Promise<T>): Promise<{ id: string; value: T }[]> => {
    await flushAll()
    const done: { id: string; value: T }[] = []
    for (const id of ids) {
      await act(id).then((value) => done.push({ id, value }), reportProblem)
    }
    onDone()
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['drafts'] }),
      queries.invalidateQueries({ queryKey: ['submissions'] }),
    ])
    return done
  }
}
