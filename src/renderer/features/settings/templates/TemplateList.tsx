import { useState } from 'react'
import { kindNames, kinds } from '#shared/domain/kinds.ts'
import { useSay } from '../../../lib/i18n.tsx'
import { searched, useTemplates } from '../../../lib/templates.ts'
import { Button } from '../../../ui/Button.tsx'
import { DamagedRecords } from '../../../ui/damaged/DamagedRecords.tsx'
import { DataList } from '../../../ui/DataList.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailureNotice } from '../../../ui/FailureNotice.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { Skeleton } from '../../../ui/Spinner.tsx'
import { PaneHeader } from '../../../ui/SplitView.tsx'
import { itemRowHeight } from '../../../ui/submission/ItemRow.tsx'
import { TemplateWords } from '../../../ui/templates/TemplateWords.tsx'
import { NewTemplateButton } from './NewTemplateButton.tsx'

/** All texts under what they are for, those used most first. */
export function TemplateList({ selectedId, onOpen }: { selectedId: string | null; onOpen: (id: string) => void }) {
  const say = useSay()
  const [search, setSearch] = useState('')
  const { all, isPending, error, retry } = useTemplates()
  const found = searched(all, search)
  const byKind = kindNames.flatMap((kind) => found.filter((template) => template.kind === kind))
  return (
    <>
      <PaneHeader title={<h2>{say('templates.list')}</h2>} actions={<NewTemplateButton onMade={onOpen} />}>
        {all.length > 0 && <SearchField label={say('templates.search')} value={search} onChange={setSearch} />}
      </PaneHeader>
      <DamagedRecords sources={['templates']} />
      {error ? (
        <EmptyState title={say('templates.failed')} actions={<Button onPress={retry}>{say('item.retry')}</Button>}>
          <FailureNotice error={error} />
        </EmptyState>
      ) : isPending ? (
        <Skeleton lines={6} />
      ) : (
        <DataList
          label={say('templates.list')}
          items={byKind}
          keyOf={({ id }) => id}
          groupOf={({ kind }) => say(`${kinds[kind].screen}.title`)}
          renderRow={({ fields }) => <TemplateWords fields={fields} />}
          rowHeight={itemRowHeight}
          selectedKey={selectedId}
          onSelect={({ id }) => onOpen(id)}
          empty={
            search.trim() === '' ? (
              <EmptyState title={say('templates.empty.title')}>{say('templates.empty.text')}</EmptyState>
            ) : (
              <EmptyState title={say('templates.none.title')}>{say('templates.none.text')}</EmptyState>
            )
          }
        />
      )}
    </>
  )
}
