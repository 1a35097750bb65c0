import { useSay } from '../../../lib/i18n.tsx'
import { Column } from '../../../ui/Section.tsx'
import { ConnectForm } from './ConnectForm.tsx'
import { LinkedTeam } from './LinkedTeam.tsx'
import { useTeam } from '../../../lib/use-team.ts'

/** The team of this desk: connecting to it, or how it stands with it. */
export function TeamTab() {
  const say = useSay()
  const team = useTeam()
  if (!team) return null
  return (
    <Column>
      {team.link === null && <p>{say('team.intro')}</p>}
      {team.link !== null && <LinkedTeam team={team} />}
      {(team.link === null || team.state === 'offline') && <ConnectForm key={team.link?.host ?? ''} link={team.link} />}
    </Column>
  )
}
