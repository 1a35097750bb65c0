import { FileText, FileType, GripVertical, Image, Mail, RotateCw, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button as AriaButton, GridListItem } from 'react-aria-components'
import { isMail, isWord, type Source, type SourceEdits, type SourceKind } from '#shared/domain/evidence.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay } from '../../lib/i18n.tsx'
import { shownText } from '../../lib/shown-text.ts'
import { Button } from '../Button.tsx'
import { cx } from '../cx.ts'
import { turned } from './SourcePages.tsx'
import css from './SourceRow.module.css'

const pictures = new Set<SourceKind>(['png', 'jpg', 'heic', 'avif', 'webp', 'gif', 'bmp'])
/** A file with one page, which is turned where its name is. */
export const isPicture = (kind: SourceKind): boolean => pictures.has(kind)
const shrinks = (kind: SourceKind): boolean => isPicture(kind) || kind === 'pdf' || kind === 'tiff'

interface SourceRowProps {
  readonly source: Source
  readonly canMove: boolean
  /** What made it smaller may be undone for this file. */
  readonly offersAsIs: boolean
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onEdit: (edits: SourceEdits) => void
  readonly onRemove: () => void
  /** What the form does with a file of this kind, as with a mail. */
  readonly extra?: ReactNode
}

/** One file of a draft, with what can be done to it. */
export function SourceRow(props: SourceRowProps) {
  const { source, canMove, offersAsIs, isOpen, onToggle, onEdit, onRemove, extra } = props
  const say = useSay()
  const format = useFormat()
  const { name, kind, bytes, edits } = source
  const Icon = isPicture(kind) ? Image : isMail(kind) ? Mail : isWord(kind) ? FileType : FileText
  return (
    <GridListItem id={source.id} textValue={name} className={cx(css.row)}>
      {canMove && (
        <AriaButton slot="drag" className={cx(css.grip)} aria-label={say('evidence.drag', { name })}>
          <GripVertical aria-hidden="true" />
        </AriaButton>
      )}
      <Icon aria-hidden="true" className={cx(css.icon)} />
      <div className={cx(css.names)}>
        <span className={cx(css.name)}>{shownText(name)}</span>
        <span className={cx(css.size)}>
          {[
            format.bytes(bytes),
            ...(edits.left.length > 0 ? [say('evidence.pagesLeft', { count: edits.left.length })] : []),
          ].join(' · ')}
        </span>
      </div>
      <div className={cx(css.actions)}>
        {extra}
        {(offersAsIs || edits.asIs) && shrinks(kind) && (
          <Button
            variant="quiet"
            size="small"
            aria-pressed={edits.asIs}
            aria-label={say('evidence.asIs.of', { name })}
            onPress={() => onEdit({ ...edits, asIs: !edits.asIs })}
          >
            {say('evidence.asIs')}
          </Button>
        )}
        {isPicture(kind) ? (
          <Button
            variant="quiet"
            size="small"
            icon={<RotateCw aria-hidden="true" />}
            aria-label={say('evidence.turn', { name })}
            onPress={() => onEdit({ ...edits, turns: { 0: turned(edits.turns['0'] ?? 0) } })}
          />
        ) : (
          !isWord(kind) && (
            <Button
              variant="quiet"
              size="small"
              aria-expanded={isOpen}
              aria-label={say('evidence.pages', { name })}
              onPress={onToggle}
            >
              {say('evidence.pagesShort')}
            </Button>
          )
        )}
        <Button
          variant="quiet"
          size="small"
          icon={<Trash2 aria-hidden="true" />}
          aria-label={say('evidence.remove', { name })}
          onPress={onRemove}
        />
      </div>
    </GridListItem>
  )
}
