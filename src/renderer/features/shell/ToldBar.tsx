import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Told } from '#shared/domain/told.ts'
import { client, unwrap } from '../../lib/client.ts'
import { onEvent } from '../../lib/events.ts'
import { useSay } from '../../lib/i18n.tsx'
import { keys } from '../../lib/query.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { Notice } from '../../ui/Notice.tsx'
import css from './ProblemBar.module.css'

const ask = () => unwrap(client.app.told(undefined))

/** What happened while there was no page to say it: told once, until it is closed. */
export function ToldBar() {
  const say = useSay()
  const queries = useQueryClient()
  const { data = [] } = useQuery({
    queryKey: keys.told,
    // Main says each thing once: what came meanwhile, and is not closed yet, stays.
    queryFn: async () => {
      const first = await ask()
      return [...(queries.getQueryData<Told[]>(keys.told) ?? []), ...first]
    },
  })
  useEffect(
    () =>
      onEvent('told.changed', () => {
        const add = (more: Told[]) => queries.setQueryData<Told[]>(keys.told, (all = []) => [...all, ...more])
        ask().then(add, () => undefined)
      }),
    [queries],
  )
  return data.map(({ id, file }) => (
    <div key={id} className={cx(css.bar)}>
      <Notice
        tone="warn"
        role="status"
        title={say(`shell.told.${id}.title`)}
        actions={
          <Button onPress={() => queries.setQueryData<Told[]>(keys.told, (all) => all?.filter((one) => one.id !== id))}>
            {say('ui.close')}
          </Button>
        }
      >
        {say(`shell.told.${id}`, { file: file ?? '' })}
      </Notice>
    </div>
  ))
}
