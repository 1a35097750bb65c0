import { QueryObserver } from '@tanstack/react-query'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { followEvents, keys, makeQueryClient } from '../../../../src/renderer/lib/query.ts'

/** Main as a page hears it: `tell` is an event that arrives. */
function listenToMain() {
  const listeners = new Map<string, (payload: unknown) => void>()
  vi.stubGlobal('window', {
    balie: {
      on(name: string, callback: (payload: unknown) => void) {
        listeners.set(name, callback)
        return () => listeners.delete(name)
      },
    },
  })
  return { tell: (name: string, payload: unknown = {}) => listeners.get(name)?.(payload) }
}

afterEach(() => vi.unstubAllGlobals())

describe('answers stay true to what main tells', () => {
  test.each(['first', 'later'])('a change while the %s answer is on its way is not missed', async (when) => {
    const main = listenToMain()
    const queries = makeQueryClient()
    const stop = followEvents(queries)
    const asked: ((state: string) => void)[] = []
    const observer = new QueryObserver<string>(queries, {
      queryKey: keys.submission('1'),
      queryFn: () => new Promise((resolve) => asked.push(resolve)),
    })
    const stopWatching = observer.subscribe(() => undefined)
    const answered = (state: string) => vi.waitUntil(() => observer.getCurrentResult().data === state)
    if (when === 'later') {
      asked[0]?.('queued')
      await answered('queued')
      void queries.invalidateQueries({ queryKey: keys.submission('1') })
      await vi.waitUntil(() => asked.length === 2)
    }

    const before = asked.at(-1)
    main.tell('submissions.changed', { ids: ['1'] })
    before?.('sending')
    await vi.waitFor(() => expect(asked.at(-1)).not.toBe(before))
    asked.at(-1)?.('rejected')
    await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('rejected'))

    stopWatching()
    stop()
    queries.clear()
  })

  test('preferences that changed while they were asked for are not overwritten by the answer', async () => {
    const main = listenToMain()
    const queries = makeQueryClient()
    const stop = followEvents(queries)
    const asked: ((theme: string) => void)[] = []
    const observer = new QueryObserver<unknown>(queries, {
      queryKey: keys.preferences,
      queryFn: () => new Promise((resolve) => asked.push(resolve)),
    })
    const stopWatching = observer.subscribe(() => undefined)
    main.tell('preferences.changed', { theme: 'dark' })
    asked[0]?.('light')
    await new Promise(setImmediate)
    await vi.waitFor(() => expect(observer.getCurrentResult().isFetching).toBe(false))
    expect(observer.getCurrentResult().data).toEqual({ theme: 'dark' })

    stopWatching()
    stop()
    queries.clear()
  })

  test('what is typed in a draft stands first in its list at once, and no list is asked for anew', () => {
    const main = listenToMain()
    const queries = makeQueryClient()
    const stop = followEvents(queries)
    const draft = (id: string, invoice: string) => ({ kind: 'dispute', id, accountId: 'a', fields: { invoice } })
    const page = (...items: object[]) => ({ items, next: null, total: 3, elsewhere: 0 })
    const open = keys.drafts('dispute', 'a', '')
    queries.setQueryData(open, { pages: [page(draft('1', 'F-1'), draft('2', 'F-2')), page(draft('3', 'F-3'))], pageParams: [] })
    const others = [keys.drafts('dispute', 'b', ''), keys.drafts('note', 'a', ''), ['drafts', 'dispute', 'count']]
    const searched = [keys.drafts('dispute', 'a', 'F-3'), keys.draftsFound('dispute', '')]
    for (const queryKey of [...others, ...searched, keys.draft('3'), keys.evidence('3')])
      queries.setQueryData(queryKey, { pages: [page()], pageParams: [] })
    const isStale = (queryKey: readonly unknown[]) => queries.getQueryState(queryKey)?.isInvalidated

    main.tell('drafts.changed', { ids: ['3'], saved: draft('3', 'F-30') })
    const pages = queries.getQueryData<{ pages: { items: { fields: object }[] }[] }>(open)?.pages
    expect(pages?.map(({ items }) => items.map(({ fields }) => fields))).toEqual([
      [{ invoice: 'F-30' }, { invoice: 'F-1' }, { invoice: 'F-2' }],
      [],
    ])
    expect([open, ...others, keys.evidence('3')].map(isStale)).toEqual([false, false, false, false, false])
    expect([...searched, keys.draft('3')].map(isStale)).toEqual([true, true, true])
    stop()
    queries.clear()
  })
})
