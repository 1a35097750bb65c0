import { RotateCw, Trash2, Undo2 } from 'lucide-react'
import type { Source, SourceEdits, Turn } from '#shared/domain/evidence.ts'
import { useSayFault } from '../../lib/evidence/words.ts'
import { usePages } from '../../lib/evidence/use-pages.ts'
import { useSay } from '../../lib/i18n.tsx'
import { Button } from '../Button.tsx'
import { cx } from '../cx.ts'
import { Notice } from '../Notice.tsx'
import { Spinner } from '../Spinner.tsx'
import { PageView } from './PageView.tsx'
import css from './SourcePages.module.css'

interface SourcePagesProps {
  readonly draftId: string
  readonly source: Source
  readonly onEdit: (edits: SourceEdits) => void
}

/** The next quarter. */
export const turned = (turn: Turn): Turn => ((turn + 1) % 4) as Turn

/** The pages of one file, each to be turned or left out by a click. */
export function SourcePages({ draftId, source, onEdit }: SourcePagesProps) {
  const say = useSay()
  const sayFault = useSayFault()
  const { edits } = source
  const pages = usePages({ draftId, sourceId: source.id }, source.id)
  if (pages.state === 'loading') {
    return (
      <p role="status" className={cx(css.loading)}>
        <Spinner />
        {say('evidence.preview.loading')}
      </p>
    )
  }
  if (pages.state !== 'ready') return pages.state === 'fault' && <Notice tone="warn">{sayFault(pages.error, source.name)}</Notice>
  return (
    <ol className={cx(css.pages)} aria-label={say('evidence.pages', { name: source.name })}>
      {pages.sizes.map((size, page) => {
        const number = { page: page + 1 }
        const isLeft = edits.left.includes(page)
        const turn = edits.turns[page] ?? 0
        return (
          // oxlint-disable-next-line react/no-array-index-key -- pages have no other name than their number
          <li key={page} className={cx(css.page, isLeft && css.left)}>
            <PageView label={say('evidence.page', number)} size={size} turn={turn} draw={(width) => pages.draw(page, width)} />
            <div className={cx(css.foot)}>
              <span>{isLeft ? say('evidence.page.left') : page + 1}</span>
              <Button
                variant="quiet"
                size="small"
                icon={<RotateCw aria-hidden="true" />}
                aria-label={say('evidence.page.turn', number)}
                onPress={() => onEdit({ ...edits, turns: { ...edits.turns, [page]: turned(turn) } })}
              />
              <Button
                variant="quiet"
                size="small"
                icon={isLeft ? <Undo2 aria-hidden="true" /> : <Trash2 aria-hidden="true" />}
                aria-label={say(isLeft ? 'evidence.page.putBack' : 'evidence.page.leave', number)}
                onPress={() =>
                  onEdit({ ...edits, left: isLeft ? edits.left.filter((one) => one !== page) : [...edits.left, page] })
                }
              />
            </div>
          </li>
        )
      })}
    </ol>
  )
}
