import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { PaneBody, PaneHeader } from '../../ui/SplitView.tsx'
import css from './Bulk.module.css'
import { NewBulk } from './NewBulk.tsx'
import { RunList } from './RunList.tsx'
import { Stepper } from './Stepper.tsx'

/** Where bulk begins: the first step of a new run, and the runs there were. */
export function BulkHome() {
  const say = useSay()
  return (
    <div className={cx(css.page)}>
      <PaneHeader title={say('bulkScreen.title')}>
        <Stepper current="file" open={['file']} onChoose={() => undefined} />
      </PaneHeader>
      <PaneBody>
        <div className={cx(css.home)}>
          <NewBulk />
          <RunList />
        </div>
      </PaneBody>
    </div>
  )
}
