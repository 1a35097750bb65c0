import { shortened } from '#shared/domain/shortened.ts'
import type { BulkField, BulkRun, FieldSource } from '#shared/domain/bulk.ts'
import { kindOfBulk } from '#shared/domain/kinds.ts'
import { useSay } from '../../lib/i18n.tsx'
import { shownText } from '../../lib/shown-text.ts'
import { useVendorOf } from '../../lib/vendors.tsx'
import { cx } from '../../ui/cx.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import css from './ColumnsStep.module.css'
import { useFieldName } from './field-words.ts'
import { FixedValueField } from './FixedValueField.tsx'
import { choiceOf, sourceOf, type SourceChoice } from './source-choice.ts'
import { TemplateField } from './TemplateField.tsx'

interface SourceFieldProps {
  readonly field: BulkField
  readonly run: BulkRun
  readonly source: FieldSource | undefined
  readonly onChange: (source: FieldSource) => void
  readonly errors: readonly string[]
}

/** Where one field comes from: a column, one value for every row, a text made of columns, or nowhere. */
export function SourceField({ field, run, source, onChange, errors }: SourceFieldProps) {
  const say = useSay()
  const name = useFieldName()(field)
  const { columns } = run
  const { longFields } = useVendorOf(kindOfBulk(run.kind)).bulk
  const column = source?.from === 'column' ? columns.find(({ index }) => index === source.column) : undefined
  const isTemplate = source?.from === 'template'
  const samples = column?.samples.slice(0, 3).join(' · ')
  return (
    <div className={cx(css.field, isTemplate && css.wide)}>
      <SelectField<SourceChoice>
        label={name}
        name={isTemplate ? undefined : field}
        options={[
          ...columns.map(({ index, name: label, samples: [sample = ''] }) => ({
            value: `column-${index}` as const,
            label: say('bulkScreen.source.column', { name: label }),
            hint: shownText(shortened(sample, 24)),
          })),
          { value: 'fixed' as const, label: say('bulkScreen.source.fixed') },
          ...(longFields.includes(field) ? [{ value: 'template' as const, label: say('bulkScreen.source.template') }] : []),
          { value: 'none' as const, label: say('bulkScreen.source.none') },
        ]}
        value={choiceOf(source, columns)}
        onChange={(choice) => onChange(sourceOf(choice, source, columns))}
        errors={isTemplate ? [] : errors}
        description={samples ? say('bulkScreen.source.samples', { samples }) : undefined}
      />
      {source?.from === 'fixed' && (
        <FixedValueField field={field} run={run} value={source.value} onChange={(value) => onChange({ from: 'fixed', value })} />
      )}
      {source?.from === 'template' && (
        <TemplateField
          label={say('bulkScreen.fixed', { field: name })}
          name={field}
          errors={errors}
          columns={columns}
          template={source.template}
          onChange={(template) => onChange({ from: 'template', template })}
        />
      )}
    </div>
  )
}
