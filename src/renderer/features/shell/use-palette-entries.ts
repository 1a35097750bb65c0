import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { shortened } from '#shared/domain/shortened.ts'
import { titleOfTemplate } from '#shared/domain/template.ts'
import { factsOf, kindNames, kinds, type Kind } from '#shared/domain/kinds.ts'
import { client, unwrap } from '../../lib/client.ts'
import type { SummaryOf } from '../../lib/drafts.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { shownText } from '../../lib/shown-text.ts'
import { everything, narrow } from '../../lib/narrowing.ts'
import { useNavigation } from '../../lib/navigation.tsx'
import { keys } from '../../lib/query.ts'
import { useTemplates } from '../../lib/templates.ts'
import { useVendors } from '../../lib/vendors.tsx'
import type { RendererVendors } from '../../vendors/vendor.ts'
import { byNearness, matching, type Entry } from './palette-entries.ts'
import { useActionEntries, useOpenEntries } from './use-action-entries.ts'

const limit = 20
/** Of these the nearest are shown: a customer's one dispute is not to drown in notes that say the name somewhere. */
const lookedAt = 100

/**
 * What the palette offers for a search: commands and drafts filtered here, items and notes searched by main. The first are
 * those of this very search: who types and presses Enter at once must not carry out a command of the list before.
 */
export function usePaletteEntries(search: string): Entry[] {
  const wanted = search.trim()
  const asked = useDeferredValue(wanted)
  const actions = [...useOpenEntries(), ...useActionEntries()]
  const templates = useTemplateEntries()
  const drafts = useDraftEntries(asked)
  const items = useItemEntries(asked)
  const further = useFurtherEntries(asked)
  return wanted === ''
    ? [...actions, ...drafts.slice(0, 5)]
    : [...matching(actions, wanted), ...drafts, ...items, ...matching(templates, wanted), ...further]
}

/** Typed by kind, so that each vendor is given drafts of its own. */
const draftWords = <K extends Kind>(vendors: RendererVendors, kind: K, draft: SummaryOf<K>) => vendors[kind].draftWords(draft)

function useDraftEntries(search: string): Entry[] {
  const say = useSay()
  const format = useFormat()
  const { navigate } = useNavigation()
  const vendors = useVendors()
  const untitled = say('shell.draft.untitled')
  const found = useQueries({
    queries: kindNames.map((kind) => ({
      queryKey: keys.draftsFound(kind, search),
      queryFn: () => unwrap(client.drafts.list({ kind, search, limit })),
      placeholderData: keepPreviousData,
    })),
  })
  return found
    .flatMap(({ data, dataUpdatedAt }) => (data?.items ?? []).map((draft) => ({ draft, now: new Date(dataUpdatedAt) })))
    .toSorted((one, other) => other.draft.updatedAt.localeCompare(one.draft.updatedAt))
    .map(({ draft, now }): Entry => {
      const { subject, detail } = draftWords(vendors, draft.kind, draft)
      return {
        id: `draft-${draft.id}`,
        group: 'drafts',
        label: say(`${kinds[draft.kind].screen}.named`, { subject: subject || untitled }),
        hint: [shownText(detail), format.moment(draft.updatedAt, now)].filter(Boolean).join(' · '),
        run: () => navigate({ screen: kinds[draft.kind].screen, id: draft.id }),
      }
    })
}

function useItemEntries(search: string): Entry[] {
  const say = useSay()
  const format = useFormat()
  const { navigate } = useNavigation()
  const filter = { search, kinds: [], states: [], limit: lookedAt, cursor: null }
  const { data, dataUpdatedAt } = useQuery({
    queryKey: keys.history(filter),
    queryFn: () => unwrap(client.history.list({ ...filter, line: 'palette' })),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  })
  const found = byNearness(search === '' ? [] : (data?.items ?? []), search).slice(0, limit)
  const entries = found.map((item): Entry => ({
    id: `item-${item.id}`,
    group: 'items',
    label: say(`${factsOf(item.kind).screen}.named`, { subject: item.subject }),
    hint: [
      shownText(item.context || shortened(item.excerpt)),
      say(`ui.status.${item.state}`),
      format.moment(item.createdAt, new Date(dataUpdatedAt)),
    ]
      .filter(Boolean)
      .join(' · '),
    run: () => navigate({ screen: 'history', id: item.id }),
  }))
  if (entries.length === 0) return []
  const inHistory: Entry = {
    id: 'all-items',
    group: 'items',
    label: say('shell.palette.inHistory', { search }),
    run() {
      narrow({ ...everything, search })
      navigate({ screen: 'history' })
    },
  }
  return [...entries, inHistory]
}

/** The clerk's own texts, to look at and to change. */
function useTemplateEntries(): Entry[] {
  const say = useSay()
  const { navigate } = useNavigation()
  return useTemplates().all.map(({ id, kind, fields }) => ({
    id: `template-${id}`,
    group: 'templates',
    label: shownText(titleOfTemplate(fields)) || say('templates.untitled'),
    hint: say(`${kinds[kind].screen}.title`),
    words: fields.text,
    run: () => navigate({ screen: 'settings', section: 'templates', id }),
  }))
}

/** What vendors know beside drafts and items, each under its own heading. */
function useFurtherEntries(search: string): Entry[] {
  const say = useSay()
  const { navigate } = useNavigation()
  const vendors = useVendors()
  const searches = kindNames.flatMap((kind) => {
    const { furtherSearch } = vendors[kind]
    return furtherSearch ? [{ kind, ...furtherSearch }] : []
  })
  const found = useQueries({
    queries: searches.map(({ queryKey, find }) => ({
      queryKey: queryKey(search),
      queryFn: () => find(search, limit),
      enabled: search !== '',
      placeholderData: keepPreviousData,
    })),
  })
  if (search === '') return []
  return searches.flatMap(({ kind, title }, index) =>
    (found[index]?.data ?? []).map(({ submissionId, subject, detail }): Entry => ({
      id: `${kind}-${submissionId}`,
      group: title,
      label: say(`${kinds[kind].screen}.named`, { subject }),
      hint: shownText(detail),
      run: () => navigate({ screen: 'history', id: submissionId }),
    })),
  )
}
