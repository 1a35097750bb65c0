import { SearchX } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Manual } from '#shared/domain/manual.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { cx } from '../../ui/cx.ts'
import { DataList } from '../../ui/DataList.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Hits } from '../../ui/Hits.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Skeleton } from '../../ui/Spinner.tsx'
import { PaneHeader, SplitView } from '../../ui/SplitView.tsx'
import { ChapterView, headingOf } from './ChapterView.tsx'
import { chapterOf, contentsOf } from './contents.ts'
import css from './Manual.module.css'
import { useManual } from './use-manual.ts'

/** The manual, without a network: its contents at the left, a chapter at the right. It opens at the chapter of the screen one comes from. */
export function ManualScreen() {
  const manual = useManual()
  const say = useSay()
  if (manual) return <Reading manual={manual} />
  return (
    <>
      <PaneHeader title={say('shell.nav.help')} />
      <Skeleton lines={6} />
    </>
  )
}

function Reading({ manual }: { manual: Manual }) {
  const say = useSay()
  const { place, previous, navigate } = useNavigation()
  const [search, setSearch] = useState('')
  const first = chapterOf(manual, previous?.screen) ?? manual.chapters[0]
  const begin = useEffectEvent(() => {
    if (place.id === undefined && first) navigate({ screen: 'help', id: first.id }, { replace: true })
  })
  useEffect(() => begin(), [])

  const open = (id?: string) => navigate({ screen: 'help', id })
  const chapter = chapterOf(manual, place.id)
  return (
    <SplitView
      name="help"
      listLabel={say('manual.list')}
      detailLabel={say('manual.detail')}
      isDetailOpen={chapter !== undefined}
      onCloseDetail={open}
      list={
        <>
          <PaneHeader title={manual.title}>
            <SearchField label={say('manual.search')} value={search} onChange={setSearch} />
          </PaneHeader>
          <DataList
            label={say('manual.list')}
            items={contentsOf(manual, search)}
            keyOf={({ id }) => id}
            selectedKey={place.id ?? null}
            onSelect={({ id }) => open(id)}
            onOpen={({ id }) => document.getElementById(headingOf(id))?.focus()}
            rowHeight={2.25}
            renderRow={({ title, isChapter }) => (
              <span className={cx(css.entry, isChapter && css.chapter)} title={title}>
                <Hits text={title} search={search} />
              </span>
            )}
            empty={
              <EmptyState icon={<SearchX aria-hidden="true" />} title={say('manual.none')}>
                {say('manual.none.text')}
              </EmptyState>
            }
          />
        </>
      }
      detail={
        chapter && (
          <ChapterView
            key={chapter.id}
            chapters={manual.chapters}
            chapter={chapter}
            at={place.id}
            search={search}
            onOpen={open}
          />
        )
      }
    />
  )
}
