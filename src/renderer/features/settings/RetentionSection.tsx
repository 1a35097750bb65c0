import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { retentionKeyOf } from '#shared/domain/policy.ts'
import { retentionKinds, retentionNames } from '#shared/domain/retention.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { usePolicy, usePreferences, useSetPreferences } from '../../lib/preferences.ts'
import { keys } from '../../lib/query.ts'
import { Button } from '../../ui/Button.tsx'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Section.tsx'
import { SelectField } from '../../ui/SelectField.tsx'

/** How long each kind of data is kept before it goes by itself; what the organisation set can't be changed. */
export function RetentionSection() {
  const say = useSay()
  const format = useFormat()
  const { retention } = usePreferences()
  const { mutate, error } = useSetPreferences()
  const organisation = usePolicy()
  const { data: state } = useQuery({ queryKey: keys.privacy, queryFn: () => unwrap(client.privacy.state(undefined)) })
  const queries = useQueryClient()
  const sweep = useMutation({
    mutationFn: () => unwrap(client.privacy.sweep(undefined)),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.privacy }),
  })
  return (
    <Section title={say('privacy.retention')} description={say('privacy.retention.text')}>
      <FailureNotice error={error ?? sweep.error} />
      {retentionNames.map((kind) => {
        const isSet = organisation?.set.includes(retentionKeyOf[kind]) ?? false
        const days = [...new Set([...retentionKinds[kind].choices, retention[kind]])].toSorted((one, other) => one - other)
        return (
          <SelectField
            key={kind}
            label={say(`privacy.keep.${kind}`)}
            description={say(isSet ? 'policy.set' : `privacy.keep.${kind}.hint`)}
            isDisabled={isSet}
            value={String(retention[kind])}
            onChange={(chosen) => mutate({ retention: { ...retention, [kind]: Number(chosen) } })}
            options={days.map((count) => ({ value: String(count), label: say('privacy.days', { count }) }))}
          />
        )
      })}
      <p role="status">
        {state?.sweptAt ? say('privacy.sweptAt', { at: format.moment(state.sweptAt) }) : say('privacy.notSwept')}
      </p>
      {state?.traceKey === 'ledger' && <Notice tone="warn">{say('privacy.traceKey')}</Notice>}
      <div>
        <Button isBusy={sweep.isPending} onPress={() => sweep.mutate()}>
          {say('privacy.sweep')}
        </Button>
      </div>
    </Section>
  )
}
