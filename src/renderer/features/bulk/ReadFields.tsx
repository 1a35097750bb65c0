import { encodingSchema, type BulkRun, type ReadSettings } from '#shared/domain/bulk.ts'
import { shortened } from '#shared/domain/shortened.ts'
import { useSay } from '../../lib/i18n.tsx'
import { shownText } from '../../lib/shown-text.ts'
import { Columns } from '../../ui/Section.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { headerChoiceOf, headerSettings, type HeaderChoice } from './header-choice.ts'

const delimiters = [
  { value: ',', name: 'comma' },
  { value: ';', name: 'semicolon' },
  { value: '\t', name: 'tab' },
  { value: '|', name: 'bar' },
  { value: '^', name: 'caret' },
  { value: '~', name: 'tilde' },
] as const

interface ReadFieldsProps {
  readonly run: BulkRun
  readonly isDisabled: boolean
  readonly onChange: (settings: ReadSettings) => void
}

/** How the file was read, each part of it to be chosen by who knows better. */
export function ReadFields({ run, isDisabled, onChange }: ReadFieldsProps) {
  const say = useSay()
  const { settings } = run
  const hasBelow = settings.totals === 'keep' || run.remarks.some((remark) => 'id' in remark && remark.id === 'bulk.remark.below')
  return (
    <>
      <Columns>
        {settings.format === 'csv' ? (
          <>
            <SelectField
              label={say('bulkScreen.file.delimiter')}
              options={delimiters.map(({ value, name }) => ({ value, label: say(`bulkScreen.delimiter.${name}`) }))}
              value={settings.delimiter}
              onChange={(delimiter) => onChange({ ...settings, delimiter })}
              isDisabled={isDisabled}
            />
            <SelectField
              label={say('bulkScreen.file.encoding')}
              options={encodingSchema.options.map((value) => ({ value, label: say(`bulkScreen.encoding.${value}`) }))}
              value={settings.encoding}
              onChange={(encoding) => onChange({ ...settings, encoding })}
              isDisabled={isDisabled}
            />
          </>
        ) : (
          <SelectField
            label={say('bulkScreen.file.sheet')}
            options={run.sheets.map((value) => ({ value, label: value }))}
            value={settings.sheet}
            // Another sheet has its header elsewhere.
            onChange={(sheet) => onChange({ ...settings, sheet, headerRow: undefined })}
            isDisabled={isDisabled}
          />
        )}
        <SelectField<HeaderChoice>
          label={say('bulkScreen.file.header')}
          options={[
            { value: 'none', label: say('bulkScreen.file.header.none') },
            ...run.top.map(({ row, cells }) => ({
              value: `row-${row}` as const,
              label: say('bulkScreen.file.header.row', { row }),
              hint: shownText(shortened(cells.filter((cell) => cell.trim() !== '').join(' · '), 16)),
            })),
          ]}
          value={headerChoiceOf(run)}
          onChange={(choice) => onChange({ ...settings, ...headerSettings(choice) })}
          isDisabled={isDisabled}
        />
      </Columns>
      {hasBelow && (
        <Switch
          label={say('bulkScreen.file.totals')}
          isSelected={settings.totals !== 'keep'}
          onChange={(leaveOut) => onChange({ ...settings, totals: leaveOut ? undefined : 'keep' })}
          isDisabled={isDisabled}
        />
      )}
    </>
  )
}
