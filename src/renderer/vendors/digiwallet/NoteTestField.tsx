import { useSay } from '../../lib/i18n.tsx'
import { SegmentedControl } from '../../ui/ChoiceField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Switch } from '../../ui/Switch.tsx'

interface NoteTestFieldProps {
  readonly value: boolean | null
  /** The outlet's own test mode leaves nothing to choose. */
  readonly forcedBy: string | null
  /** The account wants a choice for each note, and starts with none. */
  readonly mustChoose: boolean
  readonly errors: readonly string[]
  readonly onChange: (test: boolean) => void
}

/** Whether the note goes to the real administration or to the test one, which nobody sees in the Backoffice. */
export function NoteTestField({ value, forcedBy, mustChoose, errors, onChange }: NoteTestFieldProps) {
  const say = useSay()
  if (forcedBy !== null) {
    return (
      <Notice tone="practice" title={say('notes.test.label')}>
        {say('notes.test.forced', { outlet: forcedBy })}
      </Notice>
    )
  }
  if (!mustChoose && value !== null) {
    return (
      <Switch
        label={say('notes.test.label')}
        name="test"
        description={say('notes.test.hint')}
        isSelected={value}
        onChange={onChange}
      />
    )
  }
  return (
    <SegmentedControl
      label={say('field.test')}
      name="test"
      errors={errors}
      {...(value === true ? { description: say('notes.test.hint') } : {})}
      options={[
        { value: 'real', label: say('field.test.no') },
        { value: 'test', label: say('field.test.yes') },
      ]}
      value={value === null ? null : value ? 'test' : 'real'}
      onChange={(choice) => onChange(choice === 'test')}
    />
  )
}
