import { shortened } from '#shared/domain/shortened.ts'
import { FolderOpen } from 'lucide-react'
import type { BulkRun, ReadSettings } from '#shared/domain/bulk.ts'
import { kindOfBulk, kinds } from '#shared/domain/kinds.ts'
import { client, unwrap } from '../../lib/client.ts'
import { useFormat } from '../../lib/format.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { shownText } from '../../lib/shown-text.ts'
import { Button } from '../../ui/Button.tsx'
import { cx } from '../../ui/cx.ts'
import { FailureNotice } from '../../ui/FailureNotice.tsx'
import { KeyValue } from '../../ui/KeyValue.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Section } from '../../ui/Section.tsx'
import { PaneBody, PaneFooter } from '../../ui/SplitView.tsx'
import css from './Bulk.module.css'
import { ReadFields } from './ReadFields.tsx'
import type { StepProps } from './step-props.ts'
import { TopRows } from './TopRows.tsx'
import { useRunCall } from './use-bulk-run.ts'

/** Step 1 once there is a file: how it was read, what is in it, and the files that its rows name. */
export function FileStep({ run, go }: StepProps) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const format = useFormat()
  const reading = useRunCall((settings: ReadSettings) => unwrap(client.bulk.reread({ runId: run.id, settings })))
  return (
    <>
      <PaneBody>
        <Section title={say('bulkScreen.file.read')} description={say('bulkScreen.file.read.text')}>
          <ReadFields run={run} isDisabled={reading.isPending} onChange={(settings) => reading.mutate(settings)} />
          <FailureNotice error={reading.error} />
          {run.top.length > 0 && <TopRows run={run} />}
          <KeyValue
            entries={[
              { label: say('bulkScreen.file.rows'), value: format.number(run.rowCount) },
              { label: say('bulkScreen.file.columns'), value: format.number(run.columns.length) },
            ]}
          />
          {run.remarks.length > 0 && (
            <Notice tone="warn" title={say('bulkScreen.file.remarks')}>
              <ul className={cx(css.remarks)}>
                {run.remarks.map(sayMessage).map((remark) => (
                  <li key={remark}>{remark}</li>
                ))}
              </ul>
            </Notice>
          )}
        </Section>
        {kinds[kindOfBulk(run.kind)].attachment && <FilesOfTable run={run} />}
        <Section title={say('bulkScreen.file.content')}>
          <table className={cx(css.lines)} aria-label={say('bulkScreen.file.content')}>
            <thead>
              <tr>
                <th scope="col">{say('bulkScreen.file.column')}</th>
                <th scope="col">{say('bulkScreen.file.samples')}</th>
              </tr>
            </thead>
            <tbody>
              {run.columns.map((column) => (
                <tr key={column.index}>
                  <th scope="row">{shownText(column.name)}</th>
                  <td>{column.samples.map((sample) => shownText(shortened(sample))).join(' · ') || '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      </PaneBody>
      <PaneFooter status={run.state === 'checked' && say('bulkScreen.file.checkedNote')}>
        <Button variant="primary" isDisabled={reading.isPending} onPress={() => go('columns')}>
          {say('bulkScreen.file.next')}
        </Button>
      </PaneFooter>
    </>
  )
}

/** The folder or ZIP with the files that the rows name. */
export function FilesOfTable({ run }: { run: BulkRun }) {
  const say = useSay()
  const choosing = useRunCall(async (source: 'folder' | 'zip') => {
    return (await unwrap(client.bulk.chooseFiles({ runId: run.id, source }))) ?? run
  })
  return (
    <Section title={say('bulkScreen.files')} description={say('bulkScreen.files.text')}>
      {run.files && <p>{say('bulkScreen.files.chosen', { name: run.files.name, count: run.files.count })}</p>}
      <div className={cx(css.buttons)}>
        <Button icon={<FolderOpen aria-hidden="true" />} isBusy={choosing.isPending} onPress={() => choosing.mutate('folder')}>
          {say('bulkScreen.files.folder')}
        </Button>
        <Button isDisabled={choosing.isPending} onPress={() => choosing.mutate('zip')}>
          {say('bulkScreen.files.zip')}
        </Button>
      </div>
      <FailureNotice error={choosing.error} />
    </Section>
  )
}
