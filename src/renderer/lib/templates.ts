import { useQuery } from '@tanstack/react-query'
import { folded } from '#shared/domain/folded.ts'
import type { Kind } from '#shared/domain/kinds.ts'
import { isEmptyTemplate, titleOfTemplate, type Template } from '#shared/domain/template.ts'
import { client, unwrap } from './client.ts'
import { keys } from './query.ts'

const none: Template[] = []

/** The clerk's own texts, those used most first; one that was only begun is none. */
export function useTemplates() {
  const query = useQuery({ queryKey: keys.templates, queryFn: () => unwrap(client.templates.list(undefined)) })
  return { all: query.data ?? none, isPending: query.isPending, error: query.error, retry: () => void query.refetch() }
}

/** Those that a text of this kind can be made of. */
export const useTemplatesOf = (kind: Kind): Template[] =>
  useTemplates().all.filter((template) => template.kind === kind && !isEmptyTemplate(template.fields))

/** Whether it is for this account and what is chosen in its form; what is not chosen yet stands in no way. */
export function fits({ fields }: Template, accountId: string | null, values: Readonly<Record<string, unknown>>): boolean {
  const { narrowed } = fields
  return (
    (fields.accountId === null || fields.accountId === accountId) &&
    Object.entries(narrowed).every(([field, wanted]) => {
      const typed = values[field]
      return wanted === '' || typeof typed !== 'string' || typed.trim() === '' || typed.trim() === wanted
    })
  )
}

/** Those that hold every word of the search, in the order in which they came. */
export function searched(templates: readonly Template[], search: string): Template[] {
  const words = folded(search).split(/\s+/).filter(Boolean)
  return templates.filter(({ fields }) => {
    const text = folded(`${titleOfTemplate(fields)} ${fields.text}`)
    return words.every((word) => text.includes(word))
  })
}
