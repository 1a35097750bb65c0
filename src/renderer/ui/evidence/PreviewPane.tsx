import type { Evidence } from '#shared/domain/evidence.ts'
import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../cx.ts'
import { FilePreview } from './FilePreview.tsx'
import css from './PreviewPane.module.css'

/** Beside a form, where a window is wide: what goes along, page by page, as it is now. */
export function PreviewPane({ draftId, evidence }: { draftId: string; evidence: Evidence | null }) {
  const say = useSay()
  const file = evidence?.file ?? null
  return (
    <section className={cx(css.pane)} aria-label={say('evidence.preview')}>
      <h2 className={cx(css.title)}>{say('evidence.preview.what')}</h2>
      {file?.state === 'stored' ? (
        <FilePreview which={{ draftId, sourceId: null }} version={file.id} />
      ) : (
        <p className={cx(css.none)}>{say('evidence.preview.none')}</p>
      )}
    </section>
  )
}
