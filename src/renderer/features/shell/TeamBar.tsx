import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { client, unwrap } from '../../lib/client.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { useNavigation } from '../../lib/navigation.tsx'
import { keys } from '../../lib/query.ts'
import { useTeam } from '../../lib/use-team.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { Notice } from '../../ui/Notice.tsx'
import css from './ProblemBar.module.css'

/** A server that starts again is back before anybody would have noticed. */
const patienceMs = 3_000

/** Nothing is sent past the team: while it is out of reach every screen says so, why, and how much waits. */
export function TeamBar() {
  const team = useTeam()
  const isAway = team?.state === 'offline' || team?.state === 'untold'
  return isAway ? <Away key={team.state} isPutBack={team.state === 'untold'} message={team.message} /> : null
}

function Away({ isPutBack, message }: { isPutBack: boolean; message: NonNullable<ReturnType<typeof useTeam>>['message'] }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const { place, navigate } = useNavigation()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patienceMs)
    return () => clearTimeout(timer)
  }, [])
  const { data: counts } = useQuery({ queryKey: keys.counts, queryFn: () => unwrap(client.outbox.counts(undefined)) })
  // There it is said in full.
  if (!isLong || (place.screen === 'settings' && place.section === 'team')) return null
  return (
    <div className={cx(css.bar)}>
      <Notice
        tone="warn"
        role="status"
        title={say(isPutBack ? 'team.banner.untold' : 'team.banner.offline')}
        actions={
          <Button size="small" onPress={() => navigate({ screen: 'settings', section: 'team' })}>
            {say('team.banner.settings')}
          </Button>
        }
      >
        {message && <p>{sayMessage(message)}</p>}
        <p>{say('team.banner.waits', { count: counts?.waiting ?? 0 })}</p>
      </Notice>
    </div>
  )
}
