import { kinds, type Kind } from '#shared/domain/kinds.ts'
import { useSay } from '../../../lib/i18n.tsx'
import { useNavigation } from '../../../lib/navigation.tsx'
import { SegmentedControl } from '../../ChoiceField.tsx'
import { showWhoseDrafts, type WhoseDrafts } from './use-team-drafts.ts'

/** One's own drafts and items, or the drafts of colleagues. */
export function WhoseDraftsSwitch({ kind, whose }: { kind: Kind; whose: WhoseDrafts }) {
  const say = useSay()
  const { navigate } = useNavigation()
  return (
    <SegmentedControl
      label={say('team.drafts.whose')}
      name="whose-drafts"
      options={[
        { value: 'mine', label: say('team.drafts.mine') },
        { value: 'colleagues', label: say('team.drafts.colleagues') },
      ]}
      value={whose}
      onChange={(next) => {
        showWhoseDrafts(next)
        navigate({ screen: kinds[kind].screen })
      }}
    />
  )
}
