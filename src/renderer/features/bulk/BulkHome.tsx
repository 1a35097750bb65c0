import { useSay } from '../../lib/i18n.tsx'
import { cx } from '../../ui/cx.ts'
import { DamagedRecords } from '../../ui/damaged/DamagedRecords.tsx'
import { Pane, PaneBody, PaneHeader } from '../../ui/SplitView.tsx'
import css from './Bulk.module.css'
import { NewBulk } from './NewBulk.tsx'
import { RunList } from './RunList.tsx'
import { StepRegion } from './StepRegion.tsx'
import { Stepper } from './Stepper.tsx'

/** Where bulk begins: the first step of a new run, and the runs there were. */
export function BulkHome() {
  const say = useSay()
  return (
    <Pane>
      <PaneHeader title={say('bulkScreen.title')}>
        <Stepper current="file" open={['file']} onChoose={() => undefined} />
      </PaneHeader>
      <StepRegion step="file">
        <PaneBody>
          <div className={cx(css.home)}>
            <NewBulk />
            <div>
              <RunList />
              <DamagedRecords sources={['bulk_runs']} />
            </div>
          </div>
        </PaneBody>
      </StepRegion>
    </Pane>
  )
}
