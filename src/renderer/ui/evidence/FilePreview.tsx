import { ExternalLink, FileType } from 'lucide-react'
import { useState } from 'react'
import { client, failureOf, unwrap } from '../../lib/client.ts'
import { useSayFault } from '../../lib/evidence/words.ts'
import { usePages, type WhichFile } from '../../lib/evidence/use-pages.ts'
import { useSay, useSayMessage } from '../../lib/i18n.tsx'
import { shownText } from '../../lib/shown-text.ts'
import { Button } from '../Button.tsx'
import { cx } from '../cx.ts'
import { Notice } from '../Notice.tsx'
import { Spinner } from '../Spinner.tsx'
import { PageView } from './PageView.tsx'
import css from './FilePreview.module.css'

interface FilePreviewProps {
  readonly which: WhichFile
  /** Changes when the file does. */
  readonly version: string
}

/** A file page by page, as it is in the vault: what goes, or what went. */
export function FilePreview({ which, version }: FilePreviewProps) {
  const say = useSay()
  const sayFault = useSayFault()
  const pages = usePages(which, version)
  switch (pages.state) {
    case 'loading':
      return (
        <p className={cx(css.loading)} role="status">
          <Spinner />
          {say('evidence.preview.loading')}
        </p>
      )
    case 'word':
      return <WordCard which={which} name={pages.name} />
    case 'fault':
      return (
        <div className={cx(css.fault)}>
          <Notice tone="warn">{sayFault(pages.error, pages.name)}</Notice>
          <OutsideButton which={which} />
        </div>
      )
    case 'ready':
      return (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- reached by keyboard, so that it can be scrolled by it
        <div className={cx(css.pages)} role="group" aria-label={say('evidence.preview.of', { name: pages.name })} tabIndex={0}>
          {pages.sizes.map((size, page) => (
            <PageView
              // oxlint-disable-next-line react/no-array-index-key -- pages have no other name than their number
              key={`${version} ${page}`}
              label={say('evidence.preview.page', { name: pages.name, page: page + 1, count: pages.sizes.length })}
              size={size}
              draw={(width) => pages.draw(page, width)}
            />
          ))}
        </div>
      )
  }
}

function WordCard({ which, name }: { which: WhichFile; name: string }) {
  const say = useSay()
  return (
    <div className={cx(css.card)}>
      <FileType aria-hidden="true" />
      <strong>{shownText(name)}</strong>
      <p>{say('evidence.word')}</p>
      <OutsideButton which={which} />
    </div>
  )
}

/** What Balie cannot show is shown by the program that the system has for it. */
function OutsideButton({ which }: { which: WhichFile }) {
  const say = useSay()
  const sayMessage = useSayMessage()
  const [failure, setFailure] = useState('')
  return (
    <>
      <Button
        size="small"
        icon={<ExternalLink aria-hidden="true" />}
        onPress={() => {
          setFailure('')
          unwrap(client.attachments.openOutside(which)).catch((error: unknown) =>
            setFailure(sayMessage(failureOf(error).message)),
          )
        }}
      >
        {say('evidence.outside')}
      </Button>
      {failure !== '' && (
        <Notice tone="error" role="alert">
          {failure}
        </Notice>
      )}
    </>
  )
}
