import type { QueryClient } from '@tanstack/react-query'
import type { DraftSummary } from '#shared/vendors/index.ts'

/** As a list has it that was read a page at a time. */
interface Pages {
  readonly pages: readonly { readonly items: readonly DraftSummary[] }[]
}
const isPages = (data: unknown): data is Pages => typeof data === 'object' && data !== null && 'pages' in data

/** A list with a draft as it was just saved: the one edited last comes first. Null where the list does not show it yet. */
function withSaved(list: Pages, saved: DraftSummary): Pages | null {
  if (!list.pages.some(({ items }) => items.some(({ id }) => id === saved.id))) return null
  const pages = list.pages.map((page, index) => {
    const others = page.items.filter(({ id }) => id !== saved.id)
    return { ...page, items: index === 0 ? [saved, ...others] : others }
  })
  return { ...list, pages }
}

/** Puts what was just typed in the lists that show it, without asking for them anew: with ten thousands that is felt in every key. */
export function showSaved(queries: QueryClient, saved: DraftSummary): void {
  for (const { queryKey, state } of queries.getQueryCache().findAll({ queryKey: ['drafts', saved.kind] })) {
    const [, , of, search] = queryKey
    // As many as before, and other accounts' are as they were.
    if (of !== 'found' && of !== saved.accountId) continue
    const next = search === '' && state.fetchStatus === 'idle' && isPages(state.data) ? withSaved(state.data, saved) : null
    // What is searched may hold it now, and an answer on its way may be of before.
    if (next) queries.setQueryData(queryKey, next)
    else void queries.invalidateQueries({ queryKey, exact: true })
  }
}
