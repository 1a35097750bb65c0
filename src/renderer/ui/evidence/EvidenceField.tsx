import { Paperclip, TriangleAlert } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { DropIndicator, GridList, useDragAndDrop } from 'react-aria-components'
import type { Evidence, Source } from '#shared/domain/evidence.ts'
import type { EvidenceHandle } from '../../lib/evidence/use-evidence.ts'
import { useSayFault } from '../../lib/evidence/words.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { Button } from '../Button.tsx'
import { cx } from '../cx.ts'
import { Field, type FieldProps } from '../Field.tsx'
import { Notice } from '../Notice.tsx'
import { Spinner } from '../Spinner.tsx'
import { PreviewButton } from './PreviewButton.tsx'
import { SourcePages } from './SourcePages.tsx'
import { SourceRow } from './SourceRow.tsx'
import css from './EvidenceField.module.css'

interface EvidenceFieldProps extends FieldProps {
  readonly draftId: string
  readonly evidence: EvidenceHandle
  /** What a person should know of the file that goes. */
  readonly warnings?: readonly string[] | undefined
  /** What the form does with a file, as with a mail. */
  readonly extraOf?: ((source: Source) => ReactNode) | undefined
}

/** Any number of files of a draft, and the one file that they become; chosen here, or dropped or pasted anywhere on the form. */
export function EvidenceField({ draftId, evidence, warnings = [], extraOf, ...field }: EvidenceFieldProps) {
  const say = useSay()
  const { data } = evidence
  const choose = useRef<HTMLButtonElement>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  const sources = data?.sources ?? []
  const opened = sources.find(({ id }) => id === openId)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (ids) => [...ids].map((id) => ({ 'text/plain': sources.find((source) => source.id === id)?.name ?? '' })),
    onReorder({ keys, target }) {
      const moved = sources.map(({ id }) => id).filter((id) => keys.has(id))
      const rest = sources.map(({ id }) => id).filter((id) => !keys.has(id))
      const at = rest.indexOf(String(target.key)) + (target.dropPosition === 'after' ? 1 : 0)
      evidence.order(rest.toSpliced(at, 0, ...moved))
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className={cx(css.indicator)} />,
  })
  return (
    <Field {...field} group>
      {({ labelId, describedBy }) => (
        <div
          role="group"
          aria-labelledby={labelId}
          aria-describedby={describedBy}
          className={cx(css.picker, sources.length > 0 && css.filled)}
        >
          {sources.length > 0 && (
            <GridList
              // One file has no other place; the list itself takes no other way of moving while it is there.
              key={sources.length > 1 ? 'several' : 'one'}
              aria-label={say('evidence.list')}
              items={sources}
              {...(sources.length > 1 && { dragAndDropHooks })}
              keyboardNavigationBehavior="tab"
              dependencies={[sources, openId, data?.made]}
              className={cx(css.list)}
            >
              {(source) => (
                <SourceRow
                  source={source}
                  canMove={sources.length > 1}
                  offersAsIs={(data?.made?.step ?? 0) > 0}
                  isOpen={openId === source.id}
                  onToggle={() => setOpenId((old) => (old === source.id ? null : source.id))}
                  onEdit={(edits) => evidence.edit(source.id, edits)}
                  onRemove={() => {
                    // The row's buttons go with it; focus stays in the field.
                    choose.current?.focus()
                    evidence.remove(source.id)
                  }}
                  extra={extraOf?.(source)}
                />
              )}
            </GridList>
          )}
          {opened && <SourcePages draftId={draftId} source={opened} onEdit={(edits) => evidence.edit(opened.id, edits)} />}
          {data && <WhatGoes data={data} evidence={evidence} draftId={draftId} />}
          {warnings.map((warning) => (
            <p key={warning} className={cx(css.warning)}>
              <TriangleAlert aria-hidden="true" />
              <span>{warning}</span>
            </p>
          ))}
          <div className={cx(css.actions)}>
            <Button
              ref={choose}
              size="small"
              icon={<Paperclip aria-hidden="true" />}
              onPress={evidence.pick}
              isBusy={evidence.isBusy}
            >
              {say('evidence.add')}
            </Button>
            <span className={cx(css.hint)} role="status">
              {say(evidence.isBusy ? 'evidence.busy' : 'evidence.hint')}
            </span>
          </div>
        </div>
      )}
    </Field>
  )
}

/** What becomes of the files: nothing of it is silent. */
function WhatGoes({ data, evidence, draftId }: { data: Evidence; evidence: EvidenceHandle; draftId: string }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const sayFault = useSayFault()
  const format = useFormat()
  const { sources, file, made, state, stopped } = data
  const { making } = evidence
  if (making.fault) {
    return (
      <Notice
        tone="error"
        role="alert"
        actions={
          <Button size="small" onPress={making.retry}>
            {say('evidence.retry')}
          </Button>
        }
      >
        {sayFault(making.fault, sources[0]?.name ?? '')}
      </Notice>
    )
  }
  if (stopped) {
    return (
      <Notice tone="warn" role="alert">
        {sayMessage(stopped)}
      </Notice>
    )
  }
  if (state === 'to-make') {
    const { progress } = making
    return (
      <p className={cx(css.making)} role="status">
        <Spinner />
        <span>
          {progress && progress.step > 0
            ? say('evidence.making.smaller', { step: progress.step })
            : say('evidence.making', { count: sources.length })}
          {progress && progress.of > 1 && ` ${say('evidence.making.part', { done: progress.done + 1, count: progress.of })}`}
        </span>
      </p>
    )
  }
  if (!file) return null
  const sizes = { size: format.bytes(file.bytes) }
  return (
    <>
      <div className={cx(css.result)}>
        <span role="status">
          {made ? say('evidence.made', { files: made.names.length, pages: made.pages, ...sizes }) : say('evidence.asItIs', sizes)}
        </span>
        <PreviewButton which={{ draftId, sourceId: null }} name={file.name} version={file.id} />
      </div>
      {made && made.step > 0 && (
        <Notice tone="warn" role="status">
          {say('evidence.smaller', { before: format.bytes(made.before), size: sizes.size })}
        </Notice>
      )}
      {made && made.pictured.length > 0 && (
        <Notice role="status">{say('evidence.pictured', { names: format.list(made.pictured) })}</Notice>
      )}
    </>
  )
}
