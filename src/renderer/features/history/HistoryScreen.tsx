import { History } from 'lucide-react'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { SubmissionPane } from '../../ui/submission/SubmissionPane.tsx'
import { HistoryList } from './HistoryList.tsx'

/** All that was ever filed: neither vendor can be asked, so this is the only record a clerk has. */
export function HistoryScreen() {
  const say = useSay()
  const { place, navigate } = useNavigation()
  const id = place.screen === 'history' ? place.id : undefined
  return (
    <SplitView
      listLabel={say('history.list')}
      detailLabel={say('history.detail')}
      isDetailOpen={id !== undefined}
      onCloseDetail={() => navigate({ screen: 'history' })}
      list={<HistoryList selectedId={id ?? null} />}
      detail={
        id === undefined ? (
          <EmptyState icon={<History aria-hidden="true" />} title={say('history.pick.title')}>
            {say('history.pick.text')}
          </EmptyState>
        ) : (
          <SubmissionPane key={id} id={id} />
        )
      }
    />
  )
}
