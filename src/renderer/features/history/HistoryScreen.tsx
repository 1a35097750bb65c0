import { History } from 'lucide-react'
import { teamItemOfPlace } from '#shared/domain/team-item.ts'
import { useSay } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { useTeam } from '../../lib/use-team.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { SubmissionPane } from '../../ui/submission/SubmissionPane.tsx'
import { WhoseSwitch } from '../../ui/WhoseSwitch.tsx'
import { HistoryList } from './HistoryList.tsx'
import { TeamHistoryList } from './team/TeamHistoryList.tsx'
import { TeamItemPane } from './team/TeamItemPane.tsx'
import { showWhose, useWhose, type Whose } from '../../lib/narrowing.ts'

/** All that was ever filed, here and in a team: neither vendor can be asked, so this is the only record a clerk has. */
export function HistoryScreen() {
  const say = useSay()
  const { place, navigate } = useNavigation()
  const team = useTeam()
  const id = place.screen === 'history' ? place.id : undefined
  const teamId = teamItemOfPlace(id)
  const chosen = useWhose()
  const hasTeam = team !== undefined && team.link !== null
  // An item that something led to is shown among its own.
  const whose: Whose = !hasTeam ? 'mine' : teamId !== null ? 'team' : id !== undefined ? 'mine' : chosen
  const control = hasTeam && (
    <WhoseSwitch
      whose={whose}
      onChange={(next) => {
        showWhose(next)
        navigate({ screen: 'history' })
      }}
    />
  )
  return (
    <SplitView
      name="history"
      listLabel={say(whose === 'team' ? 'team.history.list' : 'history.list')}
      detailLabel={say('history.detail')}
      isDetailOpen={id !== undefined}
      onCloseDetail={() => navigate({ screen: 'history' })}
      list={
        whose === 'team' ? (
          <TeamHistoryList selectedId={teamId} accounts={team?.accounts ?? []} whose={control} />
        ) : (
          <HistoryList selectedId={id ?? null} whose={control} />
        )
      }
      detail={
        id === undefined ? (
          <EmptyState icon={<History aria-hidden="true" />} title={say('history.pick.title')}>
            {say('history.pick.text')}
          </EmptyState>
        ) : teamId !== null ? (
          <TeamItemPane key={id} id={teamId} />
        ) : (
          <SubmissionPane key={id} id={id} />
        )
      }
    />
  )
}
