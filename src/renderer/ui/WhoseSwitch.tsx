import { useSay } from '../lib/i18n.tsx'
import { SegmentedControl } from './ChoiceField.tsx'
import type { Whose } from '../lib/narrowing.ts'

/** One's own items, or all of the team. */
export function WhoseSwitch({ whose, onChange }: { whose: Whose; onChange: (whose: Whose) => void }) {
  const say = useSay()
  return (
    <SegmentedControl
      label={say('team.history.whose')}
      name="whose"
      options={[
        { value: 'mine', label: say('team.history.mine') },
        { value: 'team', label: say('team.history.team') },
      ]}
      value={whose}
      onChange={onChange}
    />
  )
}
