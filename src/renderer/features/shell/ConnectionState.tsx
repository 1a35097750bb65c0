import { WifiOff } from 'lucide-react'
import { useOnline } from '../../lib/connection.ts'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import css from './ConnectionState.module.css'

/** Whether there is a network; read out when it changes. */
export function ConnectionState() {
  const say = useSay()
  const online = useOnline()
  const word = online ? 'online' : 'offline'
  return (
    <span role="status" className={cx(css.state, css[word])} title={say(`shell.${word}.long`)}>
      {online ? <span className={cx(css.dot)} aria-hidden="true" /> : <WifiOff aria-hidden="true" />}
      {say(`shell.${word}`)}
    </span>
  )
}
