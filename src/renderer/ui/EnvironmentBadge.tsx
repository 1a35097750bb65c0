import { FlaskConical, Radio, TestTube } from 'lucide-react'
import type { Environment } from '#shared/domain/account-fields.ts'
import { useSay } from '../lib/i18n.tsx'
import css from './Badge.module.css'
import { cx } from './cx.ts'

const icons = { practice: FlaskConical, staging: TestTube, production: Radio, test: TestTube } as const

/** Where an item goes, or that it is a test note. Purple is never the real administration. */
export function EnvironmentBadge({ environment }: { environment: Environment | 'test' }) {
  const say = useSay()
  const Icon = icons[environment]
  return (
    <span
      className={cx(css.badge, css.caps, environment === 'production' ? css.live : css.practice)}
      title={say(`ui.environment.${environment}.long`)}
      data-environment={environment}
    >
      <Icon aria-hidden="true" />
      {say(`ui.environment.${environment}`)}
    </span>
  )
}
